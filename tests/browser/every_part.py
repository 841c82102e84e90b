"""A page with one of each thing that Streamlit has and this program styles, waits for or reads; served by its test."""

import time

import streamlit as st


def parts() -> None:
    """Everything, one below the other."""
    st.html("<p>html</p>")
    st.code("code")
    st.columns(2)[0].text("text")
    st.selectbox("select", ["a"])
    st.segmented_control("chosen", ["a", "b"], default="a")
    st.multiselect("several", ["a"], default=["a"])
    st.button("explained", help="help")
    st.progress(0.5)
    st.page_link(other)
    st.download_button("download", "data")
    st.dataframe({"column": [1]})
    st.line_chart([1, 2])
    st.components.v2.component("part", html="<p>component</p>")()
    st.file_uploader("upload", accept_multiple_files=True, key="upload")
    with st.expander("expander", expanded=True):
        st.text("text")
    with st.popover("popover"):
        st.text("text")
    st.error("error")
    st.exception(ValueError("exception"))
    with st.spinner("spinner"):
        time.sleep(2)


st.set_page_config(page_title="parts", menu_items={"About": "about"})
other = st.Page(lambda: None, title="other", url_path="other")
more = st.Page(lambda: None, title="more", url_path="more")
st.navigation({"": [st.Page(parts, title="parts", default=True), other], "rest": [more]}, position="top").run()
