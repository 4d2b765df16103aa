"""Cases of attention-additive: padding, and shapes in which axes and matrices could be confused."""

import math

import torch

from graders.authoring import Draw, backward, call, case, extreme, summed

RESULTS = ("context", "weights")
GIVEN = ("query", "keys", "w_query", "w_key", "v")


def real(*rows: str) -> torch.Tensor:
    """A mask as it looks: ``x`` is a real word, ``.`` is padding."""
    return torch.tensor([[place == "x" for place in row] for row in rows])


def one(draw, name, n, t, dq, dk, a, mask=None, dtype=None, visible=False, layouts=()):
    """One look back, the gradients through both results, and the sums of the weights."""
    return case(
        name,
        call(
            "attention_additive",
            query=draw.normal(n, dq, dtype=dtype),
            keys=draw.normal(n, t, dk, dtype=dtype),
            w_query=draw.normal(a, dq, dtype=dtype),
            w_key=draw.normal(a, dk, dtype=dtype),
            v=draw.normal(a, std=0.5, dtype=dtype) + 1.5,
            mask=mask,
            into=RESULTS,
        ),
        backward("context", wrt=GIVEN),
        backward("weights", wrt=GIVEN, at="weights"),
        summed("weights", axis=-1, to=1),
        visible=visible,
        layouts=layouts,
        reduction=n * t * max(a, dq, dk),
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "no-padding", 2, 4, 3, 2, 5, visible=True)
    yield one(draw, "padding", 3, 4, 2, 3, 4, real("xxxx", "xx..", "x..."), visible=True)

    yield one(draw, "all-alike", 3, 3, 3, 3, 3, real("xx.", "xxx", "xxx"))
    yield one(draw, "one-hidden-unit", 2, 3, 4, 5, 1)
    yield sizes(draw)
    yield large_scores(draw)
    yield one(
        draw,
        "memory-layouts",
        2,
        4,
        3,
        2,
        3,
        real("xxx.", "xx.."),
        layouts=("permuted", "strided", "offset"),
    )
    yield one(draw, "float64", 2, 3, 2, 4, 3, real("xxx", "xx."), dtype="float64")


def by_hand(draw: Draw):
    def tensor(values):
        return torch.tensor(values, dtype=draw.dtype)

    return case(
        "by-hand",
        call(
            "attention_additive",
            query=tensor([[10]]),
            keys=tensor([[[-5, 10], [5, -10], [1, 1]]]),
            w_query=tensor([[1], [1]]),
            w_key=tensor([[2, 0], [0, 1]]),
            v=tensor([math.log(3), math.log(9)]),
            mask=real("xx."),
            into=RESULTS,
        ),
        visible=True,
        reduction=4,
    )


def sizes(draw: Draw):
    """A single word gets all the weight; a single sentence keeps its axis."""
    normal = draw.normal
    return case(
        "sizes",
        call(
            "attention_additive",
            query1=normal(3, 2),
            keys1=normal(3, 1, 4),
            w_query1=normal(2, 2),
            w_key1=normal(2, 4),
            v1=normal(2),
            into=("context1", "weights1"),
        ),
        call(
            "attention_additive",
            query2=normal(1, 2),
            keys2=normal(1, 3, 1),
            w_query2=normal(4, 2),
            w_key2=normal(4, 1),
            v2=normal(4),
            into=("context2", "weights2"),
        ),
        reduction=8,
    )


def large_scores(draw: Draw):
    """Every score lies near 3000. All tanh are 1 or -1, so nothing but the softmax can go wrong."""
    normal = draw.normal
    signs = torch.tensor(
        [[[1, 1, 1], [1, -1, 1], [1, 1, -1], [1, -1, -1]], [[1, -1, 1], [1, 1, 1], [1, -1, -1], [1, 1, -1]]]
    )
    return case(
        "large-scores",
        call(
            "attention_additive",
            query1=normal(2, 2),
            keys1=normal(2, 4, 3),
            w_query1=normal(3, 2),
            w_key1=normal(3, 3),
            v1=normal(3),
            into=("context1", "weights1"),
        ),
        call(
            "attention_additive",
            query2=draw.uniform(2, 2, low=-2.0, high=2.0),
            keys2=signs * draw.uniform(2, 4, 3, low=30.0, high=40.0),
            w_query2=torch.ones(3, 2, dtype=draw.dtype),
            w_key2=torch.eye(3, dtype=draw.dtype),
            v2=torch.tensor([3000.0, 0.5, 0.25]).to(draw.dtype),
            into=RESULTS,
        ),
        extreme(*RESULTS),
        reduction=4,
    )
