#!/bin/sh
# Starts the dashboard with the Python of this bundle; nothing of the system is used or changed.
cd "$(dirname "$0")" || exit 1
PYTHONPATH=app PYTHONNOUSERSITE=1 exec "{python}" -X utf8 -m deploy.start "$@"
