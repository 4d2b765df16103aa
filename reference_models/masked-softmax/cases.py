"""Cases of masked-softmax: fixed masks over drawn scores, so that every mistake shows in every draw."""

import math

import torch

from graders.authoring import Draw, backward, call, case, extreme, summed


def hide(*rows: str) -> torch.Tensor:
    """A mask as it looks: ``x`` takes part, ``.`` is hidden."""
    return torch.tensor([[place == "x" for place in row] for row in rows])


def one(name, scores, mask, visible=False, layouts=(), empty=False):
    """One call, the gradient through it, and the sums of its rows."""
    steps = [call("masked_softmax", scores=scores, mask=mask), backward("weights", wrt=("scores",))]
    steps[0]["into"] = ["weights"]
    if not empty:
        steps.append(summed("weights", axis=-1, to=1))
    return case(name, *steps, visible=visible, layouts=layouts, reduction=scores.shape[-1])


def beside_ordinary(draw: Draw, name, scores, mask):
    """Extreme scores, after ordinary ones: their result tells whether the code is right but not stable."""
    return case(
        name,
        call("masked_softmax", scores1=draw.normal(*scores.shape), mask1=mask, into="weights1"),
        call("masked_softmax", scores2=scores, mask2=mask.clone(), into="weights2"),
        backward("weights2", wrt=("scores2",)),
        extreme("weights2"),
        reduction=scores.shape[-1],
    )


def cases(draw: Draw):
    normal = draw.normal
    row = [0, math.log(3), 7]
    yield case(
        "by-hand",
        call(
            "masked_softmax",
            scores=torch.tensor([row, row], dtype=draw.dtype),
            mask=hide("xx.", "..."),
            into="weights",
        ),
        visible=True,
        reduction=3,
    )
    yield one("rows", normal(3, 4), hide("xx.x", ".xx.", "x..."), visible=True)
    yield one("empty-row", normal(3, 4), hide("x.xx", "....", "xxx."), visible=True, empty=True)

    padding = hide("xxxx.", "xx...")[:, None, :]
    yield one("padding-of-a-batch", normal(2, 3, 5), padding)
    yield one("causal", normal(4, 4), hide("x...", "xx..", "xxx.", "xxxx"))
    yield one("nothing-hidden", normal(3, 5), hide("xxxxx")[[0, 0, 0]])
    levels = torch.tensor([[9000.0], [-9000.0], [7000.0]]).to(draw.dtype)
    yield beside_ordinary(draw, "large-scores", normal(3, 4) + levels, hide("x.xx", "xxx.", "xx.."))
    high = torch.tensor([[0.0, 9000.0, 0.0, 0.0], [0.0, 0.0, 0.0, 8000.0]]).to(draw.dtype)
    yield beside_ordinary(draw, "large-hidden-score", normal(2, 4) + high, hide("x.xx", "xx.."))
    yield case(
        "sizes",
        call("masked_softmax", scores1=normal(1, 1), mask1=hide("x"), into="weights1"),
        call("masked_softmax", scores2=normal(0, 3), mask2=hide("xx."), into="weights2"),
        call("masked_softmax", scores3=normal(4), mask3=hide("x.xx")[0], into="weights3"),
        reduction=4,
    )
    yield one(
        "memory-layouts",
        normal(2, 3, 4),
        torch.stack([hide("xx.x", ".xx.", "x.xx"), hide("xxx.", "x..x", ".xxx")]),
        layouts=("permuted", "strided", "offset"),
    )
    yield one("float64", normal(3, 4, dtype="float64"), hide(".xxx", "xx..", "xx.x"))
