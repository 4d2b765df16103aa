"""Variants of questions on learning rate, epochs and batches."""
