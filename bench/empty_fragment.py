"""The least that a click can do: a fragment of one button; the yardstick of 自助分析."""

import streamlit as st


@st.fragment
def nothing() -> None:
    """One button, and no answer."""
    st.button("应用")


nothing()
