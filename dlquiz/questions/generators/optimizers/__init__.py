"""Variants of questions on optimizers."""
