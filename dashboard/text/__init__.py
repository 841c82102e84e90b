"""Typed values → Chinese words, once."""
