"""Turns a joint meeting into a running order of slides and that into documents."""
