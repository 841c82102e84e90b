"""Metrics by theme, each one definition: what `catalogue` registers."""
