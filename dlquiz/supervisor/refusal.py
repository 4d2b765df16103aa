"""The one way in which a start is refused."""


class StartRefused(Exception):
    """Something has to be put right first. The message is the one line that the user reads, and says what."""
