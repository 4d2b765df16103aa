"""Word order: is this a sentence, or its words in a heap?

Not a parser. It counts small words that stand where no speaker of the language puts them: an English article
before a verb or another article, a Hindi postposition after a verb, करता before anything but a verb, है behind
और or at the head of a sentence. A slip makes one; a shuffle makes many. What is counted, and how heavily, was
chosen by how much rarer it is in the course's own sentences than in the same sentences shuffled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from graders.answers.outcome import Remark
from graders.answers.text.lexicon import Lexicon, Word

SURE, SLIP = 3, 2  # what a fault weighs: one that no writer makes, one that some do
MIN_WEIGHT = 3
WEIGHT_SHARE = 0.12  # per word: one sure fault is enough up to 24 words, two slips are up to 33

_PUNCTUATION = regex.compile(r"[.,;:!?()।॥\n→=]|\s[-–—]\s")
_END = regex.compile(r"[.!?।॥\n]")
_PARTICIPLE = regex.compile(r".+(?:ता|ती|ते|तीं|ta|ti|te)$")
_ARTICLES = frozenset({"the", "a", "an"})
_NOT_AFTER_ARTICLE = frozenset(
    ["prepositions", "places", "boundaries", "auxiliaries", "conditions", "negators", "pronouns"]
)
_NO_SECOND = _ARTICLES | {"each", "every", "this", "its"}
_NOT_AFTER_OF = frozenset({"auxiliaries", "boundaries", "prepositions"})
_NOT_BEFORE_OF = frozenset(["prepositions", "places", "boundaries", "auxiliaries", "conditions", "pronouns"])
_FINITE_BE = frozenset({"is", "are", "was", "were", "has", "does", "did"})
_THESE = frozenset({"the", "these", "those", "its", "their"})
_BEFORE_OF = frozenset({"because", "what", "become", "becomes", "and", "or"})
_LAST = frozenset({"then", "since", "so", "also", "however", "though", "whose", "which"})
_RELATIVES = frozenset({"which", "whose"})
_PHRASE_SECOND = frozenset(
    {"लिए", "लिये", "साथ", "बाद", "पास", "कारण", "वजह", "जरिए", "बीच", "अनुसार", "द्वारा", "नीचे"}
)

# Words that end like a participle and are none.
_NO_PARTICIPLES = frozenset([
    "गिनती", "गलती", "रास्ता", "ginti", "galti", "ghati", "ghaati", "rasta", "raasta",
    "update", "compute", "calculate",
    "generate", "activate", "propagate", "separate", "saturate", "estimate", "complete", "delete",
    "write", "create", "rate", "gate", "state", "note", "multi",
])  # fmt: skip
_UNFINISHED = regex.compile(
    r".*(?:ना|ने|नी|कर|करके|हो|जा|दे|ले|रह|हुए|किए|गए|na|ne|ni|kar|karke|ho|ja|de|le|hue|kiye|gaye)$"
)
_GIVES = regex.compile(r"^(?:दि|दी|दे|di|de|मि|mi)")
_MEANS = frozenset({"मतलब", "अर्थ", "matlab", "arth"})  # "इसका मतलब है …"
_WHO = frozenset({"जो", "jo", "यानी", "yani", "yaani"})
_WITH_CASE = regex.compile(r"^(?:[इउ]स|[इउ]न|जिस|जिन)(?:में|से|को)$|^(?:is|us|in|un|jis|jin)(?:mein|me|se|ko)$")
_CAN = regex.compile(r"^(?:सक|sak)(?:ता|ती|ते|तीं|ta|ti|te)$")
_POLITE = regex.compile(r".+(?:िए|इए|iye)$")
_SET = frozenset([("फिर", "से"), ("phir", "se"), ("fir", "se"), ("न", "के"), ("ना", "के"), ("na", "ke")])
_TIMES = frozenset({"समय", "वक्त", "samay", "waqt"})
_NOMINATIVES = frozenset({"वह", "यह", "ये", "वे", "हर", "प्रत्येक", "wah", "woh", "yah", "ye", "har", "pratyek"})
_PARTICLES = frozenset({"भी", "ही", "bhi", "hi"})
_ONE = frozenset({"एक", "ek"})
_INDEFINITE = frozenset({"कोई", "किसी", "koi", "kisi"})
_GENITIVES = frozenset({"का", "के", "की", "ka", "ke", "ki"})
_CASES = frozenset({"को", "से", "ने", "तक", "ko", "se", "ne", "tak"})
# After a stop they say "but".
_BUT = frozenset({"पर", "par"})
_SIMPLE_PLACES = frozenset({"पर", "में", "par", "pe", "mein", "me"})
_SIMPLE = _GENITIVES | _CASES | _SIMPLE_PLACES  # बाद and बीच may open a sentence, का may not


@dataclass(frozen=True)
class _Seat:
    """A word with its neighbours' gaps: does a stop stand before or after it, or a closing bracket before?"""

    form: str
    roles: frozenset[str]
    content: bool
    verbal: bool
    stop_before: bool
    stop_after: bool
    bracket_before: bool
    starts: bool
    ends: bool


def scrambled(text: str, words: Sequence[Word], lexicon: Lexicon, language: str) -> Remark | None:
    """The remark for an answer whose words stand in no order."""
    seats = _seats(text, words, lexicon, language)
    faults = _hindi_faults(seats) if language == "hi" else _english_faults(seats)
    weight = faults + _capitals(text, words, seats)
    heavy = weight >= MIN_WEIGHT and weight > WEIGHT_SHARE * len(seats)
    return Remark("guard_scrambled") if heavy else None


def _seats(text: str, words: Sequence[Word], lexicon: Lexicon, language: str) -> list[_Seat]:
    seats: list[_Seat] = []
    for place, word in enumerate(words):
        before = text[words[place - 1].end : word.start] if place else "."
        after = text[word.end : words[place + 1].start] if place + 1 < len(words) else "."
        roles = lexicon.roles(word.form, language)
        seats.append(
            _Seat(
                form=word.form,
                roles=roles,
                content=bool(word.terms) or not roles,
                verbal="auxiliaries" in roles or _is_verbal(word, lexicon),
                stop_before=bool(_PUNCTUATION.search(before)),
                bracket_before=")" in before,
                stop_after=bool(_PUNCTUATION.search(after)),
                starts=bool(_END.search(before)),
                ends=bool(_END.search(after)) or place + 1 == len(words),
            )
        )
    return seats


def _is_verbal(word: Word, lexicon: Lexicon) -> bool:
    return any(lexicon.terms[name].verb for name in word.terms)


def _neighbours(seats: Sequence[_Seat]) -> Iterator[tuple[_Seat, _Seat | None, _Seat | None]]:
    """Every seat with the one before and the one after it, where no stop stands between."""
    for place, seat in enumerate(seats):
        before = seats[place - 1] if place and not seat.stop_before else None
        after = seats[place + 1] if place + 1 < len(seats) and not seat.stop_after else None
        yield seat, before, after


def _english_faults(seats: Sequence[_Seat]) -> int:
    faults = 0
    for seat, before, after in _neighbours(seats):
        if after is not None and seat.form == after.form:
            faults += SLIP  # "the the"
        elif seat.form in _ARTICLES:
            barred = after is None or bool(after.roles & _NOT_AFTER_ARTICLE) or after.form in _NO_SECOND
            faults += SURE * barred
        elif "prepositions" in seat.roles:
            faults += SLIP if after is None else SURE * _refuses_preposition(after, seat)
            faults += _ill_placed_of(seat, before, after)
        elif "auxiliaries" in seat.roles:
            told = before is not None and bool(before.roles & {"pronouns", "determiners"})  # "as it is"
            faults += SLIP * (after is None and not told)
        elif "boundaries" in seat.roles and "pronouns" not in seat.roles:
            faults += SURE * (after is None and seat.form not in _LAST)
    return faults


def _refuses_preposition(after: _Seat, seat: _Seat) -> bool:
    if seat.form == "to" and "auxiliaries" in after.roles:
        return after.form in _FINITE_BE  # "to be" is no fault
    return bool(after.roles & _NOT_AFTER_OF) and after.form not in _RELATIVES


def _ill_placed_of(seat: _Seat, before: _Seat | None, after: _Seat | None) -> int:
    if seat.form != "of" or before is None:
        return SLIP * (seat.form == "of" and seat.starts)
    if before.form in _BEFORE_OF or (before.form == "which" and after is not None and after.form in _THESE):
        return 0
    return (SLIP if before.form in _FINITE_BE else SURE) * bool(before.roles & _NOT_BEFORE_OF)


def _hindi_faults(seats: Sequence[_Seat]) -> int:
    faults = 0
    for seat, before, after in _neighbours(seats):
        if _is_postposition(seat):
            faults += _ill_placed(seat, before, after)
        elif "closers" in seat.roles:
            faults += SURE * (_opens(before) if before is not None else seat.starts)
            faults += SLIP * (before is None and not seat.starts and not seat.bracket_before)
            if after is not None and not _may_follow_verb(after):
                faults += SURE if after.verbal else SLIP * (before is None or before.form not in _MEANS)
        elif _is_participle(seat):
            faults += SURE * _stands_alone(seat, before)
            paired = (
                before is not None and _is_participle(before) and "auxiliaries" not in before.roles
            )  # मिलते-जुलते, "pahunchte pahunchte"
            if after is not None and not paired and not _may_follow_participle(after):
                faults += SURE if _is_postposition(after) else SLIP
        elif "auxiliaries" in seat.roles:
            faults += SURE * _stands_alone(seat, before)
            faults += SLIP * (after is not None and _is_finite(seat) and _is_postposition(after))
        elif "determiners" in seat.roles and "pronouns" not in seat.roles:
            faults += _ill_determined(seat, after)
        elif "boundaries" in seat.roles and "pronouns" not in seat.roles:
            faults += SLIP * (after is None and "joiners" in seat.roles)
            faults += SURE * (seat.ends and "joiners" not in seat.roles)
        elif seat.form in _PARTICLES:
            faults += SURE * seat.starts
    return faults


def _ill_placed(seat: _Seat, before: _Seat | None, after: _Seat | None) -> int:
    """Faults of a postposition: nothing for it to stand behind, or nothing that its का leads to."""
    if before is None:
        but = seat.form in _BUT and after is not None and not after.roles & {"closers", "boundaries"}
        faults = SURE * (seat.form in _SIMPLE and not but and not seat.bracket_before)
    else:
        faults = SURE * _refuses(before, seat)
    if seat.form in _GENITIVES:
        faults += SURE * (after is not None and "boundaries" in after.roles)
        faults += SLIP * (seat.ends and seat.form in {"के", "ke"})
    return faults


def _ill_determined(seat: _Seat, after: _Seat | None) -> int:
    if after is None:
        return SURE if seat.ends and seat.form in _NOMINATIVES else SLIP
    if "closers" in after.roles:
        return SLIP if seat.form in _NOMINATIVES else SURE
    return SURE * (seat.form in _INDEFINITE and "determiners" in after.roles and after.form not in _ONE)


def _opens(before: _Seat) -> bool:
    """Whether है cannot stand behind this, since what it is said of has yet to come."""
    return ("boundaries" in before.roles and before.form not in _WHO) or before.form in {"को", "ko"}


def _stands_alone(seat: _Seat, before: _Seat | None) -> bool:
    """Whether a finite auxiliary has no verb before it: at the head of a sentence, behind और, को or के."""
    if "auxiliaries" not in seat.roles or not _is_finite(seat):
        return False
    if before is None:
        return seat.starts
    if _CAN.match(seat.form) and (
        _is_postposition(before) or _is_participle(before) or "closers" in before.roles
    ):
        return True
    return (_opens(before) and not _GIVES.match(seat.form)) or before.form in {"के", "ke"}


def _is_finite(seat: _Seat) -> bool:
    return len(seat.form) > 1 and not _UNFINISHED.match(seat.form)


def _is_postposition(seat: _Seat) -> bool:
    if not seat.roles & {"postpositions", "places"} or "pronouns" in seat.roles:
        return False
    return seat.form in _SIMPLE or not seat.content


def _refuses(before: _Seat, seat: _Seat) -> bool:
    if before.roles & {"closers", "negators"} or (seat.form in _SIMPLE and "boundaries" in before.roles):
        but = "closers" in before.roles and seat.form in _BUT
        return not but and (before.form, seat.form) not in _SET
    if (
        before.form in _NOMINATIVES
        or (_WITH_CASE.match(before.form) and seat.form not in {"से", "se"})  # "उनमें से"
        or (before.form in _GENITIVES and seat.form in _SIMPLE)
    ):
        return True
    doubled = before.form in _GENITIVES | _CASES and "postpositions" in seat.roles
    return (
        doubled and seat.form not in _PHRASE_SECOND and before.form not in {"के", "की", "ke", "ki", "से", "se"}
    )


def _is_participle(seat: _Seat) -> bool:
    return seat.verbal and bool(_PARTICIPLE.match(seat.form)) and seat.form not in _NO_PARTICIPLES


def _may_follow_verb(after: _Seat) -> bool:
    return bool(
        after.roles
        & {"boundaries", "conditions", "consequences", "pronouns", "negators", "determiners", "without"}
    )


def _may_follow_participle(after: _Seat) -> bool:
    return bool(
        after.roles & {"auxiliaries", "closers", "negators", "boundaries", "consequences", "pronouns"}
    )


def _capitals(text: str, words: Sequence[Word], seats: Sequence[_Seat]) -> int:
    """Small words with a capital in the middle of a sentence, which had been its first (OR is a name)."""
    return SLIP * sum(
        not seat.content
        and not seat.starts
        and word.form != "i"
        and text[word.start].isupper()
        and not text[word.start : word.end][1:].isupper()
        for word, seat in zip(words, seats, strict=True)
    )
