"""Cases of early-stopping: a training whose losses are made up, and whose weights change in place."""

import torch

from graders.authoring import Draw, call, case, construct, hold, load, read_held

# The tensor of weights is changed on purpose, as training does it: its purity is not judged.
CHECKS = ("shape", "dtype", "values", "state")


def training(draw: Draw, name, *losses: float, visible=False, dtype=None, scale=None, **options):
    """One epoch for each loss: new weights in the same tensor, then a step; at the end the best ones.

    Losses are multiplied by ``scale``, so that they differ from draw to draw and keep their order.
    """
    scale = draw.uniform(low=1.0, high=1.2).item() if scale is None else scale
    kind = getattr(torch, dtype) if dtype else draw.dtype
    if "min_delta" in options:
        options["min_delta"] *= scale
    steps = [
        construct("EarlyStopping", weights=draw.normal(2, 3, dtype=dtype), into="stopper", **options),
        hold("stopper", "weights"),
    ]
    for epoch, loss in enumerate(losses, start=1):
        steps.append(load("stopper", weights=draw.normal(2, 3, dtype=dtype)))
        number = torch.tensor(scale * loss, dtype=kind)
        steps.append(call("stopper.step", into=f"stop{epoch}", **{f"loss{epoch}": number}))
    # Training has begun another epoch: the last weights heard of are not those in the tensor.
    steps.append(load("stopper", weights=draw.normal(2, 3, dtype=dtype)))
    steps.append(call("stopper.restore", into="best"))
    steps.append(read_held("stopper", "weights"))
    return case(name, *steps, visible=visible, checks=CHECKS)


def cases(draw: Draw):
    yield by_hand(draw)
    yield training(draw, "patience-of-three", 5.0, 3.0, 4.0, 3.5, 3.2, visible=True, patience=3)
    yield training(draw, "improves-in-between", 5.0, 6.0, 4.0, 4.5, 3.0, 3.5, 3.2, visible=True, patience=2)

    # The loss falls after a rise without reaching its best.
    yield training(draw, "falls-but-not-to-the-best", 2.0, 5.0, 4.0, 3.0, patience=3)
    yield training(draw, "equal-is-no-improvement", 3.0, 3.0, 3.0, patience=2)
    yield training(draw, "small-improvements", 4.0, 3.9, 3.8, 3.7, patience=3, min_delta=0.5)
    yield training(draw, "a-little-worse", 4.0, 4.2, 4.4, patience=2, min_delta=0.5)
    yield training(draw, "a-gain-in-small-steps", 4.0, 3.7, 3.3, 3.1, 2.9, patience=3, min_delta=0.5)
    yield training(draw, "patience-of-one", -1.0, -2.0, -1.5, patience=1)
    yield before_any_epoch(draw)
    yield training(draw, "float64", 3.0, 2.0, 2.5, dtype="float64", patience=2)


def by_hand(draw: Draw):
    """The weights are the number of the epoch, so that it is plain whose are the best."""
    steps = [
        construct("EarlyStopping", weights=torch.zeros(1, dtype=draw.dtype), patience=2, into="stopper"),
        hold("stopper", "weights"),
    ]
    for epoch, loss in enumerate((5, 3, 4, 6), start=1):
        steps.append(load("stopper", weights=torch.tensor([epoch], dtype=draw.dtype)))
        number = torch.tensor(loss, dtype=draw.dtype)
        steps.append(call("stopper.step", into=f"stop{epoch}", **{f"loss{epoch}": number}))
    steps.append(call("stopper.restore", into="best"))
    steps.append(read_held("stopper", "weights"))
    return case("by-hand", *steps, visible=True, checks=CHECKS)


def before_any_epoch(draw: Draw):
    """The best weights so far are those that were given; training has changed the tensor since."""
    return case(
        "before-any-epoch",
        construct("EarlyStopping", weights=draw.normal(4), patience=2, into="stopper"),
        hold("stopper", "weights"),
        load("stopper", weights=draw.normal(4)),
        call("stopper.restore", into="best"),
        read_held("stopper", "weights"),
        checks=CHECKS,
    )
