"""Fuzzers of what strangers hand to the engine: a cell's answers, a cell's jobs, and programs."""
