from urllib.parse import unquote

from dashboard.render.charts import sparkline


def test_a_gap_breaks_the_line():
    # Four points over 90 px from 3: x = 3, 33, 63, 93; 1…4 over 22 px from the bottom at 25.
    drawn = unquote(sparkline([1, None, 2.5, 4]))
    assert 'd="M3.0 25.0M63.0 14.0L93.0 3.0"' in drawn
    assert 'cx="93.0" cy="3.0"' in drawn


def test_a_target_is_a_dashed_line_within_the_picture():
    # With the target 5 the span is 4, so it lies at the top.
    assert 'class="goal" d="M0 3.0H96"' in unquote(sparkline([1, 4], target=5))


def test_one_value_is_no_line():
    assert sparkline([1, None]) == ""


def test_the_image_is_part_of_the_page():
    assert sparkline([1, 2]).startswith("<img") and 'src="data:image/svg+xml,' in sparkline([1, 2])
