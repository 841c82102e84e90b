"""培训期次: a course with its enrolled, completed, certified and converted heads."""

from etl.columns import choice, count, day
from etl.schema import Column, Dataset, Kind, Rule

CATEGORIES = ("新媒体电商", "技能", "党员", "大讲堂", "沙龙", "研修", "竞赛")
AUDIENCES = ("宝妈", "个体户", "职工", "村民", "新就业群体")


DATASET = Dataset(
    name="training_courses",
    label="培训期次",
    row_is="一期课程",
    purpose="孵化阵地的课程、大讲堂、菜单式培训、技能竞赛",
    source="承办单位结业报表，只报人数",
    key=("course_id",),
    columns=(
        Column(name="course_id", label="期次编号", kind=Kind.CODE, definition="承办单位的期次编号"),
        Column(
            name="site_code",
            label="阵地",
            kind=Kind.CODE,
            references="service_sites.site_code",
            definition="开课的阵地编号或名称",
            aliases=("阵地编号", "阵地名称"),
        ),
        choice("category", "课程类别", CATEGORIES, "课程类别"),
        choice("audience", "主要对象", AUDIENCES, "主要学员群体"),
        day("started_on", "开课日期", "第一次上课的日期", is_required=True),
        count("enrolled", "报名人数", "人", "报名并确认参加的人数"),
        count("completed", "结业人数", "人", "完成全部课程的人数，未结业的期次留空", is_required=False),
        count("certified", "取证人数", "人", "其中取得证书或等级的人数", is_required=False),
        count(
            "converted_3m", "三个月转化人数", "人", "结业三个月后已就业或自主经营的人数，未到期留空", is_required=False
        ),
        count(
            "converted_6m", "六个月转化人数", "人", "结业六个月后已就业或自主经营的人数，未到期留空", is_required=False
        ),
    ),
    rules=(
        Rule(check="completed <= enrolled", column="completed", message="结业人数大于报名人数。"),
        Rule(check="certified <= completed", column="certified", message="取证人数大于结业人数。"),
        Rule(check="converted_3m <= completed", column="converted_3m", message="三个月转化人数大于结业人数。"),
        Rule(check="converted_6m <= completed", column="converted_6m", message="六个月转化人数大于结业人数。"),
    ),
)
