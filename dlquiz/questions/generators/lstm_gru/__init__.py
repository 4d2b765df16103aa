"""Variants of questions on LSTM and GRU."""
