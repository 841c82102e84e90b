import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.render.charts.template import plotly_template
from dashboard.render.palette import DARK, LIGHT, contrast, ink_on, translucent
from dashboard.render.web.theme import PAGE_CSS
from dashboard.views.series import MAX_SERIES

REPOSITORY = Path(__file__).parents[3]


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("theme", "token", "least"),
    [
        (LIGHT, "ink", 14.8),
        (LIGHT, "second_ink", 5.8),
        (LIGHT, "accent", 7.0),
        (LIGHT, "better", 5.5),
        (LIGHT, "worse", 5.4),
        (LIGHT, "late", 5.5),
        (DARK, "ink", 14.6),
        (DARK, "second_ink", 7.7),
        (DARK, "accent", 5.1),
        (DARK, "better", 6.4),
        (DARK, "worse", 6.4),
        (DARK, "late", 6.4),
    ],
)
def test_text_stands_out_from_its_ground(theme, token, least):
    assert contrast(getattr(theme, token), theme.ground) >= least


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_is_readable_on_surfaces_and_classes(theme):
    assert contrast(theme.second_ink, theme.surface) >= 4.5
    for fill in (*theme.sequential, theme.missing):
        assert contrast(ink_on(fill), fill) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_classes_run_one_way_from_the_ground(theme):
    steps = [contrast(color, theme.ground) for color in theme.sequential]
    assert all(step < after for step, after in pairwise(steps))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_accent_and_signals_are_never_series(theme):
    assert not {theme.accent, theme.late, theme.better, theme.worse} & {*theme.series, theme.others}
    assert len({*theme.series, theme.others}) == MAX_SERIES


@pytest.mark.parametrize(("theme", "section"), [(LIGHT, "light"), (DARK, "dark")])
def test_native_widgets_have_the_same_colours(theme, section):
    settings = tomllib.loads((REPOSITORY / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"][section]
    assert settings["backgroundColor"] == theme.ground
    assert settings["secondaryBackgroundColor"] == theme.surface
    assert settings["textColor"] == theme.ink
    assert settings["primaryColor"] == theme.accent
    assert settings["borderColor"] == theme.rule
    assert settings["chartCategoricalColors"] == [*theme.series, theme.others]


def test_settings_let_nothing_out():
    settings = tomllib.loads((REPOSITORY / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["browser"]["serverAddress"]
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["enableStaticServing"] is False
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["disableDataExport"] is True
    assert "fontFaces" not in settings["theme"]


def test_the_style_sheet_fetches_nothing_and_keeps_text_readable():
    assert "url(" not in PAGE_CSS and "@import" not in PAGE_CSS
    assert min(int(size) for size in re.findall(r"font-size: (\d+)px", PAGE_CSS)) == 12


def test_every_variable_that_is_used_is_set():
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", PAGE_CSS))
    assert used <= {*re.findall(r"(--[a-z0-9-]+):", PAGE_CSS), "--across"}


def test_a_template_hides_frame_legend_and_dragging():
    layout = plotly_template(LIGHT)["layout"]
    assert (layout["showlegend"], layout["dragmode"], layout["xaxis"]["showline"]) == (False, False, False)


def test_translucent_keeps_the_colour():
    assert translucent("#0E4F66", 0.5) == "rgba(14,79,102,0.5)"
