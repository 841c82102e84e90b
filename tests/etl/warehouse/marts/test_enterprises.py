"""What an enterprise was in a quarter, and which of its figures were public in it, against rows worked out by hand."""

import duckdb

from tests import small_world

COLUMNS = "quarter, industry, is_above_scale, land_mu, is_land_same_scope, disclosure"


def attributes(change: str, code: str) -> list[tuple]:
    with duckdb.connect() as connection:
        small_world.build(connection, change=change)
        return connection.execute(
            f"SELECT {COLUMNS} FROM mart.enterprise_quarters WHERE enterprise_code = ? ORDER BY quarter", [code]
        ).fetchall()


def changed(columns: str, *rows: str) -> str:
    return f"INSERT INTO core.enterprise_changes (enterprise_code, changed_on, {columns}, origin) VALUES " + ", ".join(
        f"({row}, 'demo')" for row in rows
    )


def test_what_no_change_is_told_of_is_what_the_register_says_today():
    assert attributes("", "E1") == [
        (quarter, "服装", True, 10, True, "已公开") for quarter in ("2023Q4", "2024Q1", "2024Q2")
    ]


def test_an_enterprise_that_became_above_scale_was_not_so_before():
    change = changed("is_formerly_above_scale", "'E1', '2024-04-01', false")
    assert [row[2] for row in attributes(change, "E1")] == [False, False, True]


def test_a_quarter_counts_what_held_on_its_last_day():
    change = changed("is_formerly_above_scale", "'E1', '2024-03-31', false")
    assert [row[2] for row in attributes(change, "E1")] == [False, True, True]


def test_every_attribute_keeps_its_own_history_over_several_changes():
    change = changed(
        "former_industry, former_land_mu, is_formerly_land_same_scope, former_disclosure",
        "'E1', '2024-01-10', '鞋类', NULL, NULL, '内部'",
        "'E1', '2024-04-10', '针织', 7, false, NULL",
    )
    assert attributes(change, "E1") == [
        ("2023Q4", "鞋类", True, 7, False, "内部"),
        ("2024Q1", "针织", True, 7, False, "已公开"),
        ("2024Q2", "服装", True, 10, True, "已公开"),
    ]


def test_before_it_may_be_named_an_enterprise_has_no_name():
    with duckdb.connect() as connection:
        small_world.build(connection, change=changed("former_disclosure", "'E6', '2024-05-01', '内部'"))
        found = connection.execute(
            "SELECT quarter, disclosed_name, is_gross_output_public FROM mart.enterprise_quarters"
            " WHERE enterprise_code = 'E6' ORDER BY quarter"
        ).fetchall()
    assert found == [("2023Q4", None, False), ("2024Q1", None, False), ("2024Q2", "企业E6", True)]


def test_a_document_opens_the_figure_and_the_quarter_that_it_printed():
    printed = "DELETE FROM core.enterprise_disclosures WHERE quarter <> '2023Q4' OR figure <> '总产值'"
    with duckdb.connect() as connection:
        small_world.build(connection, change=printed)
        found = connection.execute(
            "SELECT quarter, disclosed_name, is_gross_output_public, is_tax_public, is_land_public"
            " FROM mart.enterprise_quarters WHERE enterprise_code = 'E1' ORDER BY quarter"
        ).fetchall()
    assert found == [
        ("2023Q4", "企业E1", True, False, False),
        ("2024Q1", "企业E1", False, False, False),
        ("2024Q2", "企业E1", False, False, False),
    ]


def test_a_year_that_a_document_printed_opens_no_quarter_and_is_guessed_in_those_of_its_year():
    """2023 总产值 of E1 under another name, 2024Q1 员工 of E2, and what names nobody of the register."""
    facts = ", ".join(
        f"('{number}', 'P', '{measure}', 'gt', 1, '{unit}', '{as_of}', '现状', 'baogai', '企业', '{entity}', '原文', 'L1',"
        " 'published')"
        for number, measure, unit, as_of, entity in (
            ("Y1", "工业总产值", "亿元", "2023", "一号(石狮)厂"),
            ("Y2", "员工人数", "人", "2024-03-31", "企业E2"),
            ("Y3", "税收", "万元", "2024", "别家"),
        )
    )
    change = (
        "DELETE FROM core.enterprise_disclosures;"
        "UPDATE core.enterprises SET aliases = '一号、一号（石狮）厂' WHERE enterprise_code = 'E1';"
        "INSERT INTO core.published_facts (fact_id, area_code, measure, qualifier, value, unit, as_of, fact_nature,"
        f" document_id, entity_kind, entity, quote, paragraph, origin) VALUES {facts}"
    )
    with duckdb.connect() as connection:
        small_world.build(connection, change=change)
        printed = connection.execute("FROM mart.enterprise_figures_printed ORDER BY ALL").fetchall()
        [(public,)] = connection.execute(
            "SELECT count(*) FILTER (WHERE is_gross_output_public) FROM mart.enterprise_quarters"
            " WHERE enterprise_code = 'E1'"
        ).fetchall()
    assert printed == [
        *(("E1", "2023Q4", figure) for figure in ("总产值", "营业收入", "销售产值")),
        ("E2", "2024Q1", "期末从业人员"),
    ]
    assert public == 0
