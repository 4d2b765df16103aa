"""The shape of what a line of code makes of a batch of images. Seed 0: the logits of 64 images, (64, 10)."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Shape = tuple[int, ...]

LINES = (
    "model(images)",
    "torch.softmax(model(images), dim=1)",
    "model(images).argmax(dim=1)",
    "labels",
    "images[0]",
    "images.flatten(1)",
    "conv(images)",
    "pool(conv(images))",
)

ONE_IMAGE = Text(
    "The first dimension is missing: every layer works on the whole batch.",
    "पहला dimension छूट गया: हर layer पूरे batch पर चलती है।",
)
CLASS_SCORES = Text(
    "These are the scores of all classes. Here there is one number for each image.",
    "ये सारी classes के scores हैं। यहाँ हर image के लिए एक ही संख्या है।",
)
PER_CLASS = Text(
    "There is one number for each *image*, not for each class.",
    "यहाँ हर *image* के लिए एक संख्या है, हर class के लिए नहीं।",
)
THE_IMAGES = Text(
    "That is the shape of the images themselves.",
    "यह तो images का अपना shape है।",
)
TURNED = Text(
    "Batch and classes have changed places: each image has a row of its own.",
    "Batch और classes की जगह बदल गई है: हर image की अपनी एक row होती है।",
)
BATCH_FLATTENED = Text(
    "Everything was put into one row. `flatten(1)` begins at dimension 1 and leaves the images apart.",
    "सब कुछ एक ही row में रख दिया गया। `flatten(1)` dimension 1 से शुरू होता है और images अलग-अलग रहती हैं।",
)
CHANNELS_LAST = Text(
    "PyTorch puts the channels before height and width.",
    "PyTorch में channels ऊँचाई और चौड़ाई से पहले आते हैं।",
)
BORDER_CUT = Text(
    "With padding 1 a 3×3 convolution keeps height and width.",
    "Padding 1 वाले 3×3 convolution से ऊँचाई और चौड़ाई नहीं बदलतीं।",
)
CHANNELS_KEPT = Text(
    "After the convolution there is one channel for each of its filters.",
    "Convolution के बाद हर filter का एक channel होता है।",
)
POOLING = Text(
    "The pooling halves height and width, and nothing else.",
    "Pooling केवल ऊँचाई और चौड़ाई आधी करती है, और कुछ नहीं।",
)


@dataclass(frozen=True)
class Batch:
    """Images of one size, a number of classes, the filters of a convolution, and the line asked about."""

    count: int
    channels: int
    side: int
    classes: int
    filters: int
    line: str

    @property
    def images(self) -> Shape:
        return (self.count, self.channels, self.side, self.side)

    def shapes(self) -> dict[str, Shape]:
        """What each line gives."""
        half = self.side // 2
        return {
            LINES[0]: (self.count, self.classes),
            LINES[1]: (self.count, self.classes),
            LINES[2]: (self.count,),
            LINES[3]: (self.count,),
            LINES[4]: self.images[1:],
            LINES[5]: (self.count, self.channels * self.side * self.side),
            LINES[6]: (self.count, self.filters, self.side, self.side),
            LINES[7]: (self.count, self.filters, half, half),
        }


REASONS: dict[str, Text] = {
    LINES[0]: Text(
        "The model gives one score for each class, for each image: (images, classes).",
        "Model हर image के लिए हर class का एक score देता है: (images, classes)।",
    ),
    LINES[1]: Text(
        "Softmax changes the values, not the shape: one probability for each class, for each image.",
        "Softmax मान बदलता है, shape नहीं: हर image के लिए हर class की एक probability।",
    ),
    LINES[2]: Text(
        "`argmax(dim=1)` leaves the best class's number for each image; the classes' dimension is gone.",
        "`argmax(dim=1)` हर image के लिए सबसे अच्छी class का नंबर देता है; classes वाला dimension नहीं रहता।",
    ),
    LINES[3]: Text(
        "Each image has one label, the number of its class.",
        "हर image का एक label होता है, यानी उसकी class का नंबर।",
    ),
    LINES[4]: Text(
        "`images[0]` is the first image of the batch; the dimension of the batch is gone.",
        "`images[0]` batch की पहली image है; batch वाला dimension नहीं रहता।",
    ),
    LINES[5]: Text(
        "Channels, height and width of each image are laid out in a row; the images stay apart.",
        "हर image के channels, ऊँचाई और चौड़ाई एक row में आ जाते हैं; images अलग-अलग रहती हैं।",
    ),
    LINES[6]: Text(
        "One map for each filter; with padding 1 a 3×3 convolution keeps height and width.",
        "हर filter का एक map; padding 1 वाले 3×3 convolution से ऊँचाई और चौड़ाई नहीं बदलतीं।",
    ),
    LINES[7]: Text(
        "One map for each filter, and the pooling halves height and width.",
        "हर filter का एक map, और pooling से ऊँचाई और चौड़ाई आधी हो जाती हैं।",
    ),
}


def vary(seed: int) -> Variation:
    """A batch and one line of code."""
    batch = Batch(64, 3, 32, 10, 16, LINES[0]) if seed == 0 else _draw(random.Random(seed))
    answer = batch.shapes()[batch.line]
    names = {"N": batch.count, "c": batch.channels, "n": batch.side, "K": batch.classes}
    reason = REASONS[batch.line]
    return Variation(
        names=names | {"f": batch.filters, "line": batch.line},
        answer=answer,
        errors=distinct_errors(answer, _wrong(batch)),
        solution=Text(en=f"{reason.en} So: **{answer}**.", hi=f"{reason.hi} इसलिए: **{answer}**।"),
    )


def _draw(random_: random.Random) -> Batch:
    return Batch(
        count=random_.choice([8, 16, 20, 32, 50, 64, 100, 128]),
        channels=random_.choice([1, 3, 3]),
        side=random_.choice([24, 28, 32, 48, 64]),
        classes=random_.choice([2, 5, 10, 10, 12]),
        filters=random_.choice([4, 6, 16, 36]),
        line=random_.choice(LINES),
    )


def _wrong(batch: Batch) -> list[tuple[Shape, Text]]:
    count, side, classes, filters = batch.count, batch.side, batch.classes, batch.filters
    size = batch.channels * side * side
    if batch.line in LINES[:2]:
        return [((classes,), ONE_IMAGE), ((classes, count), TURNED), (batch.images, THE_IMAGES)]
    if batch.line in LINES[2:4]:
        return [((count, classes), CLASS_SCORES), ((classes,), PER_CLASS), (batch.images, THE_IMAGES)]
    if batch.line == LINES[4]:
        return [(batch.images, THE_IMAGES), ((side, side, batch.channels), CHANNELS_LAST)]
    if batch.line == LINES[5]:
        return [((count * size,), BATCH_FLATTENED), ((size,), ONE_IMAGE), (batch.images, THE_IMAGES)]
    right = batch.shapes()[batch.line]
    found = [
        (right[1:], ONE_IMAGE),
        ((count, batch.channels, *right[2:]), CHANNELS_KEPT),
        ((count, *right[2:], filters), CHANNELS_LAST),
        ((count, filters, side - 2, side - 2), BORDER_CUT),
        ((count, filters, side // 2 - 1, side // 2 - 1), BORDER_CUT),
        (batch.images, THE_IMAGES),
    ]
    if batch.line == LINES[7]:
        found.insert(0, ((count, filters // 2, *right[2:]), POOLING))
        found.insert(0, ((count, filters, side, side), POOLING))
    return found
