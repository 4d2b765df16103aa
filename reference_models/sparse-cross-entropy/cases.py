"""Cases of sparse-cross-entropy: no two axes alike where it matters, and labels that are all different."""

import torch

from graders.authoring import Draw, backward, call, case, extreme


def pair(draw: Draw, examples: int, classes: int, dtype=None):
    """Logits, and labels that go round the classes from a drawn beginning."""
    logits = draw.uniform(examples, classes, low=-2.0, high=2.0, dtype=dtype)
    return logits, (draw.integers(0, classes - 1) + torch.arange(examples)) % classes


def judged(name, input, target, visible=False, layouts=(), **options):
    return case(
        name,
        call("sparse_cross_entropy", input=input, targets=target, **options),
        backward("y", wrt=("input",)),
        visible=visible,
        reduction=input.numel(),
        layouts=layouts,
    )


def cases(draw: Draw):
    logits = torch.tensor([[2, 1, 1], [1, 1, 2]], dtype=torch.float64).log().to(draw.dtype)
    ignored = torch.tensor([[5, 1, 3]], dtype=draw.dtype)
    yield case(
        "by-hand",
        call("sparse_cross_entropy", input=torch.cat([logits, ignored]), targets=torch.tensor([0, 1, -100])),
        visible=True,
        reduction=3,
    )
    yield judged("four-examples", *pair(draw, 4, 3), visible=True)
    yield some_ignored(draw)
    yield large_logits(draw)

    # With these marks the classes 0, and the last one, must not be counted by mistake.
    yield judged(
        "padding-is-zero",
        draw.uniform(5, 3, low=-2.0, high=2.0),
        torch.tensor([0, 1, 2, 0, 1]),
        ignore_index=0,
    )
    yield judged(
        "padding-is-minus-one",
        draw.uniform(4, 6, low=-2.0, high=2.0),
        torch.tensor([4, -1, 0, -1]),
        ignore_index=-1,
    )
    yield judged("square", *pair(draw, 4, 4))
    yield judged("many-classes", *pair(draw, 2, 7))
    yield judged("single-example", *pair(draw, 1, 5))
    yield judged("not-dense", *pair(draw, 3, 4), layouts=("permuted",))
    # Precise enough that no wrong choice of examples comes near by chance.
    double = draw.uniform(4, 5, low=-2.0, high=2.0, dtype="float64")
    yield judged("float64", double, torch.tensor([3, 0, 4, 3]), ignore_index=3)


def some_ignored(draw: Draw):
    logits, labels = pair(draw, 6, 3)
    labels[torch.tensor([1, 4])] = -100
    return judged("some-ignored", logits, labels, visible=True)


def large_logits(draw: Draw):
    """Rows far above 0 and far below it, and within a row too; one of the right classes is hopeless."""
    logits1, labels1 = pair(draw, 3, 4)
    size = draw.extreme(4, 3).abs()
    signs = torch.tensor([[1, 1, 1], [-1, -1, -1], [1, -1, 1], [-1, 1, -1]])
    labels2 = torch.tensor([0, 1, 1, 2])
    return case(
        "large-logits",
        call("sparse_cross_entropy", input1=logits1, targets1=labels1, into="y1"),
        backward("y1", wrt=("input1",)),
        call("sparse_cross_entropy", input2=size * signs, targets2=labels2, into="y2"),
        backward("y2", wrt=("input2",)),
        extreme("y2"),
        visible=True,
        reduction=12,
    )
