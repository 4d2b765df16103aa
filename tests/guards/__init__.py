"""Promises about the whole repository, each of which a single careless change could break."""
