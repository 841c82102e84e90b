"""Turns a finished chart into what Streamlit sends on as it is, without building and checking it at every run."""

from plotly.basedatatypes import BaseFigure

from dashboard.look.charts.marks import Figure


class ReadyFigure(BaseFigure):
    """A figure that is already the plain dict that goes to the browser.

    Streamlit makes a Plotly figure of any dict, which checks every property and copies every list: five to ten
    milliseconds a chart. It takes a figure's own `to_dict` on trust; tests check the builders instead.
    """

    def __init__(self, figure: Figure) -> None:
        # Not the parent's: that is what would check and copy.
        object.__setattr__(self, "_ready", figure)

    def to_dict(self) -> Figure:
        """The figure itself; nobody may change it."""
        return self._ready
