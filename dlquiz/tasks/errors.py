"""What can go wrong when a task is published."""


class TopicUnknown(Exception):
    """The package names a topic that the course does not have."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"the course has no topic {slug!r}")
        self.slug = slug
