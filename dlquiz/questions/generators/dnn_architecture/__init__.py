"""Variants of questions on the architecture of a deep network."""
