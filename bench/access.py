"""What signing in and a scope cost the server at a click: 总览 drawn anew for each choice, with and without them."""

import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from bench.clicks import demonstration
from bench.ratio import Ratio, divided
from dashboard.access.account import Account
from dashboard.access.roles import Role
from dashboard.render.web import readers
from dashboard.store.accounts import add_account
from dashboard.store.sessions import begin_session
from tests.serving import REPOSITORY

AIM = "≤ 1.10"
AREA = "350581101901"
PERIODS = ("2025Q4", "2025Q3", "2025Q2", "2025Q1", "2024Q4", "2024Q3")
TURNS = 4


def measure() -> list[Ratio]:
    """CPU of a run of the page by a reader of everything and of one area, each ÷ one who never signed in."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANQU_ACCOUNTS"] = str(Path(folder) / "accounts.json")
        os.environ["SANQU_WAREHOUSE"] = str(demonstration())
        accounts = {
            "everything": Account(name="all", role=Role.MANAGER),
            "one area": Account(name="one", role=Role.ANALYST, scope=(AREA,)),
        }
        words = {}
        for name, account in accounts.items():
            add_account(account)
            words[name] = begin_session(account, datetime.now(UTC))
        apps = {name: _app() for name in ("nobody", *words)}
        taken: dict[str, list[float]] = {name: [] for name in apps}
        for turn in range(TURNS):
            for period in PERIODS:
                for name, app in apps.items():
                    os.environ["SANQU_ACCESS"] = "accounts" if name in words else "none"
                    word = words.get(name, "")
                    readers.cookies = lambda word=word: {readers.COOKIE: word}
                    app.query_params.update({"area": AREA, "period": period, "compare": "year_earlier"})
                    began = time.process_time()
                    app.run()
                    # At first each has to find what the others remember.
                    if turn:
                        taken[name].append(1000 * (time.process_time() - began))
    yardstick = median(taken["nobody"])
    return [
        Ratio(
            f"CPU of a click: {name} ÷ no sign-in ({median(taken[name]):.0f} ÷ {yardstick:.0f} ms)",
            divided(median(taken[name]), yardstick),
            AIM,
        )
        for name in words
    ]


def _app() -> AppTest:
    return AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=120)
