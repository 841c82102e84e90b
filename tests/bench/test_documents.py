"""The measurement of documents: of as many pages as the deck, and without any remembered answer."""

import io

from pptx import Presentation

from bench.documents import compare, empty_deck
from tests import small_world


def test_the_yardstick_has_as_many_pages():
    assert len(Presentation(io.BytesIO(empty_deck(7))).slides) == 7


def test_deck_and_running_order_are_held_against_the_same_empty_deck(tmp_path):
    deck, order = compare(small_world.publish(tmp_path), repeats=1)
    assert "pages ÷ an empty python-pptx deck" in deck.name and deck.value > 0
    assert order.name.startswith("running order") and order.value > 0
