"""The least that a filter can change: one box and no answer; the yardstick of the server's work."""

import streamlit as st

st.selectbox("时期", ["2025年第四季度", "2025年第三季度"], key="filter-period")
