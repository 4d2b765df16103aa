"""A package as a zip file from a stranger: bounded, and refused with every problem at once."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import PurePosixPath

from graders.package.model import PackageRefused, Problem

MAX_MIB = 8
MAX_FILES = 400
CHUNK = 1 << 16


def read_archive(data: bytes) -> dict[str, bytes]:
    """The files of a zip by their path within the package's folder.

    One folder around everything is taken off. Raises ``PackageRefused`` listing what is wrong.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in archive.infolist() if not info.is_dir() and not _is_clutter(info.filename)]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise PackageRefused((Problem("archive_unreadable"),)) from error
    problems = _problems(infos)
    if problems:
        raise PackageRefused(tuple(problems))
    files, left = {}, MAX_MIB << 20
    for info in infos:
        content = _read(archive, info, left)
        left -= len(content)
        files[info.filename] = content
    return _without_outer_folder(files)


def _is_clutter(path: str) -> bool:
    """What operating systems and Python leave in folders."""
    parts = PurePosixPath(path).parts
    return "__MACOSX" in parts or "__pycache__" in parts or (bool(parts) and parts[-1].startswith("."))


def _problems(infos: list[zipfile.ZipInfo]) -> list[Problem]:
    problems = []
    if len(infos) > MAX_FILES or sum(info.file_size for info in infos) > MAX_MIB << 20:
        problems.append(_too_large())
    seen: set[str] = set()
    for info in infos[: MAX_FILES + 1]:
        path = info.filename
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path or "\0" in path:
            problems.append(Problem("archive_path", {"path": path}, path))
        if stat.S_ISLNK(info.external_attr >> 16):
            problems.append(Problem("archive_link", {"path": path}, path))
        if info.flag_bits & 1:
            problems.append(Problem("archive_encrypted", {"path": path}, path))
        if path in seen:
            problems.append(Problem("archive_twice", {"path": path}, path))
        seen.add(path)
    return problems


def _too_large() -> Problem:
    return Problem("archive_too_large", {"limit_mib": MAX_MIB, "limit_files": MAX_FILES})


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """The file's bytes, counted while they are unpacked: what a header says of its size is a claim."""
    parts, size = [], 0
    try:
        with archive.open(info) as file:
            while part := file.read(CHUNK):
                size += len(part)
                if size > left:
                    raise PackageRefused((_too_large(),))
                parts.append(part)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise PackageRefused((Problem("archive_unreadable", {}, info.filename),)) from error
    return b"".join(parts)


def _without_outer_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    first = {path.partition("/")[0] for path in files}
    if len(first) == 1 and all("/" in path for path in files):
        return {path.partition("/")[2]: content for path, content in files.items()}
    return files
