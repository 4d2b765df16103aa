"""Folding: how many units one hidden layer needs for a deep network's pieces. Seed 0: 2 to the 10th."""

from __future__ import annotations

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

_MOST_LAYERS = {2: 12, 3: 7, 4: 5, 5: 5, 6: 4, 10: 5}
CASES = tuple((units, layers) for units, most in _MOST_LAYERS.items() for layers in range(2, most + 1))

PIECES = Text(
    "That is the number of pieces. A line without a kink is one piece already: $n$ kinks make $n + 1$.",
    "यह टुकड़ों की संख्या है। पहले मोड़ से पहले भी एक टुकड़ा होता है: $n$ मोड़ से $n + 1$ टुकड़े बनते हैं।",
)
ADDED = Text(
    "The pieces of the layers multiply: each layer folds all that was folded before it.",
    "Layers के टुकड़े आपस में गुणा होते हैं: हर layer उस सबको मोड़ती है जो पहले मुड़ चुका है।",
)
ONE_LAYER_SHORT = Text("One layer is missing in the product.", "गुणा में एक layer छूट गई।")
EXCHANGED = Text(
    "Base and exponent are exchanged: the base is the pieces of one layer, the exponent the layers.",
    "Base और exponent आपस में बदल गए: base एक layer के टुकड़े हैं, exponent layers की संख्या है।",
)
ONE_MORE = Text(
    "It is one unit less than there are pieces, not one more.", "टुकड़ों से एक unit कम चाहिए, एक ज़्यादा नहीं।"
)


def vary(seed: int) -> Variation:
    """Layers of p units that fold a line into p pieces each: p to the power of the layers, less one."""
    units, layers = (2, 10) if seed == 0 else CASES[(seed * 7) % len(CASES)]
    pieces = units**layers
    answer = pieces - 1
    wrong = [
        (pieces, PIECES),
        (units * layers, ADDED),
        (units * layers - 1, ADDED),
        (units ** (layers - 1) - 1, ONE_LAYER_SHORT),
        (layers**units - 1, EXCHANGED),
        (pieces + 1, ONE_MORE),
    ]
    return Variation(
        names={"units": units, "layers": layers, "all": units * layers},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(units, layers, pieces),
    )


def _solution(units: int, layers: int, pieces: int) -> Text:
    power = f"${units}^{{{layers}}} = {pieces}$"
    less = f"${pieces} - 1 = {pieces - 1}$"
    return Text(
        en=f"Each layer makes {units} pieces of every piece: {power} pieces in all. In a single hidden layer "
        f"each unit adds at most one kink, so it takes {less} of them. The deep network has only "
        f"{units * layers}.",
        hi=f"हर layer हर टुकड़े के {units} टुकड़े कर देती है: कुल {power} टुकड़े। अकेली hidden layer में हर unit ज़्यादा से "
        f"ज़्यादा एक मोड़ जोड़ता है, इसलिए {less} units चाहिए। Deep network में केवल {units * layers} हैं।",
    )
