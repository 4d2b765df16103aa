"""Variants of questions on recurrent networks."""
