"""The desk of 数据填报: blank forms, what was sent and what it would change, versions, who has sent what; the front door of the folder."""

from dashboard.render.web.filing.blank_forms import blank_forms
from dashboard.render.web.filing.correcting import corrections
from dashboard.render.web.filing.sending import sending
from dashboard.render.web.filing.standing import standing
from dashboard.render.web.filing.versions import versions
from dashboard.render.web.filing.words import usable

__all__ = ["blank_forms", "corrections", "sending", "standing", "usable", "versions"]
