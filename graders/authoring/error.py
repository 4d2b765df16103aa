"""The author's mistake."""


class CaseError(ValueError):
    """A case is declared in a way that the vocabulary does not know."""
