"""Turns figures of jobs, talent and training into a page of cards."""

from dashboard.meeting.digests import Digest, digest_kind

WORK = Digest(
    "work",
    "就业、人才与培训",
    (
        *("employees", "job_openings", "job_hires", "openings_per_seeker", "talent_introduced", "title_pass_rate"),
        *("courses", "completed", "completion_rate", "jobs_cumulative"),
    ),
)
SLIDE = digest_kind(WORK, 31)
