"""A text with gaps to fill in, each with a word or two in any language and script, or a number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext_lazy

from dlquiz.core.i18n import Text, active_language
from dlquiz.core.templatetags.design import inline_markdown
from dlquiz.questions.generators import Variation
from dlquiz.questions.kind import PARTS, Examples, Instance, Kind, Spec, Values, pairs_of, text_of
from dlquiz.questions.options import repeated_ids
from graders.answers.blanks import BlankKey, BlanksKey, mark_blanks
from graders.answers.outcome import Marking
from graders.answers.text.lexicon import load_lexicon

_KEYS, _BLANK_KEYS = frozenset({"text", "glossary", "blank"}), frozenset({"id", "terms", "words", "why"})
_GAP = re.compile(r"\[_([a-z]\w{0,20})_\]")
_MARKED_GAP = re.compile(r"⟦([a-z]\w{0,20})⟧")
_FIELD = re.compile(r"answer\.([a-z]\w{0,20})")
MOST = 8


class FillIn(Kind):
    """``text`` has gaps ``[_a_]``; the ``blank`` of that id says what fits, by glossary terms or words."""

    name = "fill_in"
    label = pgettext_lazy("kind of question", "gaps")

    def own_problems(self, spec: Spec) -> list[str]:
        data = spec[self.name]
        problems = [f"fill_in: unknown key {key!r}" for key in data if key not in _KEYS]
        blanks = data.get("blank", [])
        ids = [str(blank.get("id", "")) for blank in blanks]
        problems += repeated_ids(ids)
        if not 1 <= len(blanks) <= MOST:
            problems.append(f"fill_in: 1 to {MOST} gaps are needed")
        texts = data.get("text") or {}
        for language in ("en", "hi"):
            if sorted(_GAP.findall(str(texts.get(language, "")))) != sorted(ids):
                problems.append(f"fill_in: the gaps of `text` ({language}) are not those of the blanks")
        try:
            known = load_lexicon(*data.get("glossary", ())).terms
        except OSError as error:
            return [*problems, f"glossary: {error}"]
        for blank in blanks:
            problems += _blank_problems(blank, known)
        return problems

    def read(self, data: QueryDict) -> dict[str, str]:
        """Each gap is a field of its own, since the languages have them in different orders."""
        found = ((_FIELD.fullmatch(name), value) for name, value in data.items())
        parts = [f"{match[1]}={str(value).replace(PARTS, ' ')}" for match, value in found if match]
        return {"answer": PARTS.join(sorted(parts)[:MOST])}

    def body(self, spec: Spec, variation: Variation | None) -> Mapping[str, Any]:
        return {"text": text_of(spec[self.name]["text"])}

    def inputs(self, instance: Instance, values: Values) -> Any:
        """The text in pieces: a piece of HTML, or a gap with what was typed into it."""
        given = pairs_of(values.get("answer", ""))
        text: Text = instance.body["text"]
        # Made into HTML as a whole: a piece by itself may read as a list or a heading.
        html = inline_markdown(_GAP.sub(r"⟦\1⟧", text.get(active_language())))
        return [
            {"gap": piece, "value": given.get(piece, ""), "number": place // 2 + 1}
            if place % 2
            else {"html": mark_safe(piece)}
            for place, piece in enumerate(_MARKED_GAP.split(html))
        ]

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        given = pairs_of(values.get("answer", ""))
        text = text_of(spec[self.name]["text"]).get(active_language())
        return _GAP.sub(lambda found: f"[{given.get(found.group(1), '')}]", text)

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        return mark_blanks(_key(spec), pairs_of(values.get("answer", "")))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "Fill in.", "hi": "भरिए।"}
        data = {
            "glossary": ["convolution"],
            "text": {
                "en": "The [_a_] slides over the image with [_b_] 2.",
                "hi": "[_b_] 2 के साथ [_a_] image पर खिसकता है।",
            },
            "blank": [
                {"id": "a", "terms": "kernel"},
                {"id": "b", "words": ["stride", "a step of"], "why": text},
            ],
        }
        right = ("a=kernel\tb=stride", "a=फ़िल्टर\tb=Stride", "a=the kernal\tb=a step of")
        wrong = ("a=image\tb=stride", "a=kernel or image\tb=padding", "a=x=y\tb=?")
        invalid = ("", "a=kernel", "a=kernel\tb=", f"a={'k' * 90}\tb=stride")
        return [
            Examples(
                {"statement": text, "solution": text, self.name: data},
                [{"answer": answer} for answer in right],
                [{"answer": answer} for answer in wrong],
                [{"answer": answer} for answer in invalid],
            )
        ]


def _key(spec: Spec) -> BlanksKey:
    data = spec["fill_in"]
    blanks = {
        blank["id"]: BlankKey(
            frozenset(str(blank.get("terms", "")).replace("|", " ").split()),
            tuple(blank.get("words", ())),
            text_of(blank["why"]) if "why" in blank else None,
        )
        for blank in data["blank"]
    }
    return BlanksKey(blanks, load_lexicon(*data.get("glossary", ())))


def _blank_problems(blank: Mapping[str, Any], known: Mapping[str, Any]) -> list[str]:
    name = blank.get("id") or "?"
    problems = [f"blank {name!r}: unknown key {key!r}" for key in blank if key not in _BLANK_KEYS]
    terms = str(blank.get("terms", "")).replace("|", " ").split()
    problems += [f"blank {name!r}: unknown term {term!r}" for term in terms if term not in known]
    if not terms and not blank.get("words"):
        problems.append(f"blank {name!r}: give `terms` or `words` that fit")
    why = blank.get("why")
    if "why" in blank and not (isinstance(why, Mapping) and why.get("en") and why.get("hi")):
        problems.append(f"blank {name!r}: `why` needs both languages")
    return problems


KIND = FillIn()
