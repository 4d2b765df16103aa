"""The figures of a statement: SVG that only draws, named in both languages and described in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as xml

from graders.contract import Text
from graders.package.fences import lines_of
from graders.package.model import Problem

PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*([^)\s]*)(?:\s+\"[^\"]*\")?\s*\)")
VIEW_BOX = re.compile(r"\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*")
FOLDER = "figures/"
_NAMESPACE = "{http://www.w3.org/2000/svg}"
# Shapes and words. No style sheet, script, link, picture or piece of HTML: those can fetch and run things.
ELEMENTS = frozenset({
    "svg", "g", "title", "desc", "defs", "marker", "path", "rect", "line", "circle", "ellipse", "polyline",
    "polygon", "text", "tspan",
})  # fmt: skip
_DECLARATION = re.compile(r"<!(?!--)|<\?(?!xml )")
_REFERENCE = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|data:", re.IGNORECASE)

FEEDBACK = {
    "figure_missing": Text(
        en="The statement shows {source}, but the package has no such figure. Figures are files "
        "figures/NAME.svg.",
        hi="Statement में {source} दिखाया गया है, पर package में ऐसा चित्र नहीं है। चित्र figures/NAME.svg files "
        "में होते हैं।",
    ),
    "figure_without_words": Text(
        en="The figure {source} needs a description for those who cannot see it: ![what it shows](…).",
        hi="चित्र {source} का वर्णन चाहिए, उनके लिए जो उसे देख नहीं सकते: ![चित्र में क्या है](…)।",
    ),
    "figures_differ": Text(
        en="Both statements must show the same figures in the same order; the English one shows {english}, "
        "the Hindi one {hindi}.",
        hi="दोनों statements में वही चित्र उसी क्रम में होने चाहिए; English में संख्या {english} है, हिन्दी में {hindi}।",
    ),
    "figure_unused": Text(
        en="No statement shows {path}.",
        hi="{path} किसी statement में नहीं दिखाया गया है।",
    ),
    "figure_unreadable": Text(
        en="{path} cannot be read as SVG: {detail}",
        hi="{path} को SVG की तरह पढ़ा नहीं जा सका: {detail}",
    ),
    "figure_without_size": Text(
        en="{path} must be an <svg> with a viewBox, so that pages know its size before it is there.",
        hi="{path} एक <svg> होना चाहिए जिसमें viewBox हो, ताकि page को चित्र आने से पहले उसका size पता हो।",
    ),
    "figure_unsafe": Text(
        en="{path} holds {what}. A figure may only draw: shapes and text, without scripts, styles or links.",
        hi="{path} में {what} है। चित्र में सिर्फ़ shapes और text हो सकते हैं: script, style या link नहीं।",
    ),
}


class Shown(NamedTuple):
    """A picture in a statement: its line, its description, its address."""

    line: int
    alt: str
    source: str


def size_of(svg: str) -> tuple[str, str]:
    """Width and height of the ``viewBox`` as they are written; empty where there is none."""
    found = re.search(r'\bviewBox="([^"]*)"', svg)
    size = VIEW_BOX.fullmatch(found[1]) if found else None
    return (size[1], size[2]) if size else ("", "")


def shown_in(statement: str) -> list[Shown]:
    """The pictures of a Markdown text that stand outside of code."""
    return [
        Shown(line.number, match[1].strip(), match[2])
        for line in lines_of(statement)
        if line.kind == "prose"
        for match in PICTURE.finditer(line.text)
    ]


def problems(files: Mapping[str, str], statements: tuple[str, str]) -> Iterator[Problem]:
    """What is wrong with the figures, and with how the ``statements`` (English, Hindi) show them."""
    figures = {path: text for path, text in files.items() if path.startswith(FOLDER)}
    for path, text in figures.items():
        yield from _drawing(path, text)
    shown = {path: shown_in(files[path]) for path in statements if path in files}
    for path, pictures in shown.items():
        for picture in pictures:
            if picture.source not in figures:
                params = {"source": picture.source[:80]}
                yield Problem("figure_missing", params, path, picture.line)
            if not picture.alt:
                yield Problem("figure_without_words", {"source": picture.source[:80]}, path, picture.line)
    named = [[picture.source for picture in pictures] for pictures in shown.values()]
    if len(named) == 2 and named[0] != named[1]:
        yield Problem("figures_differ", {"english": len(named[0]), "hindi": len(named[1])}, statements[1])
    for path in sorted(set(figures) - {source for sources in named for source in sources}):
        yield Problem("figure_unused", {"path": path}, path)


def _drawing(path: str, text: str) -> Iterator[Problem]:
    if _DECLARATION.search(text):
        # No document type: entities that grow without end are declared there.
        yield Problem("figure_unsafe", {"path": path, "what": "<!DOCTYPE>"}, path)
        return
    try:
        # No entity is left that could grow.
        root = xml.fromstring(text)
    except (xml.ParseError, ValueError) as error:
        yield Problem("figure_unreadable", {"path": path, "detail": str(error)}, path)
        return
    if root.tag != _NAMESPACE + "svg" or not all(size_of(text)):
        yield Problem("figure_without_size", {"path": path}, path)
    for what in sorted(set(_unsafe(root))):
        yield Problem("figure_unsafe", {"path": path, "what": what}, path)


def _unsafe(root: xml.Element) -> Iterator[str]:
    """Elements and attributes that do more than draw."""
    for element in root.iter():
        name = str(element.tag).removeprefix(_NAMESPACE)
        if name not in ELEMENTS:
            yield f"<{name[:40]}>"
        for key, value in element.attrib.items():
            plain = key.rpartition("}")[2].lower()
            if plain.startswith("on") or plain in ("href", "style") or _REFERENCE.search(value):
                yield f"{plain[:40]}="
