"""Variants of questions on the backward pass and gradient descent."""
