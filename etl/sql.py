"""Words of the program → text that stands in SQL where no value can be bound."""


def literal(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"
