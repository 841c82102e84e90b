"""Views → Excel and CSV."""
