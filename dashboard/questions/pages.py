"""The pages as people ask for them: title, and the other words for it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page by the title that the navigation gives it, and the other words for it."""

    title: str
    words: tuple[str, ...] = ()


PAGES = {
    "overview": Page("总览", ("首页", "概览", "整体情况", "总体情况", "总体怎么样", "整体怎么样")),
    "attention": Page("关注事项", ("督办", "督办单")),
    "park_output": Page("园区产出", ("企业名单", "招商")),
    "employment": Page("就业人才", ("就业",)),
    "incubation": Page("培训孵化", ("孵化",)),
    "grid_coverage": Page("网格治理", ("网格页", "事件台账")),
    "party_building": Page("组织建设", ("党建", "党建引领")),
    "service_lists": Page("三张清单", ("清单", "三清单", "需求清单", "资源清单", "服务清单")),
    "community_services": Page("服务共治", ("共治", "公共服务")),
    "assets_projects": Page("资产项目", ("资产", "工程项目")),
    "joint_meeting": Page("联席会议", ("会议",)),
    "profile": Page("区域档案", ("档案",)),
    "explore": Page("自助分析", ("分析",)),
    "prefecture": Page("片区汇总", ("上级汇总", "汇总包", "各片区")),
    "filing": Page("数据填报", ("填报", "上传", "报表", "填表", "更新到", "更新", "最新数据", "数据截至")),
    "published_facts": Page("公开数据与核对", ("公开数据", "核对", "公开文件")),
    "glossary": Page("指标口径", ("口径页", "指标定义", "术语", "数据来源", "哪来的", "从哪来", "从哪来的")),
}
