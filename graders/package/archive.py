"""A package as a zip file from a stranger: bounded, and refused with every problem at once."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from graders.package.model import PackageRefused, Problem

ARCHIVE_MIB = 4
UNPACKED_MIB = 8
MAX_FILES = 400
RATIO = 200
RATIO_FROM = 1 << 16
CHUNK = 1 << 16
LISTED = 50
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def read_archive(data: bytes) -> dict[str, bytes]:
    """The files of a zip by their path within the package's folder.

    A folder around everything is taken off. Raises ``PackageRefused`` listing what is wrong.
    """
    if len(data) > ARCHIVE_MIB << 20:
        raise PackageRefused((Problem("archive_too_large", {"limit_mib": ARCHIVE_MIB}),))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise PackageRefused((Problem("archive_unreadable"),)) from error
    infos = [info for info in infos if not _is_clutter(info)]
    problems = _problems(infos)
    if problems:
        raise PackageRefused(tuple(problems[:LISTED]))
    return _without_outer_folders(_unpack(archive, infos))


def _is_clutter(info: zipfile.ZipInfo) -> bool:
    """Folders' own entries, and what operating systems and Python leave in folders."""
    path = PurePosixPath(info.filename)
    if ".." in path.parts or "\\" in info.filename:
        return False
    return (
        (info.is_dir() and not info.file_size)
        or "__MACOSX" in path.parts
        or "__pycache__" in path.parts
        or path.name.startswith(".")
        or path.name.lower() in ("thumbs.db", "desktop.ini")
    )


def _problems(infos: list[zipfile.ZipInfo]) -> list[Problem]:
    """What the table of contents already tells: nothing has been unpacked yet."""
    problems = []
    if len(infos) > MAX_FILES:
        problems.append(Problem("archive_too_many", {"limit_files": MAX_FILES}))
    if sum(info.file_size for info in infos) > UNPACKED_MIB << 20:
        problems.append(_bomb())
    seen: set[str] = set()
    for info in infos[:MAX_FILES]:
        path = _shown(info.orig_filename)
        problems += [Problem(code, {"path": path}, path) for code in _faults(info)]
        # Two names that differ in case alone are one file on many people's machines.
        if info.filename.casefold() in seen:
            problems.append(Problem("archive_twice", {"path": path}, path))
        seen.add(info.filename.casefold())
    return problems


def _faults(info: zipfile.ZipInfo) -> list[str]:
    name = info.orig_filename
    codes = []
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
        codes.append("archive_path")
    elif not name.isprintable() or set(name) & {"\\", ":"} or {"", "."} & set(name.split("/")):
        codes.append("archive_name")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        codes.append("archive_link")
    if info.flag_bits & 1:
        codes.append("archive_encrypted")
    if info.compress_type not in _PACKED:
        codes.append("archive_packing")
    if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
        codes.append("archive_squeezed")
    return codes


def _shown(name: str) -> str:
    """A stranger's name, short and printable."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)[:120]


def _bomb() -> Problem:
    return Problem("archive_bomb", {"limit_mib": UNPACKED_MIB})


def _unpack(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    damaged: list[Problem] = []
    left = UNPACKED_MIB << 20
    for info in infos:
        try:
            files[info.filename] = _read(archive, info, left)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError):
            damaged.append(Problem("archive_damaged", {"path": info.filename}, info.filename))
            continue
        left -= len(files[info.filename])
    if damaged:
        raise PackageRefused(tuple(damaged[:LISTED]))
    return files


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """The file's bytes, counted while they are unpacked: what a header says of its size is a claim."""
    parts, size = [], 0
    with archive.open(info) as file:
        while part := file.read(CHUNK):
            size += len(part)
            if size > left:
                raise PackageRefused((_bomb(),))
            parts.append(part)
    return b"".join(parts)


def _without_outer_folders(files: dict[str, bytes]) -> dict[str, bytes]:
    while "task.toml" not in files:
        first = {path.partition("/")[0] for path in files}
        if len(first) != 1 or not all("/" in path for path in files):
            raise PackageRefused((Problem("archive_without_task"),))
        files = {path.partition("/")[2]: content for path, content in files.items()}
    return files
