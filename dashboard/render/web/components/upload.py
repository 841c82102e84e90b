"""Turns files that a reader drops or chooses into uploads, in a box whose every word is Chinese."""

from pathlib import Path

import streamlit as st

from dashboard.render.web.platform import UploadedFile, filled

HERE = Path(__file__)
STYLE = filled(HERE.with_suffix(".css").read_text(encoding="utf-8"))
_words = st.components.v2.component("upload_words", js=HERE.with_suffix(".js").read_text(encoding="utf-8"))


def most_megabytes() -> int:
    """How large one upload may be, as `.streamlit/config.toml` says."""
    most: int = st.get_option("server.maxUploadSize")
    return most


def upload_box(key: str, label: str) -> list[UploadedFile]:
    """A box for many files of any kind; the uploads as long as the reader leaves them there.

    No kind is refused here: what a file is, and what to do about it, is told by those who read it. The platform's own
    words cannot be set: style covers those that are seen, and the component those that a screen reader says.
    """
    hint = f"或把文件拖到这里，可以一次多个，也可以是压缩包（zip）；每个不超过{most_megabytes()} MB"
    with st.container(key=f"upload-{key}", gap=None):
        st.html(f'<style>{STYLE}[class*="st-key-upload-"] {{ --upload-hint: "{hint}"; }}</style>')
        files = st.file_uploader(label, accept_multiple_files=True, key=key, label_visibility="collapsed")
        _words(data={"label": label}, key=f"{key}-words", height=0)
    return files
