"""The reader of the bench speaks the language of browser and server, and sees what goes wrong."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.readers import Seen, alone, areas_of, choices
from tests import serving

DISTRICT = "350581100911"
RAISES = """
import streamlit as st

st.exception(ValueError("made to go wrong"))
"""


@pytest.fixture(scope="module")
def address(demonstration_warehouse):
    with serving.serve(demonstration_warehouse) as (url, _):
        yield url


def met(address: str, asked: list[tuple[str, str]]) -> Seen:
    """What a reader meets; in a thread, since a browser of other tests may keep the loop of this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(alone(address, asked))).result()


def test_a_page_is_there_once_all_its_messages_are(address):
    asked = [("overview", f"area={DISTRICT}&period=2025Q4"), ("park_output", f"area={DISTRICT}&period=2025Q3")]
    seen = met(address, asked)
    assert len(seen.seconds) == 2 and min(seen.seconds) > 0
    assert seen.errors == []


def test_what_goes_wrong_on_a_page_is_noted(tmp_path):
    script = tmp_path / "raises.py"
    script.write_text(RAISES, encoding="utf-8")
    with serving.serve(tmp_path, script=str(script)) as (url, _):
        seen = met(url, [("", "")])
    assert seen.errors == ["?: made to go wrong"]


def test_a_reader_goes_the_same_way_each_time_and_no_other_s(demonstration_warehouse):
    areas = areas_of(demonstration_warehouse)
    assert DISTRICT in areas
    ways = [[next(one) for _ in range(20)] for one in (choices(areas, 1), choices(areas, 1), choices(areas, 2))]
    assert ways[0] == ways[1] != ways[2]
