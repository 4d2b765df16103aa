"""How well marks agree with a person's: ``python -m graders answers evaluate``."""
