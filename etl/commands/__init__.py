"""What `python -m etl` does on each of its words, and what it prints."""
