"""Names of companies → their parts, and the companies of a register that a text may mean."""

from etl.validate.companies import Company, codes_of, company, company_spellings, ending_so, seats_of, spelt

CODES = {"甲乙市丙丁服装有限公司": {"Q1"}, "戊己针织有限公司": {"Q2"}, "庚辛壬癸电商有限公司": {"Q3"}}
SEATS = seats_of(CODES)


def codes(text):
    varied = {}
    for spelling, code in company_spellings(spelt(CODES), SEATS):
        varied.setdefault(spelling, set()).add(code)
    return codes_of(text, CODES, varied, SEATS)


def test_seat_and_legal_form_are_taken_off_a_company():
    assert company("甲乙市丙丁服装有限公司") == Company("甲乙", "丙丁服装")
    assert company("戊己省甲乙市丙丁服装") == Company("甲乙", "丙丁服装")
    assert company("丙丁服装") == Company("", "丙丁服装")
    assert company("有限公司") == Company("", "有限公司")


def test_a_seat_without_its_city_is_taken_off_where_another_name_tells_it():
    assert company("甲乙丙丁服装有限公司", ("甲乙",)) == Company("甲乙", "丙丁服装")
    assert company("甲乙服装", ("甲乙",)) == Company("", "甲乙服装")
    assert seats_of(["甲乙市丙丁服装有限公司", "戊己服装有限公司"]) == ("甲乙",)


def test_a_group_is_another_company_than_the_one_of_its_name():
    assert company("丙丁服装集团有限公司").short == "丙丁服装集团"
    spelt = set(company_spellings({"Q1": ["甲乙市丙丁服装集团有限公司"]}, ("甲乙",)))
    assert spelt == {(name, "Q1") for name in ("丙丁服装集团", "丙丁服装", "甲乙丙丁服装集团", "甲乙丙丁服装")}


def test_a_company_is_found_with_and_without_its_seat_and_never_by_another_one():
    assert codes("丙丁服装") == codes("甲乙丙丁服装公司") == codes("甲乙市丙丁服装") == {"Q1"}
    assert codes("庚辛市丙丁服装有限公司") == codes("丙丁服装集团") == set()
    assert codes("甲乙市戊己针织") == {"Q2"}


def test_what_may_lack_a_seat_that_nobody_tells_is_asked_for():
    assert codes("壬癸电商") == set()
    assert ending_so("壬癸电商", CODES, SEATS) == {"Q3"}
    assert ending_so("电商", CODES, SEATS) == ending_so("庚辛市壬癸电商", CODES, SEATS) == set()
