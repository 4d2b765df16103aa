"""Variants of questions on batch normalization."""
