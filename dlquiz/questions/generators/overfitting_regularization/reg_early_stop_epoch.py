"""At which epoch early stopping stops. Seed 0 has the lesson's validation losses and patience 3."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

LOSSES = (90, 70, 60, 62, 58, 59, 61, 60, 63, 66)
PATIENCE = 3
EPOCHS = 10


def stopping(losses: Sequence[int], patience: int) -> tuple[int, int] | None:
    """The epoch after which training stops and the best one until then; None if it goes on to the end."""
    best = waited = 0
    for place, loss in enumerate(losses):
        if loss < losses[best] or place == 0:
            best, waited = place, 0
        else:
            waited += 1
        if waited == patience:
            return place + 1, best + 1
    return None


def vary(seed: int) -> Variation:
    """Ten validation losses in hundredths and the patience."""
    losses, patience = (LOSSES, PATIENCE) if seed == 0 else _draw(random.Random(seed))
    found = stopping(losses, patience)
    assert found is not None
    end, best = found
    wrong = [
        (best, _BEST),
        (_first_rise(losses), _FIRST),
        (_never_reset(losses, patience), _NOT_RESET),
        (end + 1, _LATE),
    ]
    return Variation(
        names={"losses": _table(losses), "patience": patience},
        answer=Fraction(end),
        errors=distinct_errors(Fraction(end), [(Fraction(value), why) for value, why in wrong]),
        solution=_solution(losses, patience, best, end),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, ...], int]:
    """Losses that fall, rise once for less than the patience, fall to their best and rise for good."""
    patience = random_.choice([2, 3])
    losses = [random_.randint(80, 95)]
    for _ in range(random_.randint(1, 2)):
        losses.append(losses[-1] - random_.randint(6, 12))
    lowest = losses[-1]
    for _ in range(random_.randint(1, patience - 1)):
        losses.append(lowest + random_.randint(1, 6))
    losses.append(lowest - random_.randint(3, 9))
    best = losses[-1]
    while len(losses) < EPOCHS:
        losses.append(best + random_.randint(1, 4) + len(losses) // 2)
    return tuple(losses), patience


def _first_rise(losses: Sequence[int]) -> int:
    return next(place + 1 for place in range(1, len(losses)) if losses[place] > losses[place - 1])


def _never_reset(losses: Sequence[int], patience: int) -> int:
    """Where a counter that is never set back reaches the patience."""
    worse = [place + 1 for place in range(1, len(losses)) if losses[place] >= min(losses[:place])]
    return worse[patience - 1]


def _table(losses: Sequence[int]) -> str:
    epochs = " | ".join(str(place + 1) for place in range(len(losses)))
    values = " | ".join(_loss(loss) for loss in losses)
    return f"| epoch | {epochs} |\n|{'---|' * (len(losses) + 1)}\n| loss | {values} |"


def _loss(hundredths: int) -> str:
    return f"{hundredths / 100:.2f}"


_BEST = Text(
    en="That is the best epoch. Its weights are kept, but only the patience shows that nothing better "
    "comes: "
    "training goes on for so many epochs.",
    hi="यह सबसे अच्छा epoch है। Weights इसी के रखे जाते हैं, पर इससे अच्छा अब नहीं आएगा, यह patience पूरी होने पर ही "
    "पता चलता है: उतने epochs training और चलती है।",
)
_FIRST = Text(
    en="Here the loss rises for the first time. Early stopping waits as long as the patience allows.",
    hi="यहाँ loss पहली बार बढ़ा है। Early stopping patience पूरी होने तक इंतज़ार करता है।",
)
_NOT_RESET = Text(
    en="The counter was not set back. With every new best loss, counting starts again at zero.",
    hi="गिनती शून्य पर नहीं लौटाई गई। जब भी नया सबसे छोटा loss आए, गिनती फिर शून्य से शुरू होती है।",
)
_LATE = Text(
    en="One epoch too late: training stops as soon as the patience is used up, without another epoch.",
    hi="एक epoch की देर हो गई: patience पूरी होते ही training रुक जाती है, एक और epoch नहीं चलता।",
)


def _solution(losses: Sequence[int], patience: int, best: int, end: int) -> Text:
    later = ", ".join(str(epoch) for epoch in range(best + 1, end + 1))
    value = _loss(losses[best - 1])
    return Text(
        en=f"The smallest loss until then is {value}, in epoch {best}; there the counter starts at zero "
        f"again. The "
        f"epochs {later} bring nothing better, and with that the patience of {patience} is used up. "
        f"Training stops "
        f"after epoch **{end}**. The weights of epoch {best} are kept.",
        hi=f"तब तक का सबसे छोटा loss {value} है, epoch {best} में; वहाँ गिनती फिर शून्य से शुरू होती है। Epochs "
        f"{later} में "
        f"इससे अच्छा कुछ नहीं आता, और इतने में {patience} की patience पूरी हो जाती है। Training epoch **{end}** के "
        f"बाद "
        f"रुकती है। Weights epoch {best} के रखे जाते हैं।",
    )
