import pytest

from etl.datasets import DATASETS
from etl.parse.traditional import AS_SIMPLIFIED, SIMPLIFIED, TRADITIONAL
from etl.parse.units import UNITS


def test_every_character_has_one_partner_that_is_simplified():
    assert len(TRADITIONAL) == len(set(TRADITIONAL)) == len(SIMPLIFIED)
    assert not set(TRADITIONAL) & set(SIMPLIFIED)


@pytest.mark.parametrize(
    ("written", "simplified"),
    [("季度、網格、企業", "季度、网格、企业"), ("填報單位：萬元、億元、戶", "填报单位：万元、亿元、户"), ("塘後村、銀江社區", "塘后村、银江社区"),
     ("備註說明", "备注说明"), ("備注説明", "备注说明"), ("稅收 就業 黨員 園區 產業", "税收 就业 党员 园区 产业"), ("乾隆 著名", "乾隆 著名")],
)  # fmt: skip
def test_words_of_offices(written, simplified):
    assert written.translate(AS_SIMPLIFIED) == simplified


@pytest.mark.parametrize("name", DATASETS)
def test_no_declared_word_has_a_character_that_is_replaced(name):
    """A declared word is compared as it stands."""
    words = list(_words(DATASETS[name]))
    assert [word for word in words if word.translate(AS_SIMPLIFIED) != word] == []
    assert not set(TRADITIONAL) & set("".join(UNITS))


def _words(dataset):
    yield dataset.label
    for column in dataset.columns:
        yield from (column.label, *column.aliases, *column.choices, column.unit)
