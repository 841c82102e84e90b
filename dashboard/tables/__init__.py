"""Rows that are no metrics: matters, projects, registers, events, each read with its own SQL."""
