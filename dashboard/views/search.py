"""What a reader types into a search box → whether a text has it."""


def has_every_word(text: str, search: str) -> bool:
    """Whether every word of the search is part of the text, in any order, small letters like capitals."""
    return all(word in text.lower() for word in search.lower().split())
