"""Cases of label-smoothing: labels that are all different, and shares of several sizes."""

import torch

from graders.authoring import Draw, backward, call, case, extreme


def pair(draw: Draw, examples: int, classes: int, dtype=None):
    """Logits, and labels that go round the classes from a drawn beginning."""
    logits = draw.uniform(examples, classes, low=-2.0, high=2.0, dtype=dtype)
    return logits, (draw.integers(0, classes - 1) + torch.arange(examples)) % classes


def one(draw: Draw, name, examples: int, classes: int, dtype=None, visible=False, **options):
    logits, labels = pair(draw, examples, classes, dtype)
    return case(
        name,
        call("label_smoothing", input=logits, targets=labels, **options),
        backward("y", wrt=("input",)),
        visible=visible,
        reduction=logits.numel(),
    )


def cases(draw: Draw):
    logits = torch.tensor([[5, 1, 1, 1]], dtype=torch.float64).log().to(draw.dtype)
    yield case(
        "by-hand",
        call("label_smoothing", input=logits, targets=torch.tensor([0]), smoothing=0.4),
        visible=True,
        reduction=4,
    )
    yield one(draw, "four-examples", 4, 3, visible=True)
    yield large_logits(draw)

    yield one(draw, "much-smoothing", 3, 5, smoothing=0.4)
    yield one(draw, "no-smoothing", 5, 3, smoothing=0.0)
    yield one(draw, "square", 4, 4, smoothing=0.2)
    yield one(draw, "many-classes", 2, 7, smoothing=0.3)
    yield one(draw, "single-example", 1, 5)
    yield one(draw, "float64", 3, 4, dtype="float64", smoothing=0.15)


def large_logits(draw: Draw):
    """Rows far above 0 and far below it, and within a row too; one of the right classes is hopeless."""
    logits1, labels1 = pair(draw, 3, 4)
    size = draw.extreme(4, 3).abs()
    signs = torch.tensor([[1, 1, 1], [-1, -1, -1], [1, -1, 1], [-1, 1, -1]])
    return case(
        "large-logits",
        call("label_smoothing", input1=logits1, targets1=labels1, into="y1"),
        backward("y1", wrt=("input1",)),
        call("label_smoothing", input2=size * signs, targets2=torch.tensor([0, 1, 1, 2]), into="y2"),
        backward("y2", wrt=("input2",)),
        extreme("y2"),
        visible=True,
        reduction=12,
    )
