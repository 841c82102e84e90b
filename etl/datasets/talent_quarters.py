"""人才服务: talents introduced and kept, titles, schools, interns and 新市民积分 of an area in a quarter; counts only."""

from etl.columns import count_of_quarter, place, quarter
from etl.schema import UNITS, Dataset, Rule

DATASET = Dataset(
    name="talent_quarters",
    label="人才服务",
    row_is="一个区域的一个季度",
    purpose="人才窗口、生根计划、职称评聘、校企合作、新市民积分",
    source="人才服务窗口与校企合作单位季度报表，只报人数；不归本单位的栏留空",
    key=("area_code", "quarter"),
    columns=(
        place(
            "area_code",
            "区域",
            ("片区", *UNITS),
            "用工企业或服务窗口所在的区域；窗口服务全片区的填片区",
            ("区域代码", "所在区域"),
        ),
        quarter("发生数为当季数，院校与在读数为季末数"),
        count_of_quarter(
            "introduced",
            "引进人才",
            "人",
            "当季新引进、签一年以上合同的大专及以上或中级工及以上人才",
            is_required=False,
        ),
        count_of_quarter(
            "retained_12m",
            "满一年仍在岗",
            "人",
            "当季引进的人才中满十二个月仍在岗的，未满十二个月留空",
            is_required=False,
        ),
        count_of_quarter("consultations", "人才政策咨询", "人次", "人才窗口当季接待的咨询", is_required=False),
        count_of_quarter(
            "activities", "联谊交流活动", "场", "“生根计划”当季举办的青年联谊、才艺切磋等活动", is_required=False
        ),
        count_of_quarter(
            "activity_person_times", "联谊交流参加人次", "人次", "当季参加联谊交流活动的人次", is_required=False
        ),
        count_of_quarter(
            "titles_applied", "职称与等级申报", "人", "当季经服务窗口申报职称或技能等级的人数", is_required=False
        ),
        count_of_quarter(
            "titles_passed", "其中通过", "人", "当季申报的人中已通过的，结果未出的留空", is_required=False
        ),
        count_of_quarter(
            "partner_schools", "合作院校", "所", "季末签有合作协议的院校；一所院校只由一个区域上报", is_required=False
        ),
        count_of_quarter("order_class_students", "订单班在读", "人", "季末订单班在读学生", is_required=False),
        count_of_quarter("interns", "实习学生", "人", "当季结束实习的学生", is_required=False),
        count_of_quarter("interns_retained", "其中留用", "人", "当季结束实习的学生中被企业留用的", is_required=False),
        count_of_quarter(
            "new_citizen_cases", "新市民积分代办", "件", "当季咨询代办的新市民积分事项", is_required=False
        ),
    ),
    rules=(
        Rule(check="retained_12m <= introduced", column="retained_12m", message="满一年仍在岗的人数大于引进的人数。"),
        Rule(check="titles_passed <= titles_applied", column="titles_passed", message="通过人数大于申报人数。"),
        Rule(check="interns_retained <= interns", column="interns_retained", message="留用人数大于实习学生。"),
        Rule(
            check="partner_schools > 0 OR coalesce(order_class_students, 0) = 0",
            column="order_class_students",
            message="没有合作院校却有订单班学生。",
        ),
        Rule(
            check="activities > 0 OR coalesce(activity_person_times, 0) = 0",
            column="activity_person_times",
            message="没有活动却有参加人次。",
        ),
    ),
)
