"""What stays in an address: what some page reads, and values that some box can have."""

import ast
from pathlib import Path

import pytest

from dashboard.render.web.swept import BOXES, READ, TAKEN_ALONG, is_plain, left_out

ROOT = Path(__file__).resolve().parents[4]
DRAWING = {"switch": 2, "choose": 1, "measure": 0, "page_told": 0, "address_of_row": 0}


def keys_of_boxes():
    """The key of every box that pages and their parts draw, as it is written there."""
    for path in (*ROOT.glob("pages/*.py"), *ROOT.glob("dashboard/render/web/**/*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {}
        for node in tree.body:
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                target, value = node.targets[0], node.value
                pairs = (
                    zip(target.elts, value.elts, strict=False)
                    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                    else [(target, value)]
                )
                named |= {
                    one.id: told.value
                    for one, told in pairs
                    if isinstance(one, ast.Name) and isinstance(told, ast.Constant)
                }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DRAWING:
                place = DRAWING[node.func.id]
                told = node.args[place] if len(node.args) > place else None
                if isinstance(told, ast.Constant):
                    yield told.value
                elif isinstance(told, ast.Name) and told.id in named:
                    yield named[told.id]


def test_the_key_of_every_box_is_known():
    found = set(keys_of_boxes())
    assert len(found) > 25
    assert found <= BOXES | READ


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"area": "no_such", "open": "x", "ask": "<b>"}, {}),
        ({"kind": "安全隐患", "metric": "gross_output"}, {}),
        ({"utm_source": "x"}, {"utm_source": "“utm_source”"}),
        ({"<script>": "1"}, {"<script>": "“<script>”"}),
        ({"kind": "a\x00b"}, {"kind": "“kind”（“a□b”）"}),
    ],
)
def test_what_nothing_reads_is_left_out_and_named(query, words):
    assert dict(left_out(query, READ | TAKEN_ALONG)) == words


@pytest.mark.parametrize("value", ["9" * 201, "a\x00b", "\u202egnp"])
def test_no_box_has_such_a_value(value):
    assert not is_plain(value)
