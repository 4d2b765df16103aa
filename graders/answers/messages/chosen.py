"""What choices, orders, matches and decisions are told."""

from __future__ import annotations

from graders.contract import Text

MESSAGES: dict[str, Text] = {
    # choices
    "choice_unknown": Text(
        en="This is none of the options on offer.",
        hi="यह दिए गए विकल्पों में से नहीं है।",
    ),
    "choice_wrong": Text(
        en="This is not the right option.",
        hi="यह सही विकल्प नहीं है।",
    ),
    "choices_missed": Text(
        en="Right options left out: {count}.",
        hi="सही विकल्प जो छूट गए: {count}।",
    ),
    "choices_extra": Text(
        en="Options chosen that are not right: {count}.",
        hi="चुने गए विकल्प जो सही नहीं हैं: {count}।",
    ),
    # order and partners
    "order_places_repeated": Text(
        en="Give each of the {count} items a place of its own.",
        hi="{count} चीज़ों में से हर एक को अलग-अलग जगह दीजिए।",
    ),
    "order_right_until": Text(
        en="The order is right up to place {place}; look again at what comes next.",
        hi="जगह {place} तक क्रम सही है; उसके बाद क्या आता है, फिर से देखिए।",
    ),
    "order_first_wrong": Text(
        en="Something else comes first.",
        hi="सबसे पहले कुछ और आता है।",
    ),
    "order_reversed": Text(
        en="This is the right order backwards.",
        hi="यह सही क्रम का उलटा है।",
    ),
    "match_missing": Text(
        en="Partners still to be chosen: {count}.",
        hi="जिनके जोड़ीदार चुनने बाक़ी हैं: {count}।",
    ),
    "matches_wrong": Text(
        en="{wrong} of {total} partners are not right.",
        hi="{total} में से {wrong} जोड़ियाँ सही नहीं हैं।",
    ),
    # a decision with its reason
    "decision_wrong": Text(
        en="The decision is the other one.",
        hi="सही फ़ैसला दूसरा है।",
    ),
    "reason_missing": Text(
        en="Give a reason too: a sentence or two.",
        hi="कारण भी लिखिए: एक-दो वाक्य।",
    ),
}
