"""Turns figures of lists and services into a page of cards."""

from dashboard.meeting.digests import Digest, digest_kind

SERVICES = Digest(
    "services",
    "清单与服务",
    (
        *("needs_raised", "needs_closed", "needs_open", "need_satisfaction_rate", "need_on_time_rate"),
        *("service_visits", "mediation_success_rate", "childcare_occupancy", "wish_completion_rate"),
    ),
)
SLIDE = digest_kind(SERVICES, 33)
