"""A channel and a day → how much comes in through it, at which hours, and of which kinds it mostly is."""

from datetime import date

from demo.holidays import SATURDAY, SPRING_FESTIVAL, SUNDAY, holiday_on, is_working

# What of a working day's reports comes in on a Saturday, on a Sunday, on another holiday, at Spring Festival.
OFF_DAYS = {
    "网格员": (0.44, 0.30, 0.22, 0.10),
    "企业": (0.30, 0.10, 0.05, 0.02),
    "热线": (0.86, 0.80, 0.70, 0.45),
    "微心愿": (1.10, 1.05, 0.80, 0.30),
    "快递小哥": (0.95, 0.80, 0.60, 0.15),
}
# Hour → weight. Grid staff and enterprises keep office hours with a break at noon; the hotline never closes and is
# called after supper; wishes are told in the evening; couriers see most on their rounds in the morning and afternoon.
HOURS = {
    "网格员": {7: 3, 8: 13, 9: 20, 10: 18, 11: 10, 12: 2, 13: 1, 14: 8, 15: 15, 16: 14, 17: 8, 18: 3, 19: 3, 20: 2},
    "企业": {8: 8, 9: 18, 10: 17, 11: 9, 12: 1, 13: 3, 14: 12, 15: 16, 16: 13, 17: 7, 18: 2},
    "热线": dict(enumerate((4, 3, 2, 1, 1, 2, 5, 10, 16, 20, 19, 15, 11, 10, 13, 15, 15, 14, 16, 20, 21, 18, 12, 7))),
    "微心愿": {8: 3, 9: 6, 10: 7, 11: 5, 12: 6, 13: 3, 14: 4, 15: 5, 16: 6, 17: 6, 18: 8, 19: 12, 20: 13, 21: 9, 22: 3},
    "快递小哥": {7: 2, 8: 8, 9: 12, 10: 13, 11: 12, 12: 6, 13: 6, 14: 10, 15: 12, 16: 11, 17: 9, 18: 7, 19: 5, 20: 3},
}
# How much likelier than usual a kind is in what comes in through a channel.
KINDS_OF = {
    "网格员": {},
    "企业": {"安全隐患": 2.2, "矛盾纠纷": 1.3, "环境卫生": 0.6, "民生求助": 0.4},
    "热线": {"民生求助": 1.8, "设施损坏": 1.4, "市容占道": 1.3, "安全隐患": 0.6},
    "微心愿": {"民生求助": 6.0, "安全隐患": 0.3, "市容占道": 0.2, "矛盾纠纷": 0.4, "环境卫生": 0.6},
    "快递小哥": {"设施损坏": 1.5, "市容占道": 1.4, "安全隐患": 1.3, "矛盾纠纷": 0.1, "民生求助": 0.5},
}


def share(channel: str, day: date) -> float:
    """What comes in on the day, where a working day has 1."""
    if is_working(day):
        return 1.0
    saturday, sunday, holiday, festival = OFF_DAYS[channel]
    name = holiday_on(day)
    if name is None:
        return {SATURDAY: saturday, SUNDAY: sunday}[day.weekday()]
    return festival if name == SPRING_FESTIVAL else holiday
