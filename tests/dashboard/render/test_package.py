"""Files that are the same whenever and wherever they are written."""

import os
import subprocess
import sys

from tests.serving import REPOSITORY

WRITE = """
import hashlib, sys
from pathlib import Path
from dashboard.meeting.running_order import running_order
from dashboard.metrics.versions import current
from dashboard.render.documents import DOCUMENTS
order = running_order(current(Path(sys.argv[1])), "M2")
print(*(hashlib.sha256(DOCUMENTS[kind].write(order)).hexdigest() for kind in ("pptx", "xlsx", "docx", "report")))
"""


def test_the_same_data_give_the_same_files_at_another_time_in_another_process(small):
    def written(seed: str) -> str:
        words = [sys.executable, "-c", WRITE, str(small.file.parent)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(words, cwd=REPOSITORY, env=environment, capture_output=True, check=True, text=True).stdout

    # Files tell the time to two seconds, and the two processes start further apart.
    first, second = written("1"), written("2")
    assert first == second and len(first.split()) == 4
