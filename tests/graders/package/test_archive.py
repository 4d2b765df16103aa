"""A zip from a stranger is bounded, and everything wrong with it is told at once."""

import io
import stat
import struct
import warnings
import zipfile

import pytest

from graders.package import PackageRefused, load_files, read_archive
from tests.graders.package.small import SOUND, zipped


def refused(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(PackageRefused) as caught:
        read_archive(data)
    return [(problem.code, problem.path) for problem in caught.value.problems]


def entry(name: str, mode: int = 0, content: bytes = b"x", packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A sound package with one more entry."""
    buffer = io.BytesIO(zipped(SOUND))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        info = zipfile.ZipInfo(name)
        info.filename = name  # as a hostile tool would write it: unchanged
        info.external_attr = mode << 16
        info.compress_type = packing
        archive.writestr(info, content)
    return buffer.getvalue()


@pytest.mark.parametrize("folder", ["", "double-it", "double-it (1)", "a/b", "दुगुना"])
def test_a_zip_gives_the_files_back_with_or_without_a_folder_around_them(folder: str) -> None:
    files = read_archive(zipped(SOUND, folder))
    assert {path: content.decode() for path, content in files.items()} == SOUND
    assert load_files(files) == load_files(SOUND)


def test_what_systems_leave_in_folders_is_passed_over() -> None:
    clutter = {"__MACOSX/double-it/._task.toml": b"\0", "double-it/.DS_Store": b"\0",
               "double-it/__pycache__/a.pyc": b"\0", "double-it/Thumbs.db": b"\0"}  # fmt: skip
    files = {f"double-it/{path}": text for path, text in SOUND.items()}
    assert set(read_archive(zipped({**files, **clutter}))) == set(SOUND)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../outside.py", "archive_path"),
        ("wrong/../../outside.py", "archive_path"),
        ("../", "archive_path"),
        ("/etc/passwd", "archive_path"),
        ("C:\\windows\\a.py", "archive_path"),
        ("..\\outside.py", "archive_path"),
        ("wrong\\a.py", "archive_name"),
        ("wrong//a.py", "archive_name"),
        ("./a.py", "archive_name"),
        ("a\nb.py", "archive_name"),
        ("TASK.toml", "archive_twice"),
        ("task.toml", "archive_twice"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str, code: str) -> None:
    assert [found for found, _ in refused(entry(name))] == [code]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK, stat.S_IFCHR, stat.S_IFSOCK])
def test_a_link_or_device_is_refused(kind: int) -> None:
    assert refused(entry("wrong/a.py", kind | 0o777, b"/etc/passwd")) == [("archive_link", "wrong/a.py")]


def test_another_packing_is_refused() -> None:
    assert refused(entry("a.py", packing=zipfile.ZIP_LZMA)) == [("archive_packing", "a.py")]


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(zipped(SOUND))
    at = data.rindex(b"PK\x01\x02") + 8
    data[at] |= 1
    assert [code for code, _ in refused(bytes(data))] == ["archive_encrypted"]


def test_a_bomb_is_refused_by_its_table_of_contents() -> None:
    found = {code for code, _ in refused(entry("bomb.py", content=bytes(40 << 20)))}
    assert found == {"archive_bomb", "archive_squeezed"}


def test_a_bomb_that_lies_about_its_size_is_stopped_while_unpacking() -> None:
    data = bytearray(entry("bomb.py", content=bytes(40 << 20)))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rindex(mark) + offset
        data[at : at + 4] = struct.pack("<I", 100)
    assert {code for code, _ in refused(bytes(data))} <= {"archive_bomb", "archive_damaged"}


def test_many_entries_are_refused() -> None:
    assert [code for code, _ in refused(zipped({f"wrong/v{n}.py": "" for n in range(401)}))] == [
        "archive_too_many"
    ]


def test_a_huge_upload_is_refused_unread() -> None:
    assert refused(b"PK" + bytes(5 << 20)) == [("archive_too_large", "")]


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04" + bytes(50), zipped(SOUND)[:-30]])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert refused(data) == [("archive_unreadable", "")]


def test_damage_is_told_for_every_file_that_has_it() -> None:
    data = bytearray(zipped({"task.toml": "a" * 500, "cases.py": "b" * 500, "starter.py": "c"}))
    for name in (b"task.toml", b"cases.py"):
        at = data.index(name) + len(name)
        data[at : at + 4] = b"\xff\xff\xff\xff"
    assert refused(bytes(data)) == [("archive_damaged", "task.toml"), ("archive_damaged", "cases.py")]


def test_a_zip_of_something_else_is_one_problem() -> None:
    assert refused(zipped({"photos/a.jpg": b"x", "letters/b.txt": b"y"})) == [("archive_without_task", "")]
    assert refused(zipped({})) == [("archive_without_task", "")]


def test_all_bad_entries_are_listed_at_once() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("../a.py", "/b.py", "c\\d.py"):
            archive.writestr(name, "x")
        link = zipfile.ZipInfo("e.py")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "a")
    assert refused(buffer.getvalue()) == [
        ("archive_path", "../a.py"),
        ("archive_path", "/b.py"),
        ("archive_name", "c\\d.py"),
        ("archive_link", "e.py"),
    ]
