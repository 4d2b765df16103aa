"""Cases of gradient-descent-step: numbers of examples and of features that cannot be confused."""

import torch

from graders.authoring import Draw, call, case


def cases(draw: Draw):
    def given(values):
        return torch.tensor(values, dtype=draw.dtype)

    yield one("by-hand", given([1, 1]), given(1), given([[1, 2], [3, 0]]), given([2, 5]), 0.5, visible=True)
    yield drawn("four-examples", draw, 4, 3, 0.1, visible=True)

    yield drawn("one-example", draw, 1, 3, 0.2)
    yield drawn("one-feature", draw, 5, 1, 0.3)
    yield drawn("large-step", draw, 3, 2, 1.5)
    yield drawn("many-examples", draw, 30, 4, 0.05)
    yield drawn("float64", draw, 4, 2, 0.1, dtype="float64")


def one(name, w, b, x, y, lr, **options):
    step = call("gradient_descent_step", w=w, b=b, x=x, y=y, lr=lr, into=("new_w", "new_b"))
    return case(name, step, reduction=max(x.shape), **options)


def drawn(name, draw: Draw, examples, features, lr, dtype=None, **options):
    """The model predicts too much for every example, so no gradient is near 0, whatever is drawn."""
    x = draw.uniform(examples, features, low=0.5, high=2.0, dtype=dtype)
    w = draw.normal(features, dtype=dtype)
    b = draw.uniform(low=0.5, high=1.5, dtype=dtype)
    y = x @ w + b - draw.uniform(examples, low=1.0, high=3.0, dtype=dtype)
    return one(name, w, b, x, y, lr, **options)
