"""Variants of questions on weight initialization."""
