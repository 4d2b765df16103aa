"""What shape the targets of nn.CrossEntropyLoss have. Seed 0: 32 images, ten classes."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Shape = tuple[int, ...]

ONE_HOT = Text(
    "Class numbers have no dimension for the classes: each target is a single number. (PyTorch takes "
    "probabilities for all classes too, but that is not asked here.)",
    "Class के नंबरों में classes वाला dimension नहीं होता: हर target एक ही संख्या है। (PyTorch सभी classes की "
    "probabilities भी ले लेता है, पर यहाँ वह नहीं पूछा गया।)",
)
ONE_KEPT = Text(
    "The class dimension is dropped, not kept as 1.",
    "Class वाला dimension हट जाता है, 1 बनकर नहीं रहता।",
)
BATCH_DROPPED = Text(
    "The batch stays: every example has a target.",
    "Batch वाला dimension रहता है: हर example का अपना target होता है।",
)
BATCH_ONLY = Text(
    "There is a target for every place too, not only for every example.",
    "Target हर जगह के लिए भी होता है, केवल हर example के लिए नहीं।",
)
CLASSES_LAST = Text(
    "In PyTorch the classes come second, right after the batch. It is that dimension that is dropped.",
    "PyTorch में classes दूसरे नंबर पर आती हैं, batch के ठीक बाद। वही dimension हटता है।",
)


def vary(seed: int) -> Variation:
    """Logits for single labels, or for a label at every step of a sequence or pixel of an image."""
    logits: Shape = (32, 10) if seed == 0 else _draw(random.Random(seed))
    batch, _, *places = logits
    answer: Shape = (batch, *places)
    wrong = [
        (logits, ONE_HOT),
        ((batch, 1, *places), ONE_KEPT),
        ((*places,) if places else (logits[1],), BATCH_DROPPED),
        ((batch,), BATCH_ONLY),
        (logits[:-1], CLASSES_LAST),
    ]
    return Variation(
        names={"shape": str(logits), "k": logits[1]},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(logits, answer),
    )


def _draw(random_: random.Random) -> Shape:
    batch, classes = random_.choice([4, 8, 16, 64, 128]), random_.choice([3, 5, 10, 20, 100])
    places: Shape = random_.choice([(), (7,), (12,), (28, 28), (32, 64)])
    return (batch, classes, *places)


def _solution(logits: Shape, answer: Shape) -> Text:
    written = f"({answer[0]},)" if len(answer) == 1 else str(answer)
    return Text(
        en=f"Logits have a number for each of the {logits[1]} classes. A target is a single class number, "
        f"so this dimension, the second, is dropped: **{written}**.",
        hi=f"Logits में {logits[1]} classes में से हर एक के लिए एक संख्या है। Target बस एक class का नंबर है, इसलिए यह "
        f"दूसरा dimension हट जाता है: **{written}**।",
    )
