"""Variants of questions on what depth buys."""
