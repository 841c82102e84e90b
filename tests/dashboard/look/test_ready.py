import plotly.io
import plotly.tools

from dashboard.look.ready import ReadyFigure


def test_a_ready_figure_is_passed_on_as_it_is():
    figure = {"data": [{"type": "bar", "x": [1, 2]}], "layout": {"height": 200}}
    passed = plotly.tools.return_figure_from_figure_or_data(ReadyFigure(figure), validate_figure=True)
    assert passed is figure
    assert plotly.io.from_json(plotly.io.to_json(passed, validate=False)).layout.height == 200
