"""One pass of the learning rule over the four rows of AND or OR. Seed 0: AND, from zero."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.perceptron.perceptron_truth_table import PAIRS
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import vector

Weights = tuple[int, int, int]
Targets = tuple[int, int, int, int]

FUNCTIONS: dict[str, Targets] = {
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "NAND": (1, 1, 1, 0),
    "NOR": (1, 0, 0, 0),
}

STRICT = Text(
    "You took 0 for the output at $z = 0$; the step gives 1 there.",
    "$z = 0$ पर आपने output 0 लिया; वहाँ step का मान 1 है।",
)
BIAS_KEPT = Text("The bias has to learn as well.", "Bias को भी सीखना है।")
ALL_AT_ONCE = Text(
    "You used the first weights for all four rows. After each row the new ones count.",
    "आपने चारों rows पहले वाले weights से कीं। हर row के बाद नए weights लगते हैं।",
)
AWAY = Text(
    "The steps go the wrong way: it is $y - \\hat{y}$.",
    "क़दम उलटी दिशा में हैं: $y - \\hat{y}$ आता है।",
)
UNCHANGED = Text(
    "Those are the weights of the beginning; some rows come out wrong with them.",
    "ये शुरू के weights हैं; इनसे कुछ rows ग़लत निकलती हैं।",
)


def vary(seed: int) -> Variation:
    """The weights and the bias after four rows, with learning rate 1."""
    name, start = ("AND", (0, 0, 0)) if seed == 0 else _draw(random.Random(seed))
    targets = FUNCTIONS[name]
    passed = list(_passes(start, targets))
    answer = _row(passed[-1])
    wrong = [
        (_row(list(_passes(start, targets, strict=True))[-1]), STRICT),
        (_row(list(_passes(start, targets, bias_learns=False))[-1]), BIAS_KEPT),
        (_row(_all_at_once(start, targets)), ALL_AT_ONCE),
        (_row(list(_passes(start, targets, sign=-1))[-1]), AWAY),
        (_row(start), UNCHANGED),
    ]
    return Variation(
        names={"name": name, "targets": ", ".join(map(str, targets)), "start": vector(start)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(start, targets, passed),
    )


def _draw(random_: random.Random) -> tuple[str, Weights]:
    while True:
        name = random_.choice(list(FUNCTIONS))
        first, second, bias = (random_.randint(-2, 2) for _ in range(3))
        start = first, second, bias
        states = [start, *_passes(start, FUNCTIONS[name])]
        changes = sum(one != other for one, other in pairwise(states))
        if changes >= 2:
            return name, start


def _fires(weights: Weights, pair: tuple[int, int], *, strict: bool = False) -> int:
    z = weights[0] * pair[0] + weights[1] * pair[1] + weights[2]
    return int(z > 0 if strict else z >= 0)


def _passes(
    start: Weights, targets: Targets, *, strict: bool = False, bias_learns: bool = True, sign: int = 1
) -> Iterator[Weights]:
    """The weights after each row."""
    w1, w2, bias = start
    for pair, target in zip(PAIRS, targets, strict=True):
        error = sign * (target - _fires((w1, w2, bias), pair, strict=strict))
        w1, w2 = w1 + error * pair[0], w2 + error * pair[1]
        bias += error * bias_learns
        yield w1, w2, bias


def _all_at_once(start: Weights, targets: Targets) -> Weights:
    errors = [target - _fires(start, pair) for pair, target in zip(PAIRS, targets, strict=True)]
    first, second = (sum(e * pair[place] for e, pair in zip(errors, PAIRS, strict=True)) for place in (0, 1))
    return start[0] + first, start[1] + second, start[2] + sum(errors)


def _row(weights: Weights) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in weights),)


def _solution(start: Weights, targets: Targets, passed: list[Weights]) -> Text:
    lines = []
    for pair, target, before, after in zip(PAIRS, targets, [start, *passed], passed, strict=False):
        z = before[0] * pair[0] + before[1] * pair[1] + before[2]
        lines.append(f"| ${vector(pair)}$ | ${z}$ | {int(z >= 0)} | {target} | ${vector(after)}$ |")
    head = "| $x$ | $z$ | $\\hat{y}$ | $y$ | $(w_1, w_2, b)$ |\n|---|---|---|---|---|\n"
    table = head + "\n".join(lines)
    return Text(
        en=f"Row after row; the weights change only where $\\hat{{y}} \\ne y$:\n\n{table}",
        hi=f"एक-एक row; weights वहीं बदलते हैं जहाँ $\\hat{{y}} \\ne y$ है:\n\n{table}",
    )
