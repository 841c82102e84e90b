"""What is raised where a document cannot be written on this machine."""


class DocumentUnavailable(Exception):
    """A document cannot be written on this machine; `message` says in Chinese what is missing and what to do instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
