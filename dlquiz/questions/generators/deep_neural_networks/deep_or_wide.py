"""How wide one hidden layer must be to have a deep network's number of parameters. Seed 0: 4-8-8-1, 20."""

from __future__ import annotations

from itertools import pairwise, product

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

MOST_PARAMETERS = 1500

SAME_UNITS = Text(
    "This has as many hidden **neurons** as the deep network; asked is the same number of **parameters**.",
    "इसमें deep network जितने hidden **neurons** हैं; पूछा यह है कि **parameters** बराबर हों।",
)
PARAMETERS = Text(
    "This is the number of parameters. How many hidden neurons of the wide network make that many?",
    "यह parameters की संख्या है। चौड़े network के कितने hidden neurons से इतने parameters बनते हैं?",
)
WITHOUT_BIAS = Text("The biases are left out on both sides.", "दोनों तरफ़ bias छूट गए।")
ONE_LAYER_LESS = Text(
    "The weights from one hidden layer to the next are left out of the deep network.",
    "Deep network में एक hidden layer से दूसरी तक के weights छूट गए।",
)


def parameters(widths: tuple[int, ...]) -> int:
    """Weights and biases of a fully connected network."""
    return sum(before * after + after for before, after in pairwise(widths))


def _cases() -> tuple[tuple[int, int, int], ...]:
    """Inputs, width and number of hidden layers for which the wide network comes out even."""
    found = []
    for inputs, width, layers in product(range(1, 11), range(3, 21), (2, 3)):
        total = parameters((inputs, *[width] * layers, 1))
        if total <= MOST_PARAMETERS and (total - 1) % (inputs + 2) == 0:
            found.append((inputs, width, layers))
    return tuple(found)


CASES = _cases()


def vary(seed: int) -> Variation:
    """A neuron of the wide network costs a weight for each input, a bias, and a weight to the output."""
    inputs, width, layers = (4, 8, 2) if seed == 0 else CASES[(seed * 37) % len(CASES)]
    widths = (inputs, *[width] * layers, 1)
    total = parameters(widths)
    answer = (total - 1) // (inputs + 2)
    without = total - width * layers - 1
    shorter = parameters((inputs, width, 1))
    wrong = [(layers * width, SAME_UNITS), (total, PARAMETERS)]
    if without % (inputs + 1) == 0:
        wrong.append((without // (inputs + 1), WITHOUT_BIAS))
    wrong.append(((shorter - 1) // (inputs + 2), ONE_LAYER_LESS))
    return Variation(
        names={"deep": "–".join(map(str, widths)), "inputs": inputs},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(widths, total, answer),
    )


def _solution(widths: tuple[int, ...], total: int, answer: int) -> Text:
    inputs = widths[0]
    parts = " + ".join(rf"({before} \cdot {after} + {after})" for before, after in pairwise(widths))
    deep = f"${parts} = {total}$"
    wide = rf"$(m \cdot {inputs} + m) + (m + 1) = {inputs + 2} m + 1$"
    end = rf"${inputs + 2} m + 1 = {total}$"
    return Text(
        en=f"The deep network: {deep}. The wide one with $m$ hidden neurons: {wide}. "
        f"From {end} comes $m = {answer}$.",
        hi=f"Deep network: {deep}। $m$ hidden neurons वाला चौड़ा network: {wide}। "
        f"{end} से $m = {answer}$ मिलता है।",
    )
