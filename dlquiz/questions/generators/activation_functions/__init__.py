"""Variants of questions on activation functions."""
