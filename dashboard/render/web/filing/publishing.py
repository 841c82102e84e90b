"""Publishes a proposal with a note, by one person or two, or leaves it."""

import streamlit as st

import etl
from dashboard.render.web.blocks.words import heading_html
from dashboard.render.web.filing.words import machine_told, say, say_later
from dashboard.render.web.taking import recorded_as, signed_in_as
from dashboard.store.audit import Did
from dashboard.text.formats import escape_markdown

LONGEST_NOTE = 200


def publishing(proposal: "etl.Proposal") -> None:
    """The last step: a note, the consent where one is asked for, and the button."""
    with st.container(key="desk-publish", border=True, gap="small"):
        is_second = proposal.state == "approval"
        asked = f"由{proposal.sent_by or '报送单位'}提请发布，请另一个单位或岗位看过以后同意" if is_second else ""
        st.html(
            heading_html(
                "同意发布" if is_second else "发布", asked or "发布后各页立即显示新数据；原来的版本保留，随时可以退回"
            )
        )
        with st.container(key="publish-line", horizontal=True, vertical_alignment="bottom", gap="small"):
            note = st.text_input(
                "说明",
                value=proposal.note,
                key="publish-note",
                max_chars=LONGEST_NOTE,
                placeholder="如：2026年第三季度网格力量首报",
            )
            approved_by = (
                signed_in_as()
                or st.text_input("同意单位", key="publish-approver", max_chars=40, placeholder="单位或岗位，不写姓名")
                if is_second
                else ""
            )
            is_own = bool(signed_in_as()) and approved_by == proposal.sent_by
            pressed = st.button(
                "同意并发布" if is_second else "发布",
                type="primary",
                key="publish",
                disabled=is_own or (is_second and not approved_by.strip()),
            )
        if pressed:
            _publish(proposal.proposal_id, note.strip(), approved_by.strip())


def _publish(proposal_id: str, note: str, approved_by: str) -> None:
    """Publish in sight, then say what came of it."""
    bar = st.progress(0.0, text="正在发布")

    def tell(share: float, text: str) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=escape_markdown(text))

    with machine_told():
        try:
            result = etl.publish_proposal(proposal_id, note=note, approved_by=approved_by, progress=tell)
        except ValueError:
            say("说明或同意单位里有个人信息，请只写单位或岗位，不写姓名、电话。")
            return
        finally:
            bar.empty()
        if result.published:
            recorded_as(Did.PUBLISHED, f"{result.version} {proposal_id}")
        say_later(outcome(result), is_done=result.published or not result.problems)
        st.rerun()


def outcome(result: "etl.BuildResult") -> str:
    """What publishing came to, in one sentence."""
    if result.published:
        return "已发布，各页现在显示新数据；要退回，到“版本”。"
    if result.problems:
        return f"没有发布：{result.problems[0].message}{result.problems[0].remedy}"
    return "已提请发布，等另一个单位或岗位同意。"
