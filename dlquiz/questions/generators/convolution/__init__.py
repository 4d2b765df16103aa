"""Variants of questions on convolution."""
