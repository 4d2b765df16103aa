"""Variants of questions on preparing data."""
