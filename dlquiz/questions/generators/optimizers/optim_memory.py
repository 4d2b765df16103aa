"""What an optimizer keeps beside a layer's parameters. Seed 0: nn.Linear(10, 5) with Adam, 110 numbers."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

# What is kept for each parameter, apart from a count of the steps.
KEPT = {
    "torch.optim.SGD(params, lr=0.1, momentum=0.9)": ("v",),
    "torch.optim.Adagrad(params, lr=0.01)": ("s",),
    "torch.optim.RMSprop(params, lr=0.001)": ("s",),
    "torch.optim.Adam(params, lr=0.001)": ("m", "v"),
    "torch.optim.AdamW(params, lr=0.001)": ("m", "v"),
}
ADAM = "torch.optim.Adam(params, lr=0.001)"

NO_BIAS = Text(
    "The biases are parameters too, and have their own entries.",
    "Bias भी parameters हैं, और उनके भी अपने मान होते हैं।",
)
ONE_AVERAGE = Text(
    "Adam keeps **two** numbers for each parameter: the mean of the gradients and that of their squares.",
    "Adam हर parameter के लिए **दो** संख्याएँ रखता है: gradients का औसत और उनके वर्गों का औसत।",
)
TWO_AVERAGES = Text(
    "Two numbers for each parameter: that is Adam. This optimizer keeps one.",
    "हर parameter के लिए दो संख्याएँ: यह Adam में होता है। यह optimizer एक ही रखता है।",
)
WITH_PARAMETERS = Text(
    "The parameters themselves were counted in. Asked for is what the optimizer keeps beside them.",
    "ख़ुद parameters भी गिन लिए गए। पूछा यह गया है कि optimizer उनके अलावा क्या रखता है।",
)
ONE_FOR_ALL = Text(
    "That would be for the whole layer. Every parameter has its own: that is why the steps can differ.",
    "यह पूरी layer के लिए होता। हर parameter की अपनी संख्या होती है; इसीलिए हर एक का क़दम अलग हो सकता है।",
)


def vary(seed: int) -> Variation:
    """One linear layer, and an optimizer that remembers something."""
    inputs, outputs, call = (10, 5, ADAM) if seed == 0 else _draw(random.Random(seed))
    parameters, kept = inputs * outputs + outputs, len(KEPT[call])
    answer = kept * parameters
    wrong = [
        (kept * inputs * outputs, NO_BIAS),
        (parameters, ONE_AVERAGE) if kept == 2 else (2 * parameters, TWO_AVERAGES),
        ((kept + 1) * parameters, WITH_PARAMETERS),
        (kept, ONE_FOR_ALL),
    ]
    return Variation(
        names={"inputs": inputs, "outputs": outputs, "call": call},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(inputs, outputs, call),
    )


def _draw(random_: random.Random) -> tuple[int, int, str]:
    inputs = random_.choice([4, 6, 8, 10, 20, 28, 32, 50, 64, 100])
    return inputs, random_.choice([2, 3, 5, 10, 16, 20]), random_.choice(sorted(KEPT))


def _solution(inputs: int, outputs: int, call: str) -> Text:
    letters, parameters = KEPT[call], inputs * outputs + outputs
    counted = rf"${inputs} \cdot {outputs} + {outputs} = {parameters}$"
    named = ", ".join(f"${letter}$" for letter in letters)
    total = rf"${len(letters)} \cdot {parameters} = {len(letters) * parameters}$"
    return Text(
        en=f"The layer has {counted} parameters. For each of them the optimizer keeps {named}: {total}.",
        hi=f"Layer में {counted} parameters हैं। उनमें से हर एक के लिए optimizer {named} रखता है: {total}।",
    )
