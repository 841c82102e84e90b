"""准备数据: builds the warehouse where there is none that can be read, and says how far it is or what is wrong."""

import streamlit as st

import etl
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.web.blocks import empty_state, page_header

WHY = {
    "missing": "这台电脑上还没有建好的数据，正在用 data 文件夹里的表格生成，通常不到一分钟。",
    "broken": "原有的数据文件已损坏或无法读取，正在用 data 文件夹里的表格重新生成。",
    "outdated": "原有的数据文件是旧版程序生成的，正在用 data 文件夹里的表格重新生成。",
}
REFUSED = "请按下列提示改好表格后刷新本页；原文件没有被改动。"
REFUSED_BUT_BACK = "刷新本页即可查看退回的版本；请按下列提示改好表格后重新生成。"


def prepare(reason: str) -> None:
    """Build the warehouse in front of the user, then show the page that was asked for.

    `reason` is why the present warehouse cannot be read: `missing`, `broken` or `outdated`.
    """
    page_header("正在准备数据", WHY[reason])
    bar = st.progress(0.0, text="开始")

    def tell(share: float, text: str) -> None:
        bar.progress(share, text=text)

    try:
        result = etl.build(progress=tell)
    except etl.FolderUnusable as unusable:
        bar.empty()
        empty_state("数据没有生成", unusable.message, "处理好以后刷新本页。")
        return
    bar.empty()
    if result.is_refused:
        why = f"{result.repair}表格中有{len(result.problems)}处需要改正。"
        empty_state("数据没有生成", why, REFUSED_BUT_BACK if result.repair and result.version else REFUSED)
        for problem in result.problems:
            st.text(str(problem))
        return
    try:
        current()
    except WarehouseUnavailable as unavailable:
        empty_state("数据仍然无法读取", unavailable.message)
    else:
        st.rerun()
