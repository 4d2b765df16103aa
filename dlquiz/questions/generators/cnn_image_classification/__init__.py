"""Variants of questions on image classification with CNNs."""
