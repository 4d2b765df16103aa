"""Marking short code by reading it: parsed to a syntax tree, never compiled, imported or run."""
