"""The words for projects and how they stand (在建项目, 项目延期了) → in which state projects are asked for."""

from dashboard.metrics.marts.mart import words

STATES = {
    "open": words(
        "在建 在推进 正在推进 正在建 正在建设 建设中 推进中 在办 未完成 没完成 还没完成 未完工 没完工 还没完工 未竣工 没竣工 还没竣工 还在建 施工中 在施工 没建完 还没建完"
    ),
    "done": words("完成 已完成 已经完成 完工 已完工 已经完工 竣工 已竣工 已经竣工 建成 已建成 建完 全部完成 做完"),
    "late": words("延期 超期 逾期 拖期 滞后 延误 拖延 有超期节点 进度滞后"),
}
ALL = words(
    "几个项目 多少项目 多少个项目 哪些项目 有哪些项目 项目有哪些 项目清单 项目名单 项目几个 项目多少 项目多少个 项目有几个 项目有多少 项目有多少个 项目一共有几个 项目一共几个 项目总数 项目数 项目数量 项目个数"
    " 几个工程 多少工程 多少个工程 哪些工程"
)
# 项目有几个超期 asks for the late ones too.
LATE = frozenset(STATES["late"])
# How many or which of them are asked for behind their name.
TAILS = ("", "有几个", "有多少", "有多少个", "有哪些", "一共有几个", "是哪些", "是哪几个")
FORMS = (
    *(f"{{}}{of}{tail}" for of in ("项目", "的项目") for tail in TAILS),
    *("{}工程", "{}的工程"),
    *("项目{}", "项目{}了", "项目{}的", "个项目{}", "个项目{}了", "个项目{}的"),
)


def project_words() -> dict[str, tuple[str, ...]]:
    """By state the words that ask for projects in it; `all` asks for those in any."""
    told = {state: tuple(form.format(word) for word in said for form in FORMS) for state, said in STATES.items()}
    alone = {"open": ("在建",), "done": ("已竣工的", "已完工的"), "late": ()}
    return {state: (*said, *alone[state]) for state, said in told.items()} | {"all": ALL}
