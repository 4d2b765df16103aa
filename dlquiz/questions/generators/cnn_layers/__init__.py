"""Variants of questions on the layers of a CNN."""
