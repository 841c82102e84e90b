"""What a town would lose with its disk → one zip with checksums, and back into an empty folder."""
