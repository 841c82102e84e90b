"""The coverage table: no mechanism without form, figure and page; nothing in it that is not there; printed as it is."""

import ast
from pathlib import Path

import pytest

from dashboard.__main__ import COVERAGE
from dashboard.content import content
from dashboard.coverage import coverage
from dashboard.metrics.catalogue import METRICS
from etl.datasets import DATASETS
from tests.browser.test_every_page import page_names

MECHANISMS = content().mechanisms
ROOT = Path(__file__).resolve().parents[2]
# What is asked for; the list of the two documents' mechanisms.
ASKED = """
三区联创 registry, 协调委员会, 工作专班, 联席会议, 调度会, 三张清单, 项目化运作, 选树典型, 四级组织体系, 四方联席议事, 四微联动,
服务队, 微治理分拣中心, 移动哨兵, 邻里中心, 图灵·乘式空间, 新媒体培训, 零工驿站, 零工配产, 宝盖职聘, 企业人才数据系统, 云市集与招聘会,
托教中心, 义诊与体检, 新市民积分, 外国人服务中心, 停车与实训共建, 入企访需, 百名干部挂千企, 项目认领、扶持、攻坚, 全流程帮办, 权益回购,
商场盘活, 地下车库分成, 征迁, 招商, 扩建提效, 园区与市场, 科技园党委, 组建形式, 两企三新覆盖, 联学联讲, 挂钩联系, 人才窗口与生根计划,
菜单式培训, 职称与竞赛, 会商恳谈, 校企合作, 万名网格长, 重点人群关爱, 党群工作会议与一月一主题, 共享阵地, 咱厝边与暖新驿站, 网格体系, 网格通,
网格奖优罚劣, 1+N+X 调解, 文明积分, 四类需求, 五大任务, villages, key enterprises
"""

every_mechanism = pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda mechanism: mechanism.name)


def test_every_mechanism_of_the_documents_is_there_once():
    assert sorted(mechanism.name for mechanism in MECHANISMS) == sorted(
        name.strip() for name in ASKED.replace("\n", " ").split(",")
    )


@every_mechanism
def test_no_cell_is_empty_and_every_name_exists(mechanism):
    assert mechanism.forms and set(mechanism.forms) <= set(DATASETS)
    assert mechanism.metrics and set(mechanism.metrics) <= set(METRICS)
    assert mechanism.page in page_names()


def reachable(page: str) -> set[str]:
    """The words in a page and in the panels that it draws on, however far they lie."""
    found, waiting, seen = set(), [ROOT / "pages" / f"{page}.py"], set()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dashboard.views"):
                place = ROOT.joinpath(*node.module.split("."))
                waiting += [place.with_suffix(".py"), place / "__init__.py"]
                waiting += [place / f"{alias.name}.py" for alias in node.names]
                waiting += [place / alias.name / "__init__.py" for alias in node.names]
    return found


@every_mechanism
def test_the_page_shows_its_figures(mechanism):
    assert set(mechanism.metrics) <= reachable(mechanism.page)


@every_mechanism
def test_the_forms_carry_the_figures(mechanism):
    behind = {form for name in mechanism.metrics for form in METRICS[name].source.forms}
    assert behind & set(mechanism.forms)


def test_the_printed_table_is_current():
    assert COVERAGE.read_text(encoding="utf-8") == coverage(), "run `python -m dashboard coverage`"
