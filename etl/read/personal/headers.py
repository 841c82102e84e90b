"""The headers of columns that hold what is a person's, as one pattern that DuckDB (RE2) and Python read alike."""

import re

# Last words of a header: 联系人 is a person, 联系人数 a count.
_LAST = (
    "姓名", "名字", "联系人", "书记", "户主", "家长", "法定代表人", "法人代表", "法人", "负责人(?:员)?", "责任人", "经办人(?:员)?", "填报人(?:员)?", "填表人",
    "制表人", "审核人(?:员)?", "复核人", "当事人", "申请人", "投诉人", "举报人", "信访人", "来访人", "上报人", "反映人", "报告人", "监护人", "受益人", "包干人",
    "承办人(?:员)?", "主办人", "签收人", "领取人", "签字人?", "签名", "本人签[字名]", "家庭成员", "家属", "配偶", "联系方式", "联络方式", "通讯方式",
    "(?:电话|手机|手机号|电话号|座机|固话)码?", "手机号码?", "传真", "tel", "phone", "mobile", "微信(?:账|帐)?号?", "wechat", "qq号?码?", "扣扣", "e?-?mail", "(?:电子)?(?:邮箱|邮件)(?:地址)?",
    "(?:抖音|支付宝)(?:账|帐)?号",
    "身份证(?:号|件号)?码?", "证件号码?", "公民身份号码", "护照号?码?", "通行证号?码?", "残疾证号?码?", "社保卡?号码?", "医保卡?号码?", "银行卡号?", "银行账[号户]", "银行帐[号户]", "卡号",
    "车牌号?码?", "车号", "户号", "户籍编号", "户口本?号码?", "门牌号?码?", "门牌", "房号", "房间号码?", "室号", "楼栋房号",
    "住址", "(?:家庭|居住|户籍|现住|常住|通讯|联系|收货)地址", "户籍所在地", "户口所在地", "籍贯", "出生(?:日期|年月|年月日|时间|地)", "生日", "年龄", "岁数",
    "照片", "人脸(?:照片|图像|信息|数据|特征)?", "指纹", "(?:轨迹|行踪)(?:数据|信息)?",
)  # fmt: skip
# These are a person's wherever they stand, unless the header counts or asks a share: 姓名及职务.
_ANYWHERE = ("姓名", "身份证号", "手机号", "联系电话", "联系方式", "家庭住址", "微信号", "银行卡号")


def _stretched(words: tuple[str, ...]) -> str:
    """Typists stretch a short header with blanks and line breaks: 姓　名."""
    return "|".join(re.sub(r"(?<=[一-龥])(?=[一-龥])", r"[\\s　]*", word) for word in words)


# A remark of one character in brackets is a unit: 电话（部）.
PERSONAL_HEADERS = (
    rf"(?i)(?:(?:{_stretched(_LAST)})[\s　]*(?:[*＊:：]|[(（][^)）]{{2,}}[)）])*[\s　]*$"
    rf"|(?:{_stretched(_ANYWHERE)})[^数量率次比个（(]*$)"
)
