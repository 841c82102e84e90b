"""A line round a table → the same without who filled in the form and when, which is never what the figures are of."""

import re

# Labels behind which stands who filled in the form, and when: never what the figures are of.
FILLED_IN = re.compile(
    r"(?:填报|填表|报送|上报|制表|打印|导出|编制|审核|提交|报表|报出|印发|批准|备案|制定)(?:日期|时间|日)|有效期|^(?:日期|时间)(?![:\s]*(?:20)?\d\d年(?:第?[一二三四1-4]季|\d{1,2}月份?(?!\d)))[:\s]*|(?:填报|填表|制表|审核|报送)于"
)
LABEL = re.compile(r"\s(?=[^\s:]{2,10}:)")


def without_filling_in(line: str) -> str:
    """The words of a line but for the labels of filling in with what stands behind them, up to the next label or the end."""
    while filled_in := FILLED_IN.search(line):
        behind = LABEL.search(line, filled_in.end() + 1)
        line = line[: filled_in.start()] + (line[behind.start() :] if behind else "")
    return line
