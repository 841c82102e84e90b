"""Turns figures and words into the blocks of a page, in one look and with their source; the front door of the folder."""

from dashboard.render.web.blocks.cards import headline_cards
from dashboard.render.web.blocks.contained import contained
from dashboard.render.web.blocks.frames import (
    chart_block,
    map_block,
    map_width,
    reading_block,
    table_block,
    words_block,
)
from dashboard.render.web.blocks.words import (
    absent_parts,
    attention_list,
    definition_list,
    demo_tag,
    demonstration_strip,
    digest_lines,
    empty_state,
    finding_text,
    lead_text,
    on_paper,
    page_header,
    page_title,
    part_heading,
    source_line,
    told_once,
)

__all__ = [
    "absent_parts",
    "attention_list",
    "chart_block",
    "contained",
    "definition_list",
    "demo_tag",
    "demonstration_strip",
    "digest_lines",
    "empty_state",
    "finding_text",
    "headline_cards",
    "lead_text",
    "map_block",
    "map_width",
    "on_paper",
    "page_header",
    "page_title",
    "part_heading",
    "reading_block",
    "source_line",
    "table_block",
    "told_once",
    "words_block",
]
