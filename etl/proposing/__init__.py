"""Files that somebody sent → a version that may be looked at, corrected, published or discarded."""
