"""Marking short text in Hindi, romanised Hindi and English by concept rubrics, never by similarity."""
