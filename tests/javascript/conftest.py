"""The scripts of the repository in a Chromium without a server: what they are made of can be called one by one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dashboard.render.html.document import SCRIPTS, WEB
from dashboard.render.web import components

COMPONENTS = Path(components.__file__).parent
PLACE = '<!doctype html><html lang="zh-CN"><body><div id="place"></div></body></html>'
NAME = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.M)
# Plotly as far as the scripts know it: it says what it was asked to draw, and writes into what it is given.
PLOTLY = """
window.drawn = [];
window.Plotly = {
  react(plot, data, layout, config) {
    window.drawn.push({ data: structuredClone(data), layout: structuredClone(layout), config });
    data.forEach(trace => { trace.spoiled = true; });
    plot.heard = {};
    plot.on = (name, hear) => { plot.heard[name] = hear; };
    plot.removeAllListeners = name => { delete plot.heard[name]; };
  },
};
"""


def names(text: str) -> list[str]:
    """What a script names at its top."""
    return NAME.findall(text)


def stage_script() -> str:
    """The scripts of the presentation one after the other, in the order in which they stand in the document."""
    return "\n".join((WEB / name).read_text(encoding="utf-8") for name in SCRIPTS)


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """A tab whose errors fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="zh-CN", timezone_id="Asia/Shanghai")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert errors == []


def slide(key: str, title: str) -> str:
    return (
        f'<section class="slide" data-key="{key}" aria-label="{title}"><div data-chart="{key}"><div class="plot">'
        f'</div></div><p data-drill="p1">点</p><template class="notes"><p>{title}的备注</p></template>'
        f'<template class="drill" data-point="p1" data-title="{title}的明细"><p>{title}一行</p></template></section>'
    )


@pytest.fixture
def stage(page, tmp_path) -> Page:
    """Three slides a, b and c, the second without a chart; all that the scripts name hangs on `inside`."""
    figure = {"data": [{"y": [1, 2]}], "layout": {"height": 200}}
    chart = {"points": ["p0", "p1"], "light": figure, "dark": figure | {"layout": {"height": 201}}}
    data = {"title": "联席会议", "version": "1", "charts": {"a": chart, "c": chart}}
    script = stage_script()
    frame = (WEB / "frame.html").read_text(encoding="utf-8")
    slides = "".join(slide(key, title) for key, title in (("a", "甲"), ("b", "乙"), ("c", "丙")))
    path = tmp_path / "stage.html"
    path.write_text(
        '<!doctype html><html lang="zh-CN" data-scheme="light"><head><meta charset="utf-8"><title>联席会议</title></head>'
        f'<body><main id="stage"><div id="slides">{slides}</div></main>{frame}'
        f'<script type="application/json" id="data">{json.dumps(data)}</script><script>{PLOTLY}</script>'
        f'<script>(() => {{"use strict";\n{script}\nwindow.inside = {{ {", ".join(names(script))} }};\n}})();</script>'
        "</body></html>",
        encoding="utf-8",
    )
    # Time stands still, and goes on where a test says so.
    page.clock.install(time="2026-03-05T09:00:00+08:00")
    page.goto(path.as_uri())
    page.clock.pause_at("2026-03-05T09:05:00+08:00")
    return page


@pytest.fixture
def component(page):
    """Load a component of that name: what it names at its top hangs on `inside`, the component itself too (`make`).

    `told` collects what it hands to the server.
    """

    def load(name: str) -> Page:
        text = (COMPONENTS / f"{name}.js").read_text(encoding="utf-8")
        own = [one for one in names(text) if one != "default"]
        # An address of its own, which no network is asked for: without one, documents may not speak to each other.
        page.route("**/*", lambda route: route.fulfill(body=PLACE, content_type="text/html; charset=utf-8"))
        page.goto("http://127.0.0.1/")
        page.evaluate(
            """async text => {
                const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
                const module = await import(address);
                window.inside = { ...module.parts, make: module.default };
                window.told = [];
                window.place = document.getElementById('place');
                window.setTriggerValue = (name, value) => window.told.push([name, value]);
            }""",
            f"{text}\nexport const parts = {{ {', '.join(own)} }};\n",
        )
        return page

    return load
