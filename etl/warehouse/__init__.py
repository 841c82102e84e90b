"""Typed rows → the DuckDB file: tables, marts, what is withheld, versions and the pointer."""
