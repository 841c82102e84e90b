"""Which values of the boxes of pages were found in the address and could be chosen, in this session of a reader."""

import streamlit as st

# In the session: by the key of a box its values that were offered, and the place of notices of the page that is drawn.
SETTLED, NOTICES = "settled-values", "settled-notices"


def settle(key: str, value: str) -> None:
    """Remember that a box, or whatever else reads `key`, offered the value that the address has."""
    known: dict[str, set[str]] = st.session_state.setdefault(SETTLED, {})
    known.setdefault(key, set()).add(value)


def is_settled(key: str, value: str) -> bool:
    """Whether the value was offered: in what is drawn, or in a section that was open before."""
    return value in st.session_state.get(SETTLED, {}).get(key, ())
