"""Cases of perceptron-train: whole inputs and rates that are powers of 2, so that every sum is exact."""

import torch

from graders.authoring import Draw, call, case


def trained(x, labels, number="", **options):
    return call(
        "perceptron_train",
        into=(f"weight{number}", f"bias{number}"),
        **{f"x{number}": x, f"labels{number}": labels},
        **options,
    )


def one(draw: Draw, name, examples, inputs, dtype="float32", visible=False, **options):
    """Labels that no line can tell apart: there is something to correct in every epoch."""
    x = draw.integer_tensor(examples, inputs, low=-4, high=5, dtype=dtype)
    labels = draw.integer_tensor(examples, high=2)
    # The second example is the first one, with the other label.
    x[1] = x[0]
    labels[0], labels[1] = 0, 1
    # The last one is corrected where the weights are 0, and its odd part is never made up for by others: so
    # the weights do not end at 0.
    x[-1, 0] += 1 / 16
    labels[-1] = 0
    step = trained(x, labels, **options)
    return case(name, step, visible=visible, reduction=examples)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "one-epoch", 8, 3, visible=True, lr=0.25, epochs=1)
    yield one(draw, "several-epochs", 7, 2, visible=True, lr=0.5, epochs=4)

    yield one(draw, "defaults", 6, 3)
    yield single_example(draw)
    yield one(draw, "large-steps", 9, 4, lr=8.0, epochs=3)
    yield no_epochs(draw)
    yield one(draw, "float64", 8, 2, dtype="float64", lr=0.125, epochs=3)


def by_hand(draw: Draw):
    x = torch.tensor([[2, 1], [1, 3], [-1, 1], [4, 1]], dtype=draw.dtype)
    labels = torch.tensor([0, 1, 1, 1])
    return case(
        "by-hand",
        trained(x, labels, 1, lr=0.5, epochs=1),
        trained(x.clone(), labels.clone(), 2, lr=0.5, epochs=2),
        visible=True,
        reduction=4,
    )


def single_example(draw: Draw):
    """Answered wrong once, and right ever after."""
    x = draw.integer_tensor(1, 1, low=1, high=9, dtype="float32")
    return case("single-example", trained(x, torch.tensor([0]), lr=0.5, epochs=3))


def no_epochs(draw: Draw):
    """Nothing is learned then; one epoch stands beside it, since zeros alone would prove nothing."""
    x, labels = draw.normal(3, 4), torch.tensor([0, 1, 0])
    return case(
        "no-epochs",
        trained(torch.tensor([[3, 1], [1, 2]], dtype=draw.dtype), torch.tensor([0, 1]), 1, epochs=1),
        trained(x, labels, 2, epochs=0),
        reduction=2,
    )
