"""Where a text names a person: a family name and what is given, beside a word that says it is somebody."""

import re
from collections.abc import Container

from etl.read.personal.kind import BLANK, Kind
from etl.read.personal.surnames import COMPOUND, FAMILY, GIVEN, NUMBERED, SMALL_WORDS, WORDS

_B = f"{BLANK}*"
_FAMILY = f"(?:{COMPOUND}|[{FAMILY}])"
# 某, and what stands for it.
_MASKED = "[某×xX*＊○〇]{1,2}"
# Short names are stretched with blanks: 张　三.
_NAME = f"(?:{_FAMILY}{_B}(?:建{_B}设|[小大老]?{_B}[{GIVEN}](?:{_B}[{GIVEN}])?|[{NUMBERED}]|{_MASKED}))"
_GIVEN_HINT = "[^、,，;；/和与及 \t\n\r\u3000]{1,3}"
_SHORT = f"(?:{COMPOUND}|[{FAMILY}])"

_SOMEBODY = (
    "联络人|对接人|牵头人|带头人|报送人|填写人|提交人|统计人|录入人|主持人|主讲人|主讲|讲师|授课人|记录人|陪同人|发言人|"
    "村民|居民|老人|老年人|患者|病人|病患|残疾人|残疾|困难户|贫困户|脱贫户|低保户|低保|五保户|五保|特困户|特困人员|特困|监测户|学生|考生|家长"
    "|户主|业主|住户|租户|租客|房东|党员|群众|网格员|网格长|楼长|志愿者|义工|职工|员工|工人|当事人|申请人|投诉人|举报人|信访人|来访人|来电人"
    "|报案人|反映人|受害人|嫌疑人|死者|伤者|逝者|儿童|孤儿|女童|男童|孕妇|产妇|妇女|婴儿|军人|军属|烈属|矫正对象|重点人员|监护人|家属|亲属"
    "|收款人|付款人|领款人|委托人|受托人|承租人|出租人|账户名|户名|姓名|名叫|医生|教师|老师|企业家|乡贤|律师"
    "|丈夫|妻子|母亲|父亲|儿子|女儿|孙子|子女|负责人|联系人|经办人|填报人|填表人|制表人|审核人|责任人|包干人|法定代表人|法人代表|法人|村医|者|干部|领导|代表|对象|成员"
)  # fmt: skip
_POSTS = "书记|主任|经理|镇长|村长|局长|所长|科长|站长|队长|组长|校长|院长|处长|部长|会长|园长|厂长|董事长|总裁|老板|干事|专员|委员|指导员|助理|支书|主席|调解员|民警"
# How people are called by their family names alone.
_CALLED = "先生|女士|小姐|大爷|大妈|大娘|大叔|大伯|大姐|大哥|奶奶|爷爷|阿姨|阿公|阿婆|阿伯|阿叔|伯伯|叔叔|婆婆|老伯|老太|师傅|老师"
_TITLES = f"{_POSTS}|副(?:书记|主任|经理|镇长|局长|所长|科长|站长|队长|组长|校长|院长)|同志|{_CALLED}|医生|护士|律师|警官|法官"
_AFTER = (
    "老人|患者|户主|网格员|网格长|村民|居民|残疾人|学生|党员|家属|一家|一户|户[^籍数]|户$|家[中里属漏住门]|家$|家[,，。、]|负责|牵头|带队|填[写报表]|制表|审核|整理|经手|包干|签[字名]|等[0-9一二三四五六七八九十]*[人户]|夫妇|夫妻|父子|母子|低保|五保|特困|申请|反映|来电|来访"
    "|上访|信访|投诉|举报|求助|住院|病历|档案|简历|去世|死亡|摔倒|身体|患病|残疾|个人|之[子女妻]|的(?:家|母亲|父亲|儿子|女儿|妻子|丈夫|房|电话|手机)"
    "|[(（](?:[一-龥]{0,3}(?:主任|书记|村长|经理|站长|会长)|签|户主|业主|网格[长员]|村民|居民|[党团]员|调解员|志愿者|楼长|组长|负责|书记|主任|村民|男|女|联系|身份|电话|手机|[0-9]{2}岁)|[,，、 ]?[男女][,，、 ]|[,，]?[0-9]{2}岁"
)
# What somebody does who is only called 小陈 or 陈总.
_TOLD = "反映|投诉|表示|来电|求助|报修|负责|跟进|带队|家[门里中的]"
# 施工, 包工 and 石工 are no engineers.
_COMMON = "王李张刘陈杨黄赵吴周徐孙朱胡郭何林郑梁蔡许洪"
# A whole name with two given characters, as titles of matters have it, and what of somebody's own follows there.
_WHOLE = f"(?:(?:{COMPOUND})[{GIVEN}]{{1,2}}|[{FAMILY}](?:建设|[{GIVEN}]{{2}}))"
_OWN = (
    "宅基地|危房|旧宅|老宅|房屋|住房|安置房|违建|户口|低保|社保|医保|医疗|就医|住院|残疾|工伤|伤残|欠薪|讨薪|工资|赡养|抚养|丧葬|遗产|继承|婚姻|离婚|子女|孩子|入学|上学|升学"
    "|就业|求职|借款|债务|欠款|纠纷|矛盾|冲突|争议|邻里|赔偿|补偿款|法律援助|救助|补助|信访|诉求|屋[后前旁顶]|围墙"
)
_THROUGH = "的|家的?|家庭|一家|本人|申请|申领|办理|领取|提供|要求|咨询|反映|因|之间的?|双方的?|两[家户人]的?"
# What firms are called rather than persons: 金鑫源, 金永兴, with which one signs too, and which answer for a matter.
_FIRM = re.compile("^金[鑫永福宏达利].|[源隆泰]$")
_ANSWERS = re.compile(f"{_B}(?:负责|牵头|跟进|承办|签[订字])")
# A word for building, and given by itself with the usual family names alone.
_BUILT = "建设"
# Behind a family name these make a place or a body of it: 江滨路, 金源公司.
_PLACE = re.compile(
    "[路街巷村镇园区厂站楼苑城场河桥馆院社坊里]|公司|公园|集团|广场|大厦|花园|小区|[湾苑]|学校|中学|小学|商[店行场]|市场|工程|服[装饰]|科技|食品|五金"
)
_BODY = re.compile("[村镇区园厂站室局委会部所办组队院校司社团店市县省路街线处科]$")
# Who works, sells or drives, called by a whole name.
_WORKERS = (
    "外来工|务工人员|水电工|保安|保洁|司机|店主|摊主|车主|船主|机主|业户|通讯员|供稿|摄影|新生儿|(?:失独|困难|单亲)家庭"
)
# A name begins a word: what may touch it before.
_LEADS = frozenset(
    "众岁客友村镇区市县民由和与及请找向对给被是为经据让跟帮员人户长局司队组里家路号巷弄系访慰问问者生主记理任厝属伴婆子女"
)
# The last characters of verbs of which somebody is the object: 协调, 解决, 帮助, 关于.
_VERB_ENDS = frozenset("调解决助扶慰于实察促办接落处看望谈")


def is_name(word: str) -> bool:
    """Whether `word` may be a whole name: a family name with one or two given characters, and no office word."""
    family = 2 if re.match(COMPOUND, word) else 1
    given = word[family:]
    if not given or not re.match(_FAMILY, word):
        return False
    if given == _BUILT:
        return word[0] in _COMMON
    if re.fullmatch(_MASKED, given):
        return word[0] not in SMALL_WORDS or given != "某"
    if len(given) == 1 and given in NUMBERED:
        return word not in WORDS and word[0] not in SMALL_WORDS
    is_given = len(given) <= 2 and all(character in GIVEN + "小大老" for character in given) and given not in "小大老"
    return is_given and (family == 2 or (word[:2] not in WORDS and (len(given) == 2 or word[0] not in SMALL_WORDS)))


def _named(found: re.Match[str]) -> str:
    return re.sub(BLANK, "", found["name"])


def _begins(found: re.Match[str]) -> bool:
    before = found.string[: found.start("name")][-1:]
    return not "\u3400" <= before <= "\u9fff" or before in _LEADS


def _follows_somebody(found: re.Match[str]) -> bool:
    """The longest name first; a shorter one where the longer is none: 王平安装."""
    name, start = found["name"], found.start("name")
    end = next((size for size in range(len(name), 1, -1) if is_name(re.sub(BLANK, "", name[:size]))), None)
    return end is not None and not _PLACE.match(found.string, start + end)


def _follows_post(found: re.Match[str]) -> bool:
    rest = found.string[found.end() :]
    is_end = re.match(r"$|[^一-龥]|[的等任为同在说带主入到和、]", rest)
    return bool(is_end) and is_name(_named(found))


def _is_labelled(found: re.Match[str]) -> bool:
    name = _named(found)
    return name not in WORDS and not _BODY.search(name) and not re.search("[无空略]|同上|单位|盖章|签[字名]", name)


def _has_title(found: re.Match[str]) -> bool:
    name = _named(found)
    is_firm = _FIRM.search(name) and _ANSWERS.match(found.string, found.end("name"))
    return _begins(found) and is_name(name) and not is_firm


def _is_whole(found: re.Match[str]) -> bool:
    before = found.string[: found.start("name")][-1:]
    return is_name(_named(found)) and (_begins(found) or before in _VERB_ENDS)


def _is_said_whole(found: re.Match[str]) -> bool:
    return is_name(_named(found)) and not _FIRM.search(found["name"])


def _has_short_title(found: re.Match[str]) -> bool:
    return _begins(found) and found["name"] not in SMALL_WORDS + "付方万"


def _is_masked(found: re.Match[str]) -> bool:
    before, name = found.string[: found.start()][-1:], found["name"]
    return name[0] not in SMALL_WORDS or (name.count("某") == 2 and (not before or before in _LEADS))


_LABEL = f"{_SOMEBODY}|{_POSTS}|姓名|名字|[一-龥]人|[一-龥]员|领导|干部|组长|代表|户代表|监护|主办|承办|签收|签字|签名|填报|审核|制表|经办|联系|负责"
NAMES = (
    Kind("姓名", f"(?:{_SOMEBODY}){_B}[:：（(“、是为叫]?{_B}(?P<name>{_NAME})", _follows_somebody, is_bounded=False),
    Kind("姓名", f"(?:{_POSTS}){_B}(?P<name>{_NAME})", _follows_post, is_bounded=False),
    Kind(
        "姓名",
        f"(?:{_LABEL})(?:[(（][^)）]{{1,6}}[)）])?{_B}[:：]{_B}(?P<name>[小老阿][{FAMILY}]|{_SHORT}{_B}[一-龥](?:{_B}[一-龥])?){_B}(?:$|[^一-龥 \t\n\r\u3000]|[一-龥]{{1,6}}[:：])",
        _is_labelled,
        is_bounded=False,
    ),
    Kind("姓名", f"(?P<name>{_NAME}){_B}(?:{_TITLES}|{_AFTER})", _has_title, is_bounded=False),
    Kind("姓名", f"组{_B}(?P<name>{_NAME}){_B}$", _has_title, is_bounded=False),
    Kind(
        "姓名",
        f"(?P<name>{_WHOLE})(?:[、,，与和跟同及]{_WHOLE})?(?:{_THROUGH})?(?:{_OWN})",
        _is_whole,
        is_bounded=False,
    ),
    Kind(
        "姓名",
        f"(?P<name>{_WHOLE})(?:提出|来电|来访|要求|求助|[(（][一-龥]{{0,6}}(?:负责人|代表|经理|老板|法人)[)）])",
        _is_whole,
        is_bounded=False,
    ),
    Kind(
        "姓名",
        f"(?:慰问|走访|看望|约谈|探望|陪同|回访|电联|致电|告知)(?P<name>{_WHOLE})(?:$|[^一-龥]|[后时等一])",
        _is_whole,
        is_bounded=False,
    ),
    # 参赛选手, 楼栋长, 被救助人: whoever is called so and by a whole name.
    Kind("姓名", f"[一-龥][人员手长者生户](?P<name>{_WHOLE})(?:$|[^一-龥])", _is_said_whole, is_bounded=False),
    Kind(
        "姓名",
        f"(?:与|和|跟|同|向|对|请|由)(?P<name>{_WHOLE})(?:签订?|协商|沟通|核实|达成|进行|说明|了解|反映|确认|负责|跟进|牵头)",
        _is_said_whole,
        is_bounded=False,
    ),
    # Who is said to have a matter in hand, or to be a party of it, and is called by a whole name and nothing more.
    Kind(
        "姓名",
        f"(?:经办|{_WORKERS}|请找|找到|可找|(?:当事人|双方){_B}[:：]?{_B}(?:[甲乙]方|申请方)?){_B}[:：]?{_B}(?P<name>{_WHOLE})(?:$|[^一-龥]|办理|联系|咨询|对接)",
        _is_said_whole,
        is_bounded=False,
    ),
    Kind("姓名", f"(?:{_SOMEBODY}|{_WORKERS}|[一-龥][工手匠])(?:{_SHORT})(?:{_CALLED})", is_bounded=False),
    Kind("姓名", f"(?:{_WORKERS}){_B}[:：]?{_B}[小老阿][{FAMILY}](?:{_TOLD}|$)", is_bounded=False),
    Kind("姓名", f"(?P<name>[小老阿][{FAMILY}])(?:{_TOLD})", _begins, is_bounded=False),
    Kind("姓名", f"(?P<name>(?:{_SHORT})总|[{_COMMON}]工)(?:{_TOLD}|联系)", _begins, is_bounded=False),
    Kind("姓名", f"(?P<name>{_SHORT})(?:{_TITLES})", _has_short_title, is_bounded=False),
    # 陈*明, 张××: what stands between is left out.
    Kind(
        "姓名",
        f"(?P<name>{_SHORT}(?:[×xX*＊]{{1,2}}[{GIVEN}]|[×xX*＊○]{{2}}))(?:$|[^0-9A-Za-z×*])",
        _begins,
        is_bounded=False,
    ),
    Kind(
        "姓名",
        f"(?P<name>{_SHORT}某某|{_SHORT}某(?:[^日月年地处些个种项村镇园部单企]|$))",
        _is_masked,
        is_bounded=False,
    ),
)
_BETWEEN = re.compile("[、,，;；/和与及]")
# What a list of names begins with, for RE2.
LIST_HINT = f"^{_B}[、,，;；/]*{_B}{_FAMILY}{_B}{_GIVEN_HINT}{_B}[、,，;；/和与及 \t\n\r\u3000]"


def names_in_list(folded: str) -> bool:
    """Whether the whole text is a list of two or more names and nothing else."""
    parts = _BETWEEN.split(folded) if _BETWEEN.search(folded) else re.split(BLANK, folded)
    items = [item for item in (re.sub(BLANK, "", part) for part in parts) if item]
    return len(items) > 1 and all(map(is_name, items))


def is_person(folded: str, known: Container[str]) -> bool:
    """Whether the whole text is one name, blanks in it or not, that is none of the `known` areas and units."""
    word = re.sub(BLANK, "", folded)
    return word not in known and folded.strip() not in known and is_name(word)
