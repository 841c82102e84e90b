"""The pipeline's front door: filled forms → the published warehouse, and what is wrong with them.

The functions lie in `etl.front` by their purpose. Their parts are imported when they are called, so that a child process
that only reads a file starts at once. Every function raises `FolderUnusable` where a folder cannot be used.
"""

from typing import TYPE_CHECKING

from etl.folders import DATA, WAREHOUSE, FolderUnusable, usable
from etl.front.answers import add_alias, answer, due_days, nearest_row, register_of, register_rows, settings_fault
from etl.front.backups import backup, restore
from etl.front.building import build, check, open_questions, watch_folder
from etl.front.corrections import add_correction, corrections, start_correction, start_undoing, undo_correction
from etl.front.forms import blank_forms, templates_zip, write_dictionary, write_templates
from etl.front.packs import pack, receive
from etl.front.places import default_data, default_warehouse
from etl.front.proposals import (
    annotated_copy,
    annotated_name,
    cancel_proposal,
    candidate,
    check_again,
    discard_proposal,
    excerpts,
    outlines,
    proposal,
    proposal_progress,
    proposals,
    propose,
    publish_proposal,
    recheck_proposal,
    revise_proposal,
    sender_fault,
    start_proposal,
)
from etl.front.versions import changes, compare, difference, history, leftovers, rollback, tidy, verify, version_file
from etl.overtaken import Overtaken, still_there
from etl.problems import BLOCKING, LEVEL_LABELS

if TYPE_CHECKING:
    # Named as themselves, so that who calls the front door can name what it gives: `etl.Problem`.
    from etl.corrected import Correction as Correction
    from etl.pipeline import BuildResult as BuildResult
    from etl.precheck import Checked as Checked
    from etl.problems import Problem as Problem
    from etl.proposing.proposal import Proposal as Proposal
    from etl.proposing.unpack import Sent as Sent
    from etl.quoted import Excerpt as Excerpt
    from etl.read.outlines import Outline as Outline
    from etl.warehouse.changed import RowChange as RowChange
    from etl.warehouse.changed import TableChange as TableChange
    from etl.warehouse.kept_versions import Kept as Kept
    from etl.warehouse.kept_versions import Version as Version
    from etl.warehouse.loads import Load as Load

__all__ = [
    "add_alias",
    "add_correction",
    "annotated_copy",
    "annotated_name",
    "answer",
    "backup",
    "blank_forms",
    "build",
    "cancel_proposal",
    "candidate",
    "changes",
    "check",
    "check_again",
    "compare",
    "corrections",
    "default_data",
    "default_warehouse",
    "difference",
    "discard_proposal",
    "due_days",
    "excerpts",
    "history",
    "leftovers",
    "nearest_row",
    "open_questions",
    "outlines",
    "pack",
    "proposal",
    "proposal_progress",
    "proposals",
    "propose",
    "publish_proposal",
    "receive",
    "recheck_proposal",
    "register_of",
    "register_rows",
    "restore",
    "revise_proposal",
    "rollback",
    "sender_fault",
    "settings_fault",
    "start_correction",
    "start_proposal",
    "start_undoing",
    "still_there",
    "templates_zip",
    "tidy",
    "undo_correction",
    "usable",
    "verify",
    "version_file",
    "watch_folder",
    "write_dictionary",
    "write_templates",
    "BLOCKING",
    "DATA",
    "FolderUnusable",
    "LEVEL_LABELS",
    "Overtaken",
    "WAREHOUSE",
]
