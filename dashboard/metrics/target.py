"""A year's target and the figure of the year to date → how much of it is reached, and how that stands to its course."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dashboard.metrics.absence import Absence
from dashboard.metrics.course import Course, exact, way_of
from dashboard.metrics.metric import Metric
from dashboard.metrics.qualified import Qualified, Qualifier

State = Literal["met", "ahead", "even", "behind", "unknown"]

# Less than this beside the course, in per cent of the target, is no difference.
TOLERANCE_PCT = 0.1
# 约 leaves half a unit of the last digit that is no zero, and never more than this share of the figure.
ABOUT_AT_MOST = Decimal("0.05")
POINTS = "个百分点"


@dataclass(frozen=True, kw_only=True)
class Target:
    """What an area is to reach in a metric by the end of a year; `declared` is its course by quarter, where one was set."""

    area_code: str
    metric: Metric
    year: str
    aim: float
    qualifier: Qualifier = "eq"
    declared: tuple[float, ...] = ()
    document: str = ""
    origin: str = ""

    @property
    def figure(self) -> Qualified:
        """The target with what its qualifier leaves open."""
        number = exact(self.aim).low or Decimal(0)
        if self.qualifier != "approx":
            return Qualified.of(number, self.qualifier, self.metric.unit)
        exponent = number.normalize().as_tuple().exponent
        half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
        half = min(half, abs(number) * ABOUT_AT_MOST)
        return Qualified.of(number, "approx", self.metric.unit, low=number - half, high=number + half)

    @property
    def is_higher_better(self) -> bool:
        """Whether more is better; of what is kept down the target is a limit."""
        return self.metric.direction == "higher"

    @property
    def open_pct(self) -> float:
        """How far 约 reaches on either side, in per cent of the target."""
        if self.qualifier != "approx" or not self.aim:
            return 0.0
        return (float(self.figure.high or 0) / self.aim - 1) * 100

    def is_met_by(self, reached: float) -> bool:
        """Whether the figure is what the target asks for; 约 is met from its nearer bound on."""
        if self.qualifier in ("gt", "lt"):
            return reached > self.aim if self.qualifier == "gt" else reached < self.aim
        slack = self.aim * self.open_pct / 100
        return reached >= self.aim - slack if self.is_higher_better else reached <= self.aim + slack


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a target is reached by the end of `period`, or of the `last_month` of the year that counts in it.

    `reached` is the year to date in the metric's unit; `completion` is it in per cent of the target (不可比 where less is
    better), `gap` it less the target. `due` is what should be reached by the `course`, `lead` how far it is before that
    in percentage points, `expected` where the year ends if it goes on so. What may not be shown is 不公开 in all of them.
    `distance` is the lead on the target as printed, whatever is better, by which targets are sorted: in per cent of it, of a
    share in points.
    """

    target: Target
    period: str
    last_month: int
    reached: Qualified | Absence
    completion: Qualified | Absence
    gap: Qualified | Absence
    lead: Qualified | Absence | None
    expected: Qualified | Absence | None
    course: Course | None = None
    due: float | None = None
    state: State = "unknown"
    distance: float = 0.0
    origins: tuple[str, ...] = ()
    as_of: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the year is over, so that there is no course any more."""
        return self.last_month == 12

    @property
    def due_pct(self) -> float | None:
        """What should be reached, in per cent of the target."""
        return None if self.due is None or not self.target.aim else self.due / self.target.aim * 100

    @property
    def reached_pct(self) -> float | None:
        """What is reached, in per cent of the target as printed; None where either is not known."""
        if isinstance(self.reached, Absence) or not self.target.aim:
            return None
        return float(self.reached.low or 0) / self.target.aim * 100


def judged(target: Target, period: str, reached: Qualified | Absence, course: Course | None, months: int) -> Progress:
    """The target beside what is reached of it by the end of a quarter, or when so many `months` of it are over."""
    quarter = int(period[-1])
    last_month = (quarter - 1) * 3 + months
    due = None if course is None else course.at(quarter, months)
    if isinstance(reached, Absence):
        return Progress(
            target=target,
            period=period,
            last_month=last_month,
            reached=reached,
            completion=reached,
            gap=reached,
            lead=reached,
            expected=reached,
            course=course,
            due=due,
        )
    value = float(reached.low or 0)
    distance = _distance(target, value, due)
    return Progress(
        target=target,
        period=period,
        last_month=last_month,
        reached=reached,
        completion=_share(reached, target) if target.is_higher_better else Absence.NOT_COMPARABLE,
        gap=reached - target.figure,
        lead=_lead(target, reached, due),
        expected=None if last_month == 12 else _expected(target, value, course, due),
        course=course,
        due=due,
        state=_state(target, value, distance, is_over=last_month == 12),
        distance=distance or 0.0,
    )


def _is_exact(figure: Qualified) -> bool:
    return figure.low is not None and figure.low == figure.high


def _share(reached: Qualified, target: Target) -> Qualified:
    """What is reached in per cent of the target; two figures without qualifier have one without."""
    if _is_exact(reached) and target.qualifier == "eq" and target.aim:
        return exact(float(reached.low or 0) / target.aim * 100, "%")
    return (reached / target.figure * exact(100.0)).to(1, "%")


def _lead(target: Target, reached: Qualified, due: float | None) -> Qualified | None:
    """How far a figure of which more is better is before its course, in percentage points; a share in its own."""
    if due is None or not target.is_higher_better or not target.aim:
        return None
    if target.metric.unit == "%":
        return (reached - target.figure).to(1, POINTS) + exact(target.aim - due, POINTS)
    share, due_points = _share(reached, target).to(1, POINTS), exact(due / target.aim * 100, POINTS)
    if target.figure.high is not None:
        return share - due_points
    # Of a target without an upper end nothing is known of how small a part is reached.
    return Qualified.between(None, share.high, POINTS, is_high_open=share.is_high_open) - due_points


def _distance(target: Target, reached: float, due: float | None) -> float | None:
    """How far a figure is before its course for the better, in per cent of the target; of a share, in its own points.

    Of a target of none it is in its unit.
    """
    if due is None:
        return None
    sign = 1 if target.is_higher_better else -1
    whole = 100.0 if target.metric.unit == "%" else abs(target.aim) or 1.0
    return sign * (reached - due) / whole * 100


def _state(target: Target, reached: float, distance: float | None, *, is_over: bool) -> State:
    """Met for good, or beside the course: only what lies beyond the tolerance is ahead or behind."""
    stays = target.is_higher_better and (way_of(target.metric) == "flow" or target.metric.only_grows)
    if target.is_met_by(reached) and (is_over or stays):
        return "met"
    if distance is None:
        return "unknown"
    open_points = target.open_pct * (target.aim / 100 if target.metric.unit == "%" else 1)
    if abs(distance) <= TOLERANCE_PCT + open_points:
        return "even"
    return "ahead" if distance > 0 else "behind"


def _expected(target: Target, reached: float, course: Course | None, due: float | None) -> Qualified | None:
    """Where the year ends if what is left of the way is made as the course has it; None where nothing was due yet."""
    if course is None or due is None or course.basis == "held" or way_of(target.metric) == "held":
        return None
    whole, made = target.aim - course.start, due - course.start
    if not whole or made / whole <= 0:
        return None
    return exact(course.start + (reached - course.start) * whole / made, target.metric.unit)
