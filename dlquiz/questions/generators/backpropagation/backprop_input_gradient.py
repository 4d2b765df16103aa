"""The gradient that a linear layer hands to the layer before it: Wᵀ g."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, inline_matrix, sum_of_products, vector

Row = tuple[Fraction, ...]
Grid = tuple[Row, ...]


def vary(seed: int) -> Variation:
    """Two by two weights and the gradient from behind; y = W x."""
    weights, g = _lesson() if seed == 0 else _draw(random.Random(seed))
    columns = tuple(zip(*weights, strict=True))
    answer = (_times(columns, g),)
    wrong = [
        (
            (_times(weights, g),),
            Text(
                "This is $W g$. Going back, the columns of $W$ are used: $W^\\top g$.",
                "यह $W g$ है। पीछे जाते समय $W$ के columns लगते हैं: $W^\\top g$।",
            ),
        ),
        (
            (tuple(sum(column, Fraction(0)) for column in columns),),
            Text(
                "The gradient $g$ from behind has not been used.",
                "पीछे से आया gradient $g$ इस्तेमाल नहीं हुआ।",
            ),
        ),
        (
            (tuple(g[0] * w for w in weights[0]),),
            Text(
                "This is the first output's share only. Each input acts on both outputs: add both shares.",
                "यह केवल पहले output का हिस्सा है। हर input दोनों outputs पर असर डालता है: दोनों हिस्से जोड़िए।",
            ),
        ),
        (
            (g,),
            Text(
                "This is $g$ as it came. It still has to pass the weights.",
                "यह $g$ है, जैसा आया था। उसे अभी weights से गुज़रना है।",
            ),
        ),
    ]
    return Variation(
        names={"W": f"$$W = {inline_matrix(weights)}$$", "g": vector(g)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(columns, g, answer[0]),
    )


def _lesson() -> tuple[Grid, Row]:
    weights = tuple(tuple(map(Fraction, row)) for row in ((1, 2), (3, -1)))
    return weights, (Fraction("-0.4"), Fraction("0.2"))


def _draw(random_: random.Random) -> tuple[Grid, Row]:
    weights = tuple(tuple(Fraction(random_.randint(-3, 3)) for _ in range(2)) for _ in range(2))
    g = tuple(
        Fraction(random_.choice(["-2", "-1", "-0.5", "-0.4", "0.1", "0.2", "0.5", "3"])) for _ in range(2)
    )
    return (weights, g) if weights[0][1] != weights[1][0] else _draw(random_)


def _times(rows: Grid, values: Row) -> Row:
    return tuple(sum((a * b for a, b in zip(row, values, strict=True)), Fraction(0)) for row in rows)


def _solution(columns: Grid, g: Row, answer: Row) -> Text:
    sums = [
        f"${sum_of_products(list(zip(column, g, strict=True)))} = {decimal(value)}$"
        for column, value in zip(columns, answer, strict=True)
    ]
    return Text(
        en="$x_j$ acts on every output, on $y_i$ with the weight $W_{ij}$. So "
        f"$\\partial L / \\partial x_j = \\sum_i W_{{ij}} \\, g_i$: column by column. First {sums[0]}, "
        f"then {sums[1]}.",
        hi="$x_j$ हर output पर असर डालता है, $y_i$ पर weight $W_{ij}$ के साथ। इसलिए "
        f"$\\partial L / \\partial x_j = \\sum_i W_{{ij}} \\, g_i$, यानी एक-एक column से। पहला: {sums[0]}। "
        f"दूसरा: {sums[1]}।",
    )
