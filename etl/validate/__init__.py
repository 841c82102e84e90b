"""One sheet of raw text → rows of the declared types, and every problem that stands in the way."""
