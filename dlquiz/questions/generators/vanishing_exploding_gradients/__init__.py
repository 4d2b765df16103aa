"""Variants of questions on vanishing and exploding gradients."""
