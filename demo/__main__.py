"""The command line: `python -m demo data/demo` writes the forms of the demonstration anew."""

import argparse
from pathlib import Path

from demo import write


def main() -> None:
    """Write the forms into the folder that is named, and print each file."""
    parser = argparse.ArgumentParser(prog="python -m demo", description="Writes the forms of the demonstration.")
    parser.add_argument("folder", type=Path, help="where the forms are written, such as data/demo")
    for file in write(parser.parse_args().folder):
        print(file)


if __name__ == "__main__":
    main()
