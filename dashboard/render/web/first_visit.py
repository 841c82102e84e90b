"""What a reader who is here for the first time is shown, in four steps."""

from dashboard.render.web.components import Step, tour

STEPS = (
    Step(".st-key-filter-bar", "在这里选片区、园区或村、时期和对比；选好后换页不变，网址可以发给别人。"),
    Step(".attention", "按规则列出需要关注的事项，议定事项和超期的在前；点文字看详情。"),
    Step(".st-key-page-places", "本页目录：点一项就展开那一节；要打印先点“全部展开”。"),
    Step(".foot", "每个数字下面写着来源和截至时间；“口径”看定义，“数据”下载表格。"),
)


def first_visit() -> None:
    """Offer the tour of the page."""
    tour(STEPS)
