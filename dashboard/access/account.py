"""An account: who signs in, what for, and of which areas, as a frozen value."""

from dataclasses import dataclass

from dashboard.access.roles import RIGHTS, Act, Role
from dashboard.metrics.scope import Scope


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account by its name, which is a post or a unit and no person's.

    `scope` are the codes of its areas, each with all in it; None is every area. `claims` are the addresses or subjects
    by which the town's own sign-in knows it. `password` and `tokens` are what is kept of them: an argon2 hash, and the
    SHA-256 of tokens that nobody can guess.
    """

    name: str
    role: Role
    scope: Scope = None
    password: str = ""
    claims: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()

    def opens(self, page: str) -> bool:
        """Whether the account may open a page, by its name in the address."""
        return page in RIGHTS[self.role].pages

    def may(self, act: Act) -> bool:
        """Whether the account may do something that not everybody may."""
        return act in RIGHTS[self.role].acts

    @property
    def is_of_everything(self) -> bool:
        """Whether every area is seen."""
        return self.scope is None


# Who reads where nobody signs in.
EVERYBODY = Account(name="", role=Role.MANAGER)
