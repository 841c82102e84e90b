"""Keeps a failure to the block that it happens in: the reader is told there, the page goes on, the log has the rest."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.web.blocks.words import empty_state
from dashboard.render.web.platform import FragmentHandledException
from dashboard.render.web.readers import account_of_run

log = logging.getLogger(__name__)

TITLE = "这一块没有画出来"
WHY = "其余不受影响。"
WHAT_TO_DO = "请换一个区域或时期再看；仍然这样，请把本页的网址告诉维护人员，经过已记入运行日志。"


def tell() -> None:
    """The message in the place of a block that was not drawn."""
    empty_state(TITLE, WHY, WHAT_TO_DO)


@contextmanager
def contained(instead: Callable[[], None] = tell) -> Iterator[None]:
    """What is drawn inside may fail: the traceback goes to the log, `instead` is called, the page goes on behind it.

    Also a decorator; below `@st.fragment`, so that the fragment itself never fails. A fragment runs without the frame, so
    that nothing is drawn here for who has signed out since, in another tab or after hours.
    """
    if account_of_run() is None:
        st.stop()
    try:
        yield
    except WarehouseUnavailable:
        # The frame knows what to say and to do about that.
        raise
    except FragmentHandledException:
        # Streamlit has told the reader already, inside the fragment.
        log.warning("A fragment failed outside of a contained block")
    except Exception:
        # The one place of the product where every error is caught, whatever it is: a reader who meets a mistake of the
        # program shall lose one picture and not the page. Reruns, stops and changes of page are no `Exception` and pass.
        log.exception("A block of the page was not drawn")
        instead()
