"""The command line: `python -m demo data/demo` writes the forms of the demonstration anew."""

import sys
from pathlib import Path

from demo import write


def main() -> None:
    """Write the forms into the folder that is named, and print each file."""
    if len(sys.argv) != 2:
        sys.exit("python -m demo FOLDER")
    for file in write(Path(sys.argv[1])):
        print(file)


if __name__ == "__main__":
    main()
