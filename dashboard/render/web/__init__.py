"""How figures look: theme, formats, charts, maps, the filter bar and the blocks that pages are set from."""

from dashboard.access.acting import scope_of
from dashboard.metrics.versions import readers_come_from
from dashboard.render.web.platform import leave_older_navigation
from dashboard.render.web.readers import account_of_run

# Before any page asks for a figure, and wherever it does: a page, a fragment, a download.
readers_come_from(scope_of(account_of_run))
leave_older_navigation()
