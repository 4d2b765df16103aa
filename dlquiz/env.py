"""Where settings that differ between machines come from: the environment, read once, here."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()

DEBUG: bool = env.bool("DJANGO_DEBUG", default=False)
DATA_DIR = Path(env.str("DLQUIZ_DATA_DIR", default=str(BASE_DIR / "var")))
