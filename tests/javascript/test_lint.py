"""Every script of the dashboard as a linter reads it: no finding, and no name that neither it nor a browser has."""

import json
import re
import subprocess
from collections import Counter

import pytest
from deno import find_deno_bin

from tests.javascript.conftest import COMPONENTS, names, stage_script

# What a browser names; a script that uses another name has misspelt one of its own.
OF_THE_BROWSER = {
    *("CSS", "ClipboardItem", "DOMParser", "Image", "MutationObserver", "ResizeObserver"),
    *("XMLSerializer", "addEventListener", "document", "getComputedStyle", "getSelection", "innerHeight"),
    *("innerWidth", "location", "matchMedia", "self", "window"),
}
# Written for a browser, not for Deno.
OF_DENO = ("no-window", "no-window-prefix")
BUNDLES = {"stage": None, **{path.name: path for path in sorted(COMPONENTS.glob("*.js"))}}


def text_of(bundle: str) -> str:
    path = BUNDLES[bundle]
    return path.read_text(encoding="utf-8") if path else stage_script()


def findings(text: str, *options: str) -> list[tuple[str, str]]:
    """Rule and message of what the linter finds in a script."""
    command = [find_deno_bin(), "lint", "--no-config", "--json", f"--rules-exclude={','.join(OF_DENO)}", *options, "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    told = json.loads(done.stdout)
    assert not told["errors"], told["errors"]
    return [(found["code"], found["message"]) for found in told["diagnostics"]]


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_script_has_no_fault_and_uses_no_name_that_is_not_there(bundle):
    # Plotly stands in the document before the presentation's scripts.
    known = OF_THE_BROWSER | ({"Plotly"} if bundle == "stage" else set())
    found = findings(
        f"(() => {{\n{text_of(bundle)}\n}})();" if bundle == "stage" else text_of(bundle), "--rules-include=no-undef"
    )
    assert [one for one in found if one[0] != "no-undef" or one[1].split()[0] not in known] == []


def test_the_linter_finds_what_is_wrong():
    """The test of the test."""
    text = "const once = 1; function draw() { drwa(); if (once = 2) { return; } }"
    found = findings(f"(() => {{ {text} }})();", "--rules-include=no-undef")
    assert {code for code, _ in found} >= {"no-undef", "no-unused-vars", "no-const-assign"}


@pytest.mark.parametrize("bundle", BUNDLES)
def test_every_name_at_the_top_of_a_script_is_used(bundle):
    """A word stands for a use here; what the linter takes for exported is looked at too."""
    text = re.sub(r"^\s*//.*$", "", text_of(bundle), flags=re.M)
    words = Counter(re.findall(r"\w+", text))
    assert names(text) and [name for name in names(text) if words[name] < 2] == []
