"""Cases of seq2seq-decoder: drawn weights, and targets in which every place and every step counts."""

import torch

from graders.authoring import Draw, backward, call, case, construct, load

LEARNED = ("dec.embedding.weight", "dec.rnn.weight_ih_l0", "dec.rnn.weight_hh_l0", "dec.out.weight")


def made(draw: Draw, words: int, features: int, units: int, bos: int):
    """A decoder as after some training."""
    return (
        construct("Seq2SeqDecoder", words, features, units, bos=bos, into="dec"),
        load(
            "dec",
            embedding__weight=draw.normal(words, features, std=1.5),
            rnn__weight_ih_l0=draw.normal(3 * units, features),
            rnn__weight_hh_l0=draw.normal(3 * units, units),
            rnn__bias_ih_l0=draw.normal(3 * units, std=0.5),
            rnn__bias_hh_l0=draw.normal(3 * units, std=0.5),
            out__weight=draw.normal(words, units, std=2.0),
            out__bias=draw.normal(words),
        ),
    )


def ids(draw: Draw, sentences: int, length: int, words: int, bos: int):
    """Drawn ids in which no word stands twice in a row, neither in time nor across sentences.

    The last word of a target is never the start symbol.
    """
    first = draw.integers(0, words - 1)
    steps = draw.integer_tensor(length, low=1, high=words).cumsum(0)
    found = (first + steps[None, :] + torch.arange(sentences)[:, None]) % words
    last = found[:, -1]
    found[:, -1] = torch.where(last == bos, (bos + 1) % words, last)
    return found


def one(draw: Draw, name, n, t, words=6, features=3, units=4, bos=5, visible=False, transposed=False):
    """One batch, and the gradients through it."""
    found = ids(draw, n, t, words, bos)
    return case(
        name,
        *made(draw, words, features, units, bos),
        call(
            "dec",
            context=draw.normal(units, n).T if transposed else draw.normal(n, units),
            targets=found.T.contiguous().T if transposed else found,
            into="logits",
        ),
        backward("logits", wrt=("context", *LEARNED)),
        visible=visible,
        reduction=n * t * max(features, units),
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "teacher-forcing", 2, 5, visible=True)
    yield one(draw, "another-start", 2, 3, words=7, features=2, units=3, bos=3, visible=True)

    yield one(draw, "as-many-words-as-sentences", 3, 3, words=5, units=2, bos=1)
    yield one(draw, "one-word", 4, 1, words=5, features=2, bos=4)
    yield second_batch(draw)
    yield one(draw, "transposed", 2, 4, transposed=True)


def by_hand(draw: Draw):
    def tensor(values):
        return torch.tensor(values, dtype=draw.dtype)

    return case(
        "by-hand",
        construct("Seq2SeqDecoder", 3, 1, 1, bos=2, into="dec"),
        load(
            "dec",
            embedding__weight=tensor([[20], [-20], [0]]),
            rnn__weight_ih_l0=tensor([[0], [0], [1]]),
            rnn__weight_hh_l0=tensor([[0], [0], [0]]),
            rnn__bias_ih_l0=tensor([0, 0, 0]),
            rnn__bias_hh_l0=tensor([0, 0, 0]),
            out__weight=tensor([[4], [0], [-4]]),
            out__bias=tensor([0, 1, 0]),
        ),
        call("dec", context=tensor([[1]]), targets=torch.tensor([[0, 1]]), into="logits"),
        visible=True,
        reduction=3,
    )


def second_batch(draw: Draw):
    """Nothing of the first batch may be left, and the second one has another size."""
    return case(
        "second-batch",
        *made(draw, 5, 3, 2, 0),
        call("dec", context1=draw.normal(2, 2), targets1=ids(draw, 2, 3, 5, 0), into="logits1"),
        call("dec", context2=draw.normal(3, 2), targets2=ids(draw, 3, 2, 5, 0), into="logits2"),
        reduction=12,
    )
