"""What a 片区 has not sent → the text by which it is reminded, to be copied into a message."""

from collections.abc import Sequence
from datetime import date

from dashboard.metrics.areas import areas
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.reporting import Standing, State, forms
from dashboard.text.periods import month_day, period_label

NAMED_AREAS = 6


def reminder(warehouse: Warehouse, place: str, lacking: Sequence[Standing], due: date, now: date) -> str:
    """The reminder of one 片区 for one quarter: which forms, of which areas, by when."""
    labels, register = forms(warehouse), areas(warehouse)
    lines = []
    for number, one in enumerate(lacking, start=1):
        names = [register[code].name for code in one.lacking if code in register and code != one.district_code]
        whole = one.state is not State.PART
        of_whom = "" if not names or (whole and len(names) > NAMED_AREAS) else f"（{_named(names)}）"
        lines.append(f"{number}. 《{labels.get(one.dataset, one.dataset)}》{of_whom}")
    when = f"{due.year}年{month_day(due)}"
    if now > due:
        ask = f"报送期限为{when}，现已逾期{(now - due).days}天，请尽快补报；确无此项的，请说明。"
    else:
        ask = f"请于{when}前报送；确无此项的，请说明。"
    head = f"{place}：{period_label(lacking[0].quarter)}下列{len(lacking)}张报表尚未报齐。{ask}"
    return "\n".join((head, *lines, "报送办法：打开“数据填报”页，下载空白表，填好后拖入，按提示改正后发布。"))


def _named(names: Sequence[str]) -> str:
    shown = "、".join(names[:NAMED_AREAS])
    return f"{shown}等{len(names)}个" if len(names) > NAMED_AREAS else shown
