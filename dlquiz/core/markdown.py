"""Markdown to HTML: formulas as MathML, code coloured, and nothing left that could run.

The source may come from an author's upload, so raw HTML is text and the result passes an allow-list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from dlquiz.core.figures import Figures, find_figure

_MATHML = {
    "math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup",
    "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom",
    "menclose", "semantics",
}  # fmt: skip
_TAGS = (nh3.ALLOWED_TAGS | _MATHML | {"section"}) - {"map", "area"}
_SHARED = {"class", "id", "lang", "dir"}
_MATH_ATTRIBUTES = {
    "display", "mathvariant", "stretchy", "fence", "separator", "lspace", "rspace", "linethickness",
    "columnalign", "rowspacing", "columnspacing", "width", "height", "depth", "accent", "accentunder",
    "movablelimits", "scriptlevel", "displaystyle", "form", "minsize", "maxsize", "xmlns",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    **dict.fromkeys(_TAGS, _SHARED),
    **dict.fromkeys(_MATHML, _SHARED | _MATH_ATTRIBUTES),
    "a": _SHARED | {"href", "title"},
    "img": _SHARED | {"src", "alt", "title", "width", "height", "loading"},
    "th": _SHARED | {"scope", "colspan", "rowspan"},
    "td": _SHARED | {"colspan", "rowspan"},
    "ol": _SHARED | {"start"},
    "pre": _SHARED | {"tabindex"},
    "figure": _SHARED | {"tabindex"},
    "div": _SHARED | {"tabindex"},
}
# Pixels, as the figure is drawn.
WIDE_FIGURE = 420
_FORMATTER = HtmlFormatter(nowrap=True)


def render(source: str, figures: Figures | None = None) -> SafeString:
    """The HTML of a Markdown text; safe to put into a page.

    ``figures`` finds the text's pictures. A picture that stands alone and has a title becomes a figure with
    the title as its caption.
    """
    return _rendered(source, figures)


@lru_cache(maxsize=512)
def _rendered(source: str, figures: Figures | None) -> SafeString:
    html = _parser().render(source, {"figures": figures})
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(clean)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "highlight": _highlight, "typographer": False})
    parser.enable(["table", "strikethrough"])
    parser.use(dollarmath_plugin, renderer=_formula, allow_space=False, double_inline=True)
    parser.use(deflist_plugin)
    parser.core.ruler.push("pictures", _pictures)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    return parser


def _formula(latex: str, options: dict[str, Any]) -> str:
    display = "block" if options["display_mode"] else "inline"
    try:
        return convert(latex, display=display)
    except Exception:  # noqa: BLE001 - the converter raises many kinds; the source is then shown as it is
        return f"<code>{escape(latex)}</code>"


def _highlight(code: str, language: str, _: str) -> str:
    try:
        lexer = get_lexer_by_name(language or "text")
    except ClassNotFound:
        lexer = get_lexer_by_name("text")
    marked = highlight(code, lexer, _FORMATTER)
    # Focusable, so that a wide block can be scrolled with the keyboard.
    return f'<pre class="code" tabindex="0"><code>{marked}</code></pre>'


def _table_open(*_: Any) -> str:
    return '<div class="table-scroll" tabindex="0"><table class="table">\n'


def _table_close(*_: Any) -> str:
    return "</table></div>\n"


def _pictures(state: StateCore) -> None:
    """Give pictures their address and size, and a lone picture with a title its caption."""
    for before, inline in zip(state.tokens, state.tokens[1:], strict=False):
        pictures = [token for token in inline.children or [] if token.type == "image"]
        for picture in pictures:
            _locate(picture, state.env.get("figures"))
        if before.type == "paragraph_open" and len(inline.children or []) == len(pictures) == 1:
            _caption(state, before, inline, pictures[0])


def _locate(picture: Token, figures: Figures | None) -> None:
    found = find_figure(figures, str(picture.attrs["src"]))
    if found is not None:
        picture.attrs["src"] = found.address
        if found.width:
            picture.attrs.update(width=found.width, height=found.height)
    picture.attrs["loading"] = "lazy"


def _caption(state: StateCore, opening: Token, inline: Token, picture: Token) -> None:
    title = picture.attrs.pop("title", None)
    if not title:
        return
    closing = state.tokens[state.tokens.index(inline) + 1]
    opening.tag = closing.tag = "figure"
    if float(picture.attrs.get("width") or 0) > WIDE_FIGURE:
        # Its words would be too small to read on a phone: there it scrolls sideways, with keys too.
        opening.attrs.update({"class": "figure--wide", "tabindex": "0"})
    words = state.md.parseInline(str(title), state.env)[0].children or []
    start, end = Token("figcaption_open", "figcaption", 1), Token("figcaption_close", "figcaption", -1)
    inline.children = [picture, start, *words, end]
