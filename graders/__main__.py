"""``python -m graders``."""

import sys

try:
    from graders.cli import main
except ModuleNotFoundError as missing:
    if missing.name is None or missing.name.partition(".")[0] == "graders":
        raise
    sys.exit(f"graders: {missing.name} is missing: run `make run`, which installs what is needed.")

main()
