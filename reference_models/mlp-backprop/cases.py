"""Cases of mlp-backprop: loss, gradients and steps of training, with no number near the kink of ReLU."""

import torch

from graders.authoring import Draw, call, case, construct, equal, extreme, read

PARAMETERS = ("weight1", "bias1", "weight2", "bias2")


def network(draw: Draw, inputs, hidden, classes, dtype=None):
    """Halves for weights and odd quarters for biases: with whole inputs, no sum comes near 0 by chance."""
    kind = dtype or str(draw.dtype).removeprefix("torch.")
    weight1 = draw.integer_tensor(hidden, inputs, low=-3, high=4, dtype=kind) / 2
    bias1 = draw.integer_tensor(hidden, low=-1, high=3, dtype=kind) / 2 + 0.25
    weight2 = draw.normal(classes, hidden, std=0.4, dtype=kind)
    return made(weight1, bias1, weight2, draw.normal(classes, dtype=kind))


def made(weight1, bias1, weight2, bias2):
    given = {"weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": bias2}
    return construct("MLP", into="mlp", **given)


def batch(draw: Draw, examples, inputs, classes, number="", dtype=None):
    kind = dtype or str(draw.dtype).removeprefix("torch.")
    x = draw.integer_tensor(examples, inputs, low=-3, high=4, dtype=kind)
    return {f"x{number}": x, f"labels{number}": draw.integer_tensor(examples, high=classes)}


def forward(given, number=""):
    return call("mlp.forward", into=f"loss{number}", **given)


def backward_pass(number=""):
    names = tuple(f"d{name}{number}" for name in PARAMETERS)
    return call("mlp.backward", into=names, gradients=True)


def one(draw: Draw, name, examples, inputs, hidden, classes, dtype=None, visible=False, layouts=()):
    steps = (
        network(draw, inputs, hidden, classes, dtype=dtype),
        forward(batch(draw, examples, inputs, classes, dtype=dtype)),
        backward_pass(),
    )
    return case(name, *steps, visible=visible, layouts=layouts, reduction=max(examples, inputs, hidden))


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "gradients", 6, 3, 5, 4, visible=True)
    yield case(
        "training-step",
        network(draw, 4, 3, 2),
        call("mlp.train_step", into="loss", lr=0.3, **batch(draw, 5, 4, 2)),
        read("mlp", *PARAMETERS),
        visible=True,
        reduction=5,
    )

    yield three_steps(draw)
    yield backward_twice(draw)
    yield one(draw, "single-example", 1, 4, 6, 3)
    yield one(draw, "all-alike", 4, 4, 4, 4)
    yield on_the_kink(draw)
    yield large_logits(draw)
    yield one(draw, "float64", 4, 2, 5, 3, dtype="float64")
    yield one(draw, "not-contiguous", 5, 3, 4, 2, layouts=("permuted", "strided", "offset"))


def by_hand(draw: Draw):
    """The first unit of the second example lies on the kink itself."""

    def as_drawn(values):
        return torch.tensor(values, dtype=draw.dtype)

    x = as_drawn([[1, 2], [1, -1]])
    labels = torch.tensor([0, 1])
    return case(
        "by-hand",
        made(as_drawn([[1, 1], [1, -1]]), as_drawn([0, 0]), as_drawn([[1, -1], [3, 2]]), as_drawn([6, 0])),
        forward({"x1": x, "labels1": labels}, 1),
        backward_pass(),
        call("mlp.train_step", into="loss2", lr=2.0, x2=x.clone(), labels2=labels.clone()),
        read("mlp", *PARAMETERS),
        visible=True,
        reduction=2,
    )


def three_steps(draw: Draw):
    return case(
        "three-steps",
        network(draw, 3, 5, 4),
        call("mlp.train_step", into="loss1", lr=0.2, **batch(draw, 6, 3, 4, 1)),
        call("mlp.train_step", into="loss2", lr=0.1, **batch(draw, 4, 3, 4, 2)),
        call("mlp.train_step", into="loss3", lr=0.05, **batch(draw, 2, 3, 4, 3)),
        read("mlp", *PARAMETERS),
        reduction=20,
    )


def backward_twice(draw: Draw):
    return case(
        "backward-twice",
        network(draw, 2, 4, 3),
        forward(batch(draw, 5, 2, 3)),
        backward_pass(1),
        backward_pass(2),
        equal("dweight11", "dweight12"),
        equal("dbias21", "dbias22"),
        reduction=5,
    )


def on_the_kink(draw: Draw):
    """The first unit gets exactly 0 from the first two examples."""
    x = torch.tensor([[1, 2, 5], [-1, 3, 2], [3, -2, 1]], dtype=draw.dtype)
    weight1 = torch.tensor([[2, 1, -1], [1, -1, 2]], dtype=draw.dtype)
    bias1 = torch.tensor([1, -3], dtype=draw.dtype)
    net = made(weight1, bias1, draw.normal(4, 2, std=0.4), draw.normal(4))
    steps = net, forward({"x": x, "labels": torch.tensor([0, 2, 1])}), backward_pass()
    return case("on-the-kink", *steps, reduction=3)


def large_logits(draw: Draw):
    """An ordinary batch, then one whose right classes are the least likely, but for the row between them."""
    net = network(draw, 2, 4, 5)
    (weight1, bias1, weight2, bias2) = (value for _, value in net["args"])
    weight1[0] = 0.5
    weight2[:] = draw.normal(5, 4)
    x2 = draw.integer_tensor(3, 2, low=2, high=6).to(draw.dtype) * 1000
    logits = (x2 @ weight1.T + bias1).clamp(min=0) @ weight2.T + bias2
    labels2 = logits.argmin(dim=1)
    labels2[1] = logits[1].argmax()
    return case(
        "large-logits",
        net,
        forward(batch(draw, 4, 2, 5, 1), 1),
        backward_pass(1),
        forward({"x2": x2, "labels2": labels2}, 2),
        backward_pass(2),
        extreme("loss2", *(f"d{name}2" for name in PARAMETERS)),
        reduction=4,
    )
