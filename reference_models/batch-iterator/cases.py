"""Cases of batch-iterator: under a seed the orders are known, so every batch has its examples."""

import torch

from graders.authoring import Draw, call, case, construct, fails, seed


def labels(draw: Draw, count: int):
    """No label equals its row's number, and no two are equal."""
    return torch.arange(count) * 3 + draw.integers(10, 20)


def batches(count: int):
    return [call("batches.next_batch", into=(f"x{number}", f"y{number}")) for number in range(1, count + 1)]


def one(draw: Draw, name, *shape, calls, dtype=None, visible=False, **options):
    x, y = draw.normal(*shape, dtype=dtype), labels(draw, shape[0])
    return case(
        name,
        seed(draw.integers(1, 10**6)),
        construct("BatchIterator", x=x, y=y, into="batches", **options),
        *batches(calls),
        visible=visible,
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "in-order", 7, 2, calls=4, visible=True, batch_size=3, shuffle=False)
    yield refused(draw)

    yield one(draw, "three-epochs", 11, 2, calls=9, batch_size=4)
    yield one(draw, "no-remainder", 8, 2, calls=5, batch_size=4)
    yield one(draw, "more-than-there-are", 6, 2, calls=3, batch_size=10)
    yield one(draw, "images", 7, 2, 3, 2, calls=4, batch_size=2)
    yield one(draw, "float64", 5, 2, dtype="float64", calls=3, batch_size=2)


def by_hand(draw: Draw):
    x = torch.tensor([[10], [20], [30], [40], [50]], dtype=draw.dtype)
    y = torch.tensor([1, 2, 3, 4, 5])
    return case(
        "by-hand",
        seed(0),
        construct("BatchIterator", x=x, y=y, batch_size=2, into="batches"),
        *batches(4),
        visible=True,
    )


def refused(draw: Draw):
    """A proper iterator beside what must be refused."""
    x, y = draw.normal(4, 2), labels(draw, 4)
    return case(
        "refused",
        construct("BatchIterator", x=x, y=y, batch_size=4, shuffle=False, into="batches"),
        *batches(1),
        fails(
            construct("BatchIterator", x2=draw.normal(4, 2), y2=labels(draw, 5), batch_size=2, into="second"),
            "ValueError",
        ),
        fails(
            construct("BatchIterator", x3=draw.normal(4, 2), y3=labels(draw, 4), batch_size=0, into="third"),
            "ValueError",
        ),
        visible=True,
    )
