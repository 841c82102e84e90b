"""The process that decides quarters for another one: questions come in, and their patterns go out."""

import contextlib
import pickle
import sys
from typing import BinaryIO

from threadpoolctl import threadpool_limits


def answer(asked: BinaryIO, told: BinaryIO) -> None:
    """Decide what comes in until nothing more does."""
    with contextlib.suppress(EOFError):
        while True:
            pickle.dump(pickle.load(asked).decided(), told)
            told.flush()


if __name__ == "__main__":
    with threadpool_limits(1):
        answer(sys.stdin.buffer, sys.stdout.buffer)
