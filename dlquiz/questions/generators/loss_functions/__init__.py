"""Variants of questions on loss functions."""
