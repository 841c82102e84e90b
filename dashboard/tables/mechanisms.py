"""Every mechanism that the two source documents name → the forms that carry it, the figures that measure it, the page.

`python -m dashboard coverage` prints it as docs/coverage.md; a test holds that nothing is missing and nothing invented.
"""

from dataclasses import dataclass

PLAN, REPORT, BOTH = "宝盖方案", "灵秀报道", "两份文件"


@dataclass(frozen=True)
class Mechanism:
    """A mechanism in the words of its document; `forms` are datasets, `page` is where a reader meets its figures."""

    name: str
    document: str
    forms: tuple[str, ...]
    metrics: tuple[str, ...]
    page: str


def _of(document: str, name: str, forms: str, metrics: str, page: str) -> Mechanism:
    return Mechanism(name, document, tuple(forms.split()), tuple(metrics.split()), page)


MECHANISMS = (
    _of(BOTH, "三区联创 registry", "areas enterprises", "enterprises grids estates", "overview"),
    _of(REPORT, "协调委员会", "coordination_bodies meetings", "joint_meetings meetings_held", "joint_meeting"),
    _of(PLAN, "工作专班", "coordination_bodies meetings", "meetings_held decisions_made", "joint_meeting"),
    _of(
        BOTH,
        "联席会议",
        "meetings decisions",
        "joint_meetings joint_meeting_rate joint_meeting_lag attendance_rate",
        "joint_meeting",
    ),
    _of(PLAN, "调度会", "meetings", "meetings_held attendance_rate", "joint_meeting"),
    _of(
        REPORT,
        "三张清单",
        "list_items",
        "lists_kept needs_listed need_satisfaction_rate list_closure_rate",
        "service_lists",
    ),
    _of(
        REPORT,
        "项目化运作",
        "decisions decision_updates",
        "decision_on_time_rate decisions_overdue decisions_unmoved",
        "joint_meeting",
    ),
    _of(PLAN, "选树典型", "exemplary_cases", "exemplary_cases case_replication_rate", "joint_meeting"),
    _of(REPORT, "四级组织体系", "estate_organizations", "four_level_rate levels_per_estate", "party_building"),
    _of(REPORT, "四方联席议事", "micro_actions meetings", "joint_talks wish_completion_rate", "community_services"),
    _of(REPORT, "四微联动", "micro_actions", "micro_actions micro_kinds wish_completion_rate", "community_services"),
    _of(BOTH, "服务队", "service_teams", "service_teams team_sorties team_served", "community_services"),
    _of(REPORT, "微治理分拣中心", "grid_events service_sites", "courier_events courier_share", "community_services"),
    _of(REPORT, "移动哨兵", "grid_events", "courier_events courier_share", "community_services"),
    _of(
        REPORT,
        "邻里中心",
        "service_sites service_months",
        "service_sites service_visits site_use_rate",
        "community_services",
    ),
    _of(
        REPORT,
        "图灵·乘式空间",
        "training_courses incubation_quarters published_facts",
        "courses courses_cumulative landing_rate jobs_cumulative",
        "incubation",
    ),
    _of(REPORT, "新媒体培训", "training_courses", "courses completed completion_rate", "incubation"),
    _of(REPORT, "零工驿站", "job_months service_sites", "job_openings job_hires hire_rate", "employment"),
    _of(PLAN, "零工配产", "job_months", "job_openings job_hires match_rate", "employment"),
    _of(PLAN, "宝盖职聘", "job_months", "job_openings job_seekers job_hires", "employment"),
    _of(PLAN, "企业人才数据系统", "job_months", "job_openings job_seekers labour_gap", "employment"),
    _of(
        PLAN,
        "云市集与招聘会",
        "recruitment_events",
        "recruitment_events event_intentions intention_hire_rate",
        "employment",
    ),
    _of(
        REPORT, "托教中心", "service_sites service_months", "childcare_seats childcare_occupancy", "community_services"
    ),
    _of(BOTH, "义诊与体检", "service_months", "service_visits", "community_services"),
    _of(BOTH, "新市民积分", "talent_quarters service_months", "new_citizen_cases", "employment"),
    _of(REPORT, "外国人服务中心", "service_sites service_months", "service_visits", "community_services"),
    _of(REPORT, "停车与实训共建", "projects", "milestones_due milestones_on_time_rate", "assets_projects"),
    _of(
        REPORT,
        "入企访需",
        "enterprise_visits list_items",
        "visit_coverage issues_raised issue_closure_rate",
        "service_lists",
    ),
    _of(
        PLAN,
        "百名干部挂千企",
        "enterprise_visits",
        "visit_cadres enterprises_visited visit_satisfaction_rate",
        "service_lists",
    ),
    _of(PLAN, "项目认领、扶持、攻坚", "list_items decisions", "needs_matched need_match_rate", "service_lists"),
    _of(REPORT, "全流程帮办", "projects", "approval_speedup days_saved", "assets_projects"),
    _of(REPORT, "权益回购", "assets projects decisions", "assets_revived_share idle_area", "assets_projects"),
    _of(REPORT, "商场盘活", "assets published_events", "assets_revived_share asset_income", "assets_projects"),
    _of(REPORT, "地下车库分成", "assets", "asset_income asset_cost collective_income", "assets_projects"),
    _of(REPORT, "征迁", "projects", "land_acquired milestones_on_time_rate", "assets_projects"),
    _of(REPORT, "招商", "park_pipeline projects", "park_signed settlement_rate", "park_output"),
    _of(REPORT, "扩建提效", "projects published_events", "approval_speedup milestones_on_time_rate", "assets_projects"),
    _of(
        BOTH,
        "园区与市场",
        "areas park_pipeline enterprise_quarters",
        "park_settled park_operating park_in_statistics leasing_rate",
        "park_output",
    ),
    _of(PLAN, "科技园党委", "party_organizations", "party_organizations party_members", "party_building"),
    _of(
        PLAN,
        "组建形式",
        "party_coverage",
        "covered_single covered_by_region covered_by_industry single_organization_rate",
        "party_building",
    ),
    _of(
        PLAN,
        "两企三新覆盖",
        "party_coverage",
        "organization_coverage work_coverage enterprises_uncovered",
        "party_building",
    ),
    _of(PLAN, "联学联讲", "party_activities", "activities_planned activities_held activity_rate", "party_building"),
    _of(PLAN, "挂钩联系", "party_liaison", "liaison_coverage liaison_unclear", "party_building"),
    _of(
        PLAN,
        "人才窗口与生根计划",
        "talent_quarters service_sites",
        "talent_introduced talent_retention talent_consultations talent_activities",
        "employment",
    ),
    _of(PLAN, "菜单式培训", "training_courses", "courses enrolled certification_rate", "incubation"),
    _of(
        PLAN,
        "职称与竞赛",
        "talent_quarters training_courses",
        "titles_applied title_pass_rate contests contest_entrants",
        "employment",
    ),
    _of(PLAN, "会商恳谈", "meetings list_items", "meetings_held attendance_rate", "joint_meeting"),
    _of(
        BOTH,
        "校企合作",
        "talent_quarters recruitment_events",
        "partner_schools order_class_students intern_retention",
        "employment",
    ),
    _of(PLAN, "万名网格长", "grid_patrols grid_staffing", "grid_leaders patrols household_coverage", "grid_coverage"),
    _of(PLAN, "重点人群关爱", "grid_patrols", "care_visits", "grid_coverage"),
    _of(
        PLAN,
        "党群工作会议与一月一主题",
        "party_activities meetings",
        "activities_held activity_lines",
        "party_building",
    ),
    _of(PLAN, "共享阵地", "service_sites service_months", "service_sites site_use_rate", "community_services"),
    _of(PLAN, "咱厝边与暖新驿站", "service_sites service_months", "service_visits site_use_rate", "community_services"),
    _of(
        PLAN,
        "网格体系",
        "areas grid_staffing",
        "grid_leaders grid_staff grid_coverage grid_report_rate",
        "grid_coverage",
    ),
    _of(PLAN, "网格通", "grid_events", "events_accepted closure_rate on_time_rate", "grid_coverage"),
    _of(PLAN, "网格奖优罚劣", "grid_reviews", "review_score red_flag_share grids_to_improve", "grid_coverage"),
    _of(
        PLAN,
        "1+N+X 调解",
        "mediation_months",
        "mediations_accepted mediation_success_rate mediation_days",
        "community_services",
    ),
    _of(PLAN, "文明积分", "civic_points", "civic_participants points_issued redemption_rate", "community_services"),
    _of(PLAN, "四类需求", "list_items", "needs_listed needs_open need_satisfaction_rate", "service_lists"),
    _of(PLAN, "五大任务", "decisions", "decisions_made decision_closure_rate", "joint_meeting"),
    _of(
        BOTH,
        "villages",
        "population party_organizations",
        "households residents resident_ratio village_groups",
        "overview",
    ),
    _of(
        PLAN,
        "key enterprises",
        "enterprises enterprise_changes enterprise_disclosures enterprise_quarters published_facts",
        "gross_output sales_output tax output_per_mu",
        "park_output",
    ),
)
