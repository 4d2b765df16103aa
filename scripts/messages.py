"""Merge the apps' Hindi catalogues into the one that Django reads, and say what is missing.

Each app keeps its translations in ``dlquiz/locale/parts/<app>.hi.po``. ``make messages`` merges them into
``dlquiz/locale/hi/LC_MESSAGES/django.po`` and compiles ``django.mo``; both are committed, so that running the
site needs no compiler. ``--check`` changes nothing and fails when a message of the interface has no Hindi
text, when placeholders differ, when two parts disagree, or when the committed files are not up to date.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "dlquiz"
PARTS = PACKAGE / "locale" / "parts"
CATALOGUE = PACKAGE / "locale" / "hi" / "LC_MESSAGES" / "django.po"
WITHOUT_MESSAGES = ("locale", "content", "supervisor", "core/frontend")
HEADER = {
    "Project-Id-Version": "dlquiz",
    "Language": "hi",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n > 1);",
}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\([^)]+\)[sdif]|\{[a-z_][a-z0-9_.]*\}|%[sd]")
DEVANAGARI = re.compile(r"[\u0900-\u097F]")


@dataclass(frozen=True, order=True)
class Message:
    """One text of the interface as the code asks for it."""

    context: str
    singular: str
    plural: str


@dataclass(frozen=True)
class Found:
    """A message and the place where it stands."""

    message: Message
    path: Path
    line: int


def sources() -> Iterator[Path]:
    """Every Python module and template whose messages people see."""
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE).as_posix()
        if inside.startswith(WITHOUT_MESSAGES) or "/migrations/" in inside or "/node_modules/" in inside:
            continue
        if path.suffix == ".py" or (path.suffix in {".html", ".txt"} and "/templates/" in inside):
            yield path


def messages_of(path: Path) -> Iterator[Found]:
    """The messages of one file."""
    text = path.read_text("utf-8")
    lines_before = 0
    if path.suffix != ".py":
        # What remains of a template is calls and blanks; the parentheses make its indentation mean nothing.
        text = f"(\n{templatize(text, origin=str(path))}\n)"
        lines_before = 1
    stream = io.BytesIO(text.encode())
    for line, found, _, context in extract("python", stream, KEYWORDS, options={"encoding": "utf-8"}):
        singular, plural = (found[0], found[1]) if isinstance(found, tuple) else (found, "")
        if singular:
            yield Found(Message(context or "", singular, plural or ""), path, line - lines_before)


def all_messages() -> list[Found]:
    return [found for path in sources() for found in messages_of(path)]


def parts() -> list[polib.POFile]:
    return [polib.pofile(str(path), wrapwidth=0) for path in sorted(PARTS.glob("*.hi.po"))]


def identity(entry: polib.POEntry) -> Message:
    return Message(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def texts(entry: polib.POEntry) -> tuple[str, ...]:
    """The Hindi text, or with a plural the texts of all its forms."""
    if entry.msgid_plural:
        return tuple(str(entry.msgstr_plural[form]) for form in sorted(entry.msgstr_plural))
    return (entry.msgstr,)


def merge(files: Sequence[polib.POFile]) -> tuple[polib.POFile, list[str]]:
    """One catalogue of all parts, in a fixed order, and every disagreement between parts."""
    merged: dict[Message, polib.POEntry] = {}
    problems: list[str] = []
    for file in files:
        name = Path(file.fpath).name
        for entry in file:
            if entry.obsolete:
                continue
            known = merged.get(identity(entry))
            if known is not None and texts(known) != texts(entry):
                problems.append(f"{name}: another part translates {entry.msgid!r} differently")
            problems += [f"{name}: {problem}" for problem in problems_of(entry)]
            merged.setdefault(identity(entry), clean(entry))
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = dict(HEADER)
    catalogue.extend(merged[message] for message in sorted(merged))
    return catalogue, problems


def clean(entry: polib.POEntry) -> polib.POEntry:
    """The entry without notes and places, which would make the merged file change for nothing."""
    fields = {"msgid": entry.msgid, "msgctxt": entry.msgctxt}
    if entry.msgid_plural:
        forms = {form: entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)}
        return polib.POEntry(**fields, msgid_plural=entry.msgid_plural, msgstr_plural=forms)
    return polib.POEntry(**fields, msgstr=entry.msgstr)


def problems_of(entry: polib.POEntry) -> Iterator[str]:
    """What is wrong with one translation."""
    if entry.fuzzy:
        yield f"{entry.msgid!r} is marked fuzzy"
    expected = 2 if entry.msgid_plural else 1
    if len(texts(entry)) != expected or not all(texts(entry)):
        yield f"{entry.msgid!r} has no Hindi text"
        return
    wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    if sorted(PLACEHOLDER.findall(texts(entry)[-1])) != wanted:
        yield f"{entry.msgid!r} has other placeholders in Hindi than in English"


def missing(catalogue: polib.POFile, found: Sequence[Found]) -> list[str]:
    """Every message of the interface that the catalogue does not know."""
    known = {identity(entry) for entry in catalogue}
    # Django looks a singular up by itself too, so an entry with a plural serves both.
    known |= {Message(message.context, message.singular, "") for message in known}
    return [
        f"{item.path.relative_to(ROOT)}:{item.line}: no Hindi text for {item.message.singular!r}"
        for item in found
        if item.message not in known
    ]


def stale(catalogue: polib.POFile) -> list[str]:
    """The committed files that differ from what the parts make."""
    compiled = CATALOGUE.with_suffix(".mo")
    wanted = {CATALOGUE: str(catalogue).encode(), compiled: catalogue.to_binary()}
    return [
        f"{path.relative_to(ROOT)} is not up to date: run `make messages`"
        for path, content in wanted.items()
        if not path.is_file() or path.read_bytes() != content
    ]


def write(catalogue: polib.POFile) -> None:
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(str(catalogue).encode())
    CATALOGUE.with_suffix(".mo").write_bytes(catalogue.to_binary())


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.messages", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail on any problem")
    options = parser.parse_args(arguments)
    catalogue, problems = merge(parts())
    if options.check:
        problems += stale(catalogue)
    else:
        write(catalogue)
    problems += missing(catalogue, all_messages())
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(catalogue)} messages in Hindi, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
