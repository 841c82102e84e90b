"""What Streamlit promises to nobody and this program uses: private names, each under a word of ours, and one switch.

Style sheets and scripts write `:--word`, which `filled` turns into the selector. `tests/browser/test_platform.py` finds
each on a running page; `tests/test_house.py` looks for such names elsewhere. The classes `st-key-…` are documented.
"""

from string import Template

import streamlit as st
from streamlit.errors import FragmentHandledException
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = [
    "PARTS",
    "BackMsg",
    "ForwardMsg",
    "FragmentHandledException",
    "UploadedFile",
    "filled",
    "leave_older_navigation",
    "note_frame",
    "stay_in_frame",
]

PARTS = {
    # The frame.
    "app": ".stApp",
    "main": '[data-testid="stMain"]',
    "content": ".stMainBlockContainer",
    "header": ".stAppHeader",
    "skip": '[data-testid="stSkipToContent"]',
    "page-link-above": '[data-testid="stTopNavLink"]',
    "pages-button": '[data-testid="stExpandSidebarButton"]',
    "pages-more": '[data-testid="stTopNavSection"]',
    "deploy-button": ".stAppDeployButton",
    "status": '[data-testid="stStatusWidget"]',
    "idle": '[data-test-script-state="notRunning"]',
    # The menu.
    "menu-button": '[data-testid="stMainMenu"] button',
    "menu": '[data-testid="stMainMenuPopover"]',
    "menu-list": '[data-testid="stMainMenuList"]',
    "menu-divider": '[data-testid="stMainMenuDivider"]',
    "menu-about": '[data-testid="stMainMenuItem-about"]',
    "menu-themes": '[data-testid^="stMainMenuItem-theme-"]',
    "menu-theme-system": '[data-testid="stMainMenuItem-theme-System"]',
    "menu-theme-light": '[data-testid="stMainMenuItem-theme-Light"]',
    "menu-theme-dark": '[data-testid="stMainMenuItem-theme-Dark"]',
    # What holds elements.
    "stack": ".stVerticalBlock",
    "row": ".stHorizontalBlock",
    "column": '[data-testid="stColumn"]',
    "wrapper": '[data-testid="stLayoutWrapper"]',
    "element": ".stElementContainer",
    "expander": '[data-testid="stExpander"]',
    "expander-body": '[data-testid="stExpanderDetails"]',
    "popover": '[data-testid="stPopover"]',
    "popover-body": '[data-testid="stPopoverBody"]',
    "tooltip": '[data-testid="stTooltipContent"]',
    # Elements.
    "html": ".stHtml",
    "alert-error": '[data-testid="stAlertContentError"]',
    "choices": '[data-testid="stButtonGroup"]',
    "chosen": '[data-testid="stButtonGroup"] [data-selected="true"]',
    "code": '[data-testid="stCode"]',
    "component": ".stBidiComponent",
    "download": ".stDownloadButton",
    "exception": '[data-testid="stException"]',
    "native-chart": ".stVegaLiteChart",
    "page-link": ".stPageLink",
    "progress": ".stProgress",
    "chosen-tag": "[data-tag]",
    "multi-select": ".stMultiSelect",
    "select-box": '[data-testid="stSelectbox"]',
    "skeleton": '[data-testid="stSkeleton"]',
    "spinner": '[data-testid="stSpinner"]',
    "table": '[data-testid="stDataFrame"]',
    "table-editor": ".stDataFrameGlideDataEditor",
    "table-tools": '[data-testid^="stElementToolbar"]',
    # The box for files; what says where to let go of a file carries no name, only its place behind the input.
    "drop": '[data-testid="stFileUploaderDropzone"]',
    "drop-hint": '[data-testid="stFileUploaderDropzoneInstructions"]',
    "drop-here": '[data-testid="stFileUploaderDropzoneInput"] + div:not([data-testid])',
    "file": '[data-testid="stFileChip"]',
}


# In the session: whether the frame was ever around its pages.
FRAMED = "framed"


class _Parts(Template):
    delimiter = ":--"
    idpattern = "[a-z-]+"


def filled(text: str) -> str:
    """`text` with each `:--word` as the selector of the part; raises `KeyError` for a word that is none of `PARTS`."""
    return _Parts(text).substitute(PARTS)


def leave_older_navigation() -> None:
    """End the kind of navigation that Streamlit takes any folder called `pages` for, and run again.

    It lasts until `app.py` has run once in the process: a deep link that came first after a start would show a bare page,
    without the frame that asks who reads. Before the first page of a process there is nothing to run again.
    """
    is_older = PagesManager.uses_pages_directory
    PagesManager.uses_pages_directory = False
    if is_older:
        st.rerun()


def note_frame() -> None:
    """Note that the frame is around the pages of this session."""
    st.session_state[FRAMED] = True


def stay_in_frame() -> None:
    """Run again, once, where the page has no frame, since several deep links came at once.

    A page that a test runs for itself has none then either.
    """
    context = get_script_run_ctx()
    if context and not st.session_state.get(FRAMED) and (context.pages_manager.main_script_parent / "pages").exists():
        note_frame()
        st.rerun()
