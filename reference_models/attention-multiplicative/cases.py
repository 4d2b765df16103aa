"""Cases of attention-multiplicative: both scores, padding, and shapes in which axes could be confused."""

import torch

from graders.authoring import Draw, backward, call, case, extreme, summed

RESULTS = ("context", "weights")


def real(*rows: str) -> torch.Tensor:
    """A mask as it looks: ``x`` is a real word, ``.`` is padding."""
    return torch.tensor([[place == "x" for place in row] for row in rows])


def one(name, query, keys, weight=None, mask=None, visible=False, layouts=()):
    """One look back, the gradients through both results, and the sums of the weights."""
    given = ("query", "keys") if weight is None else ("query", "keys", "weight")
    return case(
        name,
        call("attention_multiplicative", query=query, keys=keys, weight=weight, mask=mask, into=RESULTS),
        backward("context", wrt=given),
        backward("weights", wrt=given, at="weights"),
        summed("weights", axis=-1, to=1),
        visible=visible,
        layouts=layouts,
        reduction=query.shape[1] * keys.shape[2],
    )


def cases(draw: Draw):
    normal = draw.normal
    query = torch.tensor([[1, 2]], dtype=draw.dtype)
    keys = torch.tensor([[[2, 0], [0, 1], [5, 5]]], dtype=draw.dtype)
    weight = torch.tensor([[0, 3], [1, 1]], dtype=draw.dtype)
    yield case(
        "by-hand",
        call("attention_multiplicative", query=query, keys=keys, weight=None, mask=real("xx."), into=RESULTS),
        call(
            "attention_multiplicative",
            query2=query.clone(),
            keys2=keys.clone(),
            weight2=weight,
            mask2=real("xx."),
            into=("context2", "weights2"),
        ),
        visible=True,
        reduction=4,
    )
    yield one("dot", normal(2, 3), normal(2, 4, 3), visible=True)
    yield one("general", normal(2, 3), normal(2, 5, 4), normal(3, 4), visible=True)

    yield one("padding", normal(3, 2), normal(3, 4, 2), None, real("xxxx", "xx..", "x..."))
    yield one("all-alike", normal(4, 4), normal(4, 4, 4))
    yield one("general-square", normal(2, 3), normal(2, 4, 3), normal(3, 3), real("xxx.", "xx.."))
    yield case(
        "sizes",
        call(
            "attention_multiplicative",
            query1=normal(3, 2),
            keys1=normal(3, 1, 2),
            into=("context1", "weights1"),
        ),
        call(
            "attention_multiplicative",
            query2=normal(1, 1),
            keys2=normal(1, 3, 1),
            into=("context2", "weights2"),
        ),
        call(
            "attention_multiplicative",
            query3=normal(1, 2),
            keys3=normal(1, 3, 4),
            weight3=normal(2, 4),
            into=("context3", "weights3"),
        ),
        reduction=8,
    )
    yield large_scores(draw)
    yield one(
        "memory-layouts",
        normal(2, 3),
        normal(2, 4, 2),
        normal(3, 2),
        real("xxx.", "xx.."),
        layouts=("permuted", "strided", "offset"),
    )
    double = "float64"
    yield one(
        "float64", normal(2, 2, dtype=double), normal(2, 3, 4, dtype=double), normal(2, 4, dtype=double)
    )


def large_scores(draw: Draw):
    """Every score lies near 4000, above what exp can hold. The products are exact: nothing else is lost."""
    thousands = torch.tensor([[1000.0, 1000.0], [1000.0, 1000.0]]).to(draw.dtype)
    near = 2 + draw.integer_tensor(2, 3, 2, low=0, high=4).to(draw.dtype) / 512
    return case(
        "large-scores",
        call(
            "attention_multiplicative",
            query1=draw.normal(2, 2),
            keys1=draw.normal(2, 3, 2),
            weight=None,
            mask1=real("xxx", "xx."),
            into=("context1", "weights1"),
        ),
        call(
            "attention_multiplicative",
            query2=thousands,
            keys2=near,
            weight=None,
            mask2=real("xxx", "xx."),
            into=RESULTS,
        ),
        extreme(*RESULTS),
        reduction=4,
    )
