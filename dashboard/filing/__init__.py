"""The desk of 数据填报: blank forms, what was sent and what it would change, versions, who has sent what; the front door of the folder."""

from dashboard.filing.blank_forms import blank_forms
from dashboard.filing.correcting import corrections
from dashboard.filing.sending import sending
from dashboard.filing.standing import standing
from dashboard.filing.versions import versions
from dashboard.filing.words import usable

__all__ = ["blank_forms", "corrections", "sending", "standing", "usable", "versions"]
