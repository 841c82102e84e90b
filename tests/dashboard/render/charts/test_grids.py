from dashboard.metrics.absence import Absence
from dashboard.render.charts import heat
from dashboard.render.palette import LIGHT, contrast

VALUES = ((10, None, 30), (40, 50, Absence.NOT_DISCLOSED))


def test_cells_are_classes_and_missing_ones_stay_blank():
    figure = heat(("甲", "乙"), ("2025-01", "2025-02", "2025-03"), VALUES, LIGHT, unit="%", breaks=(20, 40))
    assert figure["data"][0]["z"] == [[0, None, 1], [2, 2, None]]
    assert figure["layout"]["annotations"][0]["text"] == "空白：未填报、不公开"


def test_cells_say_their_figure_in_an_ink_that_stands_out():
    figure = heat(("甲", "乙"), ("2025-01", "2025-02", "2025-03"), VALUES, LIGHT, unit="%", breaks=(20, 40))
    written = sorted(
        (x, y, text)
        for trace in figure["data"][1:]
        for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True)
    )
    assert written == [(0, 0, "10"), (0, 1, "40"), (1, 1, "50"), (2, 0, "30")]
    dark = next(trace for trace in figure["data"][1:] if "50" in trace["text"])
    assert contrast(dark["textfont"]["color"], LIGHT.sequential[-1]) >= 4.5


def test_without_room_the_cells_are_silent():
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    figure = heat(("甲",), months, (tuple(range(1000, 1012)),), LIGHT, unit="件")
    assert len(figure["data"]) == 1


def test_figures_of_two_digits_lose_their_decimals_where_room_is_short():
    quarters = [f"2025-{month:02d}" for month in range(1, 13)]
    scores = heat(("甲",), quarters, (tuple(80.4 + month for month in range(12)),), LIGHT, unit="分", decimals=1)
    assert scores["data"][1]["text"][0] == "80" or scores["data"][2]["text"][0] == "80"
    small = heat(("甲",), quarters, (tuple(8.4 + month for month in range(12)),), LIGHT, unit="分", decimals=1)
    assert len(small["data"]) == 1


def test_among_many_cells_per_cent_are_whole_numbers():
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    figure = heat(("甲",), months, ((99.4, *range(11)),), LIGHT, unit="%", decimals=1)
    assert "99" in {text for trace in figure["data"][1:] for text in trace["text"]}


def test_a_marked_cell_is_framed_and_its_row_is_bold():
    figure = heat(("甲", "乙"), ("一月", "二月", "三月"), VALUES, LIGHT, unit="%", keys=("a", "b"), marks=("b", "二月"))
    [frame] = figure["layout"]["shapes"]
    assert (frame["x0"], frame["x1"], frame["y0"], frame["y1"]) == (0.52, 1.48, 0.54, 1.46)
    assert figure["layout"]["yaxis"]["ticktext"] == ["甲", "<b>乙</b>"]
    assert (
        len(heat(("甲", "乙"), ("一", "二"), ((1, 2), (3, 4)), LIGHT, unit="%", marks=("二",))["layout"]["shapes"]) == 2
    )


def test_the_borders_of_the_classes_are_written_short():
    def shown(*breaks, values=VALUES, unit="%"):
        return heat(("甲", "乙"), ("一", "二", "三"), values, LIGHT, unit=unit, decimals=1, breaks=breaks)["data"][0]

    assert shown(20, 40)["colorbar"]["ticktext"] == ["20", "40%"]
    assert shown(22.5, 40)["colorbar"]["ticktext"] == ["22.5", "40.0%"]
    assert shown(20, 40, unit="倍")["colorbar"]["ticktext"] == ["20", "40"]
    # Without blank cells there is no note beside it that needs the room.
    assert shown(20, 40)["colorbar"]["len"] < shown(20, 40, values=((1, 2, 3), (4, 5, 6)))["colorbar"]["len"] == 1
