"""What may go wrong with questions, as exceptions with names."""


class SpecRefused(ValueError):
    """The data of a question is wrong; ``problems`` has every reason."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
