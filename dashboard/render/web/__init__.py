"""How figures look: theme, formats, charts, maps, the filter bar and the blocks that pages are set from.

Streamlit takes any folder called `pages` for its older kind of navigation until `app.py` has run once in the process: a
deep link that came first after a start would show a bare page. So the first import ends that kind and runs again.
"""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

if PagesManager.uses_pages_directory:
    PagesManager.uses_pages_directory = False
    st.rerun()
