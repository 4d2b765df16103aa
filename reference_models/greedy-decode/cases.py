"""Cases of greedy-decode.

A decoder is drawn together with many contexts, and all of these are walked through. Taken are contexts whose
sentences stop as the case wants it, with best scores well ahead. Another decoder is drawn where there are
none, or where a mistake that is simulated here would not show.
"""

import torch

from graders.authoring import Draw, call, case

RESULTS = ("tokens", "lengths")
NAMES = ("context", "embedding", "w_ih", "w_hh", "w_out")
AHEAD = 0.05
MANY = 100
MISTAKES = ("no stop", "stop forgotten", "state lost", "no context", "same input", "transposed", "not bent")


def walk(model, bos, eos, length, mistake=""):
    """The words (N, L) that a decoder writes, and how far ahead each one kept its best scores."""
    context, embedding, w_ih, w_hh, w_out = model
    inputs = embedding @ w_ih.T
    back = w_hh if mistake == "transposed" else w_hh.T
    state = torch.zeros_like(context) if mistake == "no context" else context
    words = torch.full((len(context),), bos)
    stopped = torch.zeros(len(context), dtype=torch.bool)
    written, ahead = [], torch.full((len(context),), torch.inf, dtype=context.dtype)
    for _ in range(length):
        fed = inputs[bos] if mistake == "same input" else inputs[words]
        state = fed + (context if mistake == "state lost" else state) @ back
        state = state if mistake == "not bent" else torch.tanh(state)
        best, chosen = (state @ w_out.T).topk(2, dim=1)
        ahead = torch.minimum(ahead, best[:, 0] - best[:, 1])
        chosen = chosen[:, 0]
        words = chosen if mistake == "no stop" else torch.where(stopped, eos, chosen)
        stopped = chosen == eos if mistake == "stop forgotten" else stopped | (chosen == eos)
        written.append(words)
    return torch.stack(written, dim=1), ahead


def decoder(
    draw: Draw, length, bos, eos, wanted, mistakes=MISTAKES, words=6, features=3, units=4, dtype=None
):
    """The tensors of a decoder whose sentences have lengths as ``wanted``: (least, most) for each of them."""
    shapes = ((MANY, units), (words, features), (units, features), (units, units), (words, units))
    while True:
        model = [draw.normal(*shape, dtype=dtype) for shape in shapes]
        right, ahead = walk(model, bos, eos, length)
        stops = (right == eos).long()
        lengths = torch.where(stops.any(dim=1), stops.argmax(dim=1) + 1, length + 1)
        rows = chosen_rows(lengths.masked_fill(ahead < AHEAD, 0).tolist(), wanted)
        if rows is None:
            continue
        right, model[0] = right[rows], model[0][rows].clone()
        if all((walk(model, bos, eos, length, mistake)[0] != right).any() for mistake in mistakes):
            return dict(zip(NAMES, model, strict=True))


def chosen_rows(lengths, wanted):
    """For each pair (least, most) a row of its own with such a length; None where there is none."""
    rows = []
    for least, most in wanted:
        fitting = [row for row, found in enumerate(lengths) if least <= found <= most and row not in rows]
        if not fitting:
            return None
        rows.append(fitting[0])
    return rows


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "different-lengths", 6, ((2, 3), (7, 7), (3, 5)), bos=4, eos=2, visible=True)
    yield one(draw, "all-stop-early", 7, ((2, 3), (3, 4), (4, 4)), bos=0, eos=3, visible=True)

    # Where nothing stops, no mistake about stopping can show.
    others = MISTAKES[2:]
    yield one(draw, "never-stop", 5, ((6, 6), (6, 6), (6, 6)), bos=1, eos=5, mistakes=others)
    yield one(draw, "stops-at-once", 5, ((1, 1), (6, 6), (2, 4)), bos=3, eos=4)
    yield one_sentence(draw)
    yield one(draw, "float64", 5, ((2, 3), (6, 6), (3, 4)), bos=5, eos=1, dtype="float64")


def one(draw: Draw, name, length, wanted, bos, eos, visible=False, **options):
    """A batch of sentences that stop as wanted; a length beyond the last place means never."""
    given = decoder(draw, length, bos, eos, wanted, **options)
    return case(
        name,
        call("greedy_decode", **given, bos=bos, eos=eos, max_length=length, into=RESULTS),
        visible=visible,
    )


def by_hand(draw: Draw):
    def tensor(values):
        return torch.tensor(values, dtype=draw.dtype)

    return case(
        "by-hand",
        call(
            "greedy_decode",
            context=tensor([[1, 1]]),
            embedding=tensor([[20, -20], [-20, 20], [0, 0]]),
            w_ih=torch.eye(2, dtype=draw.dtype),
            w_hh=torch.eye(2, dtype=draw.dtype),
            w_out=tensor([[0, 0], [2, 1], [-1, 3]]),
            bos=0,
            eos=2,
            max_length=4,
            into=RESULTS,
        ),
        visible=True,
    )


def one_sentence(draw: Draw):
    """A batch of one sentence keeps its axis, and so does an answer of one word."""
    alone = decoder(draw, 8, 2, 5, ((5, 7),), mistakes=MISTAKES[2:], words=9, features=2, units=5)
    short = decoder(draw, 1, 1, 0, ((2, 2),) * 6, mistakes=("no context",), words=9, features=2, units=3)
    return case(
        "one-sentence",
        call(
            "greedy_decode",
            **{f"{name}1": value for name, value in alone.items()},
            bos=2,
            eos=5,
            max_length=8,
            into=("tokens1", "lengths1"),
        ),
        call(
            "greedy_decode",
            **{f"{name}2": value for name, value in short.items()},
            bos=1,
            eos=0,
            max_length=1,
            into=("tokens2", "lengths2"),
        ),
    )
