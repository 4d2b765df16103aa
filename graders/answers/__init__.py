"""Marking of quiz answers: numbers, shapes, choices, short text, short code. Nothing here runs an answer."""
