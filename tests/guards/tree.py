"""The files that the guards look at: what is under version control, or would be with the next commit."""

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@functools.cache
def repository_files() -> tuple[str, ...]:
    """Every path of the repository, relative to its root."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(sorted(path for path in set(listed.stdout.splitlines()) if (ROOT / path).is_file()))


def python_files(*folders: str) -> list[str]:
    """The Python modules below these folders."""
    return [path for path in repository_files() if path.endswith(".py") and path.startswith(folders)]
