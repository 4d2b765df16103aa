"""Variants of questions on overfitting and regularization."""
