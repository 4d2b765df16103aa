"""The gradient of a linear layer's weights: an outer product. Seed 0 is the lesson's layer."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, inline_matrix, matrix, signed, vector

Row = tuple[Fraction, ...]
Grid = tuple[Row, ...]


def vary(seed: int) -> Variation:
    """Weights, input and the gradient that comes from behind; y = W x."""
    weights, x, g = _lesson() if seed == 0 else _draw(random.Random(seed))
    answer = tuple(tuple(back * value for value in x) for back in g)
    wrong = [
        (
            tuple(x for _ in g),
            Text(
                "The gradient that comes from behind is missing: each row is $x$ times its own $g_i$.",
                "पीछे से आने वाला gradient छूट गया: हर row में $x$ को अपने $g_i$ से गुणा कीजिए।",
            ),
        ),
        (
            tuple(tuple(back for _ in x) for back in g),
            Text(
                "The input is missing: the entry in column $j$ is $g_i \\cdot x_j$.",
                "Input छूट गया: column $j$ में $g_i \\cdot x_j$ आता है।",
            ),
        ),
        (
            tuple(tuple(back * w for w in row) for back, row in zip(g, weights, strict=True)),
            Text(
                "Here $g$ meets the weights: that is for the input's gradient. For the weights take $x$.",
                "यहाँ $g$ का गुणा weights से हुआ है: वह input के gradient के लिए है। यहाँ $x$ से गुणा कीजिए।",
            ),
        ),
        (
            tuple(tuple(back + value for value in x) for back in g),
            Text("Multiply $g_i$ and $x_j$; do not add them.", "$g_i$ और $x_j$ का गुणा कीजिए, जोड़ नहीं।"),
        ),
        (
            tuple(tuple(-value for value in row) for row in answer),
            Text(
                "This is the direction of the step. The gradient itself has no extra minus.",
                "यह क़दम की दिशा है। ख़ुद gradient में अलग से minus नहीं आता।",
            ),
        ),
    ]
    return Variation(
        names={"W": f"$$W = {inline_matrix(weights)}$$", "x": vector(x), "g": vector(g)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(x, g, answer),
    )


def _lesson() -> tuple[Grid, Row, Row]:
    weights = tuple(tuple(map(Fraction, row)) for row in ((1, 0, 2), (-1, 1, 0)))
    return weights, tuple(map(Fraction, (1, 2, 3))), (Fraction("-0.4"), Fraction("0.2"))


def _draw(random_: random.Random) -> tuple[Grid, Row, Row]:
    weights = tuple(tuple(Fraction(random_.randint(-2, 2)) for _ in range(3)) for _ in range(2))
    x = tuple(Fraction(random_.choice([-2, -1, 0, 1, 2, 3, 4])) for _ in range(3))
    g = tuple(Fraction(random_.choice(["-2", "-0.5", "-0.4", "0.1", "0.2", "0.5", "3"])) for _ in range(2))
    return (weights, x, g) if any(x) else _draw(random_)


def _solution(x: Row, g: Row, answer: Grid) -> Text:
    first = rf"${decimal(g[0])} \cdot {signed(x[0])} = {decimal(answer[0][0])}$"
    last = rf"${decimal(g[-1])} \cdot {signed(x[-1])} = {decimal(answer[-1][-1])}$"
    return Text(
        en="$y_i$ contains the weight $W_{ij}$ only in $W_{ij} x_j$, so "
        f"$\\partial L / \\partial W_{{ij}} = g_i \\cdot x_j$. The first entry: {first}. The last: {last}. "
        f"All of them: {matrix(answer)}",
        hi="$y_i$ में weight $W_{ij}$ केवल $W_{ij} x_j$ में आता है, इसलिए "
        f"$\\partial L / \\partial W_{{ij}} = g_i \\cdot x_j$। पहला मान: {first}। आख़िरी मान: {last}। "
        f"सारे मान: {matrix(answer)}",
    )
