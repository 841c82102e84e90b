"""Why a figure is missing, as the word that stands in its place."""

from enum import StrEnum


class Absence(StrEnum):
    """A figure that is not there; never drawn or added up as a zero."""

    NOT_REPORTED = "未填报"
    NOT_DISCLOSED = "不公开"
    NOT_COMPARABLE = "不可比"
    NOT_IN_PERIOD = "本期无此项"
