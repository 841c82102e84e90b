"""A role → the pages that it opens and what it may do there, one row a role."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account is for, as people call it."""

    LEADER = "领导"
    ANALYST = "分析"
    HOST = "主持"
    CLERK = "填报"
    MANAGER = "管理"


class Act(StrEnum):
    """What not everybody may do."""

    EXPORT = "导出"
    KEEP = "保存视图"
    DECIDE = "准备和定稿会议"
    PUBLISH = "报送和发布"
    MANAGE = "退回版本"


@dataclass(frozen=True)
class Rights:
    """The pages that a role opens, by their names in the address, and what it may do."""

    pages: frozenset[str]
    acts: frozenset[Act]


THEMES = frozenset(
    [
        "overview",
        "attention",
        "park_output",
        "employment",
        "incubation",
        "grid_coverage",
        "party_building",
        "service_lists",
        "community_services",
        "assets_projects",
        "prefecture",
    ]
)
MEETING, PROFILE, EXPLORE, FILING = "joint_meeting", "profile", "explore", "filing"
SOURCES = frozenset({"published_facts", "glossary"})
READING = THEMES | {MEETING, PROFILE} | SOURCES
RIGHTS = {
    Role.LEADER: Rights(READING, frozenset({Act.EXPORT})),
    Role.ANALYST: Rights(READING | {EXPLORE}, frozenset({Act.EXPORT, Act.KEEP})),
    Role.HOST: Rights(READING, frozenset({Act.EXPORT, Act.DECIDE})),
    Role.CLERK: Rights(frozenset({"overview", PROFILE, FILING}) | SOURCES, frozenset({Act.PUBLISH})),
    Role.MANAGER: Rights(READING | {EXPLORE, FILING}, frozenset(Act)),
}
