"""What cannot be done with what the user gave → one Chinese sentence that says why and what to do."""


class Unusable(Exception):
    """Something that was given cannot be used; the message is Chinese and meant for who gave it."""
