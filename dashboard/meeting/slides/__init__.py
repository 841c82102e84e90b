"""The pages of a meeting, kind by kind."""
