"""How figures look: theme, formats, charts, maps, the filter bar and the blocks that pages are set from."""

from dashboard.render.web.platform import leave_older_navigation

leave_older_navigation()
