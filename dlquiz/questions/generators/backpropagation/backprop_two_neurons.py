"""The chain rule over two neurons in a row. Seed 0 is the lesson's worked example: −0.64."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed


@dataclass(frozen=True)
class Net:
    """ŷ = w₂ · ReLU(w₁ · x), and the target y."""

    x: Fraction
    w1: Fraction
    w2: Fraction
    y: Fraction

    @property
    def z(self) -> Fraction:
        return self.w1 * self.x

    @property
    def h(self) -> Fraction:
        return max(Fraction(0), self.z)

    @property
    def slope(self) -> Fraction:
        """The loss's derivative by the prediction."""
        return 2 * (self.w2 * self.h - self.y)

    @property
    def passed(self) -> int:
        """ReLU's derivative."""
        return int(self.z > 0)

    @property
    def gradient(self) -> Fraction:
        """The loss's derivative by w₁."""
        return self.slope * self.w2 * self.passed * self.x


CHAIN = (
    r"\frac{\partial L}{\partial w_1} = \frac{\partial L}{\partial \hat y} \cdot "
    r"\frac{\partial \hat y}{\partial h} \cdot \frac{\partial h}{\partial z} \cdot "
    r"\frac{\partial z}{\partial w_1}"
)
LESSON = Net(Fraction(2), Fraction("0.5"), Fraction("0.8"), Fraction(1))


def vary(seed: int) -> Variation:
    """Input, both weights and target; the hidden neuron is switched off now and then."""
    net = LESSON if seed == 0 else _draw(random.Random(seed))
    names = {"x": net.x, "w1": net.w1, "w2": net.w2, "y": net.y}
    return Variation(
        names={name: decimal(value) for name, value in names.items()},
        answer=net.gradient,
        errors=distinct_errors(net.gradient, _slips(net)),
        solution=_solution(net),
    )


def _slips(net: Net) -> list[tuple[Fraction, Text]]:
    through = net.slope * net.w2 * net.x
    if not net.passed:
        relu = Text(
            "ReLU has been passed over: for a negative $z$ its derivative is 0, and nothing flows back.",
            "ReLU छूट गया: $z$ negative हो तो उसका derivative 0 है, और पीछे कुछ नहीं पहुँचता।",
        )
        return [(through, relu)]
    return [
        (
            net.slope * net.h,
            Text("This is the gradient of $w_2$.", "यह $w_2$ का gradient है।"),
        ),
        (
            -through,
            Text(
                "The sign is the other one: $\\partial L / \\partial \\hat y = 2(\\hat y - y)$.",
                "चिह्न उलटा है: $\\partial L / \\partial \\hat y = 2(\\hat y - y)$।",
            ),
        ),
        (
            net.slope * net.w2,
            Text(
                "The last factor is missing: $\\partial z / \\partial w_1 = x$.",
                "आख़िरी factor छूट गया: $\\partial z / \\partial w_1 = x$।",
            ),
        ),
        (
            through / 2,
            Text("The factor 2 of the square is missing.", "वर्ग से आने वाला 2 छूट गया।"),
        ),
        (
            net.slope * net.x,
            Text(
                "The way through the second neuron is missing: $\\partial \\hat y / \\partial h = w_2$.",
                "दूसरे neuron वाला हिस्सा छूट गया: $\\partial \\hat y / \\partial h = w_2$।",
            ),
        ),
        (
            net.slope + net.w2 + net.passed + net.x,
            Text(
                "Along a path the derivatives are multiplied, not added.",
                "एक रास्ते के derivatives का गुणा होता है, जोड़ नहीं।",
            ),
        ),
    ]


def _draw(random_: random.Random) -> Net:
    while True:
        net = Net(
            Fraction(random_.choice([1, 2, 3, 4, -1, -2])),
            Fraction(random_.choice(["0.5", "1", "1.5", "2", "-1"])),
            Fraction(random_.choice(["0.2", "0.5", "0.8", "2", "-1"])),
            Fraction(random_.choice([0, 1, 2])),
        )
        if net.slope and (net.passed or random_.random() < 0.5):
            return net


def _solution(net: Net) -> Text:
    predicted = net.w2 * net.h
    forward = (
        rf"$z = {decimal(net.w1)} \cdot {signed(net.x)} = {decimal(net.z)}$, "
        rf"$h = \mathrm{{ReLU}}({decimal(net.z)}) = {decimal(net.h)}$, "
        rf"$\hat y = {decimal(net.w2)} \cdot {decimal(net.h)} = {decimal(predicted)}$"
    )
    loss = (
        r"$\frac{\partial L}{\partial \hat y} = "
        rf"2 \cdot ({decimal(predicted)} - {decimal(net.y)}) = {decimal(net.slope)}$"
    )
    factors = rf"{decimal(net.slope)} \cdot {signed(net.w2)} \cdot {net.passed} \cdot {signed(net.x)}"
    product = rf"$${CHAIN} = {factors} = {decimal(net.gradient)}$$"
    off_en = "" if net.passed else " $z$ is negative, so ReLU lets nothing back."
    off_hi = "" if net.passed else " $z$ negative है, इसलिए ReLU से पीछे कुछ नहीं जाता।"
    return Text(
        en=f"Forward: {forward}. Backward: {loss}, and from there {product}{off_en}".rstrip(),
        hi=f"आगे की ओर: {forward}। पीछे की ओर: {loss}, और वहाँ से {product}{off_hi}".rstrip(),
    )
