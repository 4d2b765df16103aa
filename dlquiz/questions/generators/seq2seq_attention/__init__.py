"""Variants of questions on sequence to sequence models and attention."""
