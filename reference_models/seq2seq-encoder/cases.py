"""Cases of seq2seq-encoder: sentences of every length, in shapes in which no two axes are alike but once."""

import torch

from graders.authoring import Draw, backward, call, case, construct, load

RESULTS = ("outputs", "context")
LEARNED = ("enc.embedding.weight", "enc.rnn.weight_ih_l0", "enc.rnn.weight_hh_l0", "enc.rnn.bias_hh_l0")


def made(draw: Draw, words: int, features: int, units: int):
    """An encoder as after some training."""
    return (
        construct("Seq2SeqEncoder", words, features, units, into="enc"),
        load(
            "enc",
            embedding__weight=draw.normal(words, features, std=1.5),
            rnn__weight_ih_l0=draw.normal(3 * units, features),
            rnn__weight_hh_l0=draw.normal(3 * units, units),
            rnn__bias_ih_l0=draw.normal(3 * units, std=0.5),
            rnn__bias_hh_l0=draw.normal(3 * units, std=0.5),
        ),
    )


def ids(draw: Draw, sentences: int, length: int, words: int):
    """Drawn ids in which no word stands twice in a row, and the id 0 comes first in the first sentence."""
    steps = draw.integer_tensor(sentences, length, low=1, high=words)
    steps[0, 0] = 0
    return steps.cumsum(dim=1) % words


def one(draw: Draw, name, tokens, lengths, words=6, features=3, units=4, visible=False, layouts=()):
    """One batch, and the gradients through both results."""
    return case(
        name,
        *made(draw, words, features, units),
        call("enc", tokens=tokens, lengths=torch.tensor(lengths), into=RESULTS),
        backward("context", wrt=LEARNED),
        backward("outputs", wrt=LEARNED, at="outputs"),
        visible=visible,
        layouts=layouts,
        reduction=tokens.numel() * max(features, units),
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "different-lengths", ids(draw, 3, 5, 6), [2, 5, 4], visible=True)
    yield one(draw, "all-full", ids(draw, 2, 4, 6), [4, 4], visible=True)

    yield one(draw, "as-many-words-as-sentences", ids(draw, 3, 3, 6), [3, 2, 3], features=4, units=2)
    yield one(draw, "lengths-in-any-order", ids(draw, 4, 5, 7), [1, 4, 2, 3], words=7, features=2, units=3)
    yield second_batch(draw)
    yield case(
        "one-sentence",
        *made(draw, 5, 2, 3),
        call("enc", tokens=ids(draw, 1, 2, 5), lengths=torch.tensor([1]), into=RESULTS),
        reduction=6,
    )
    yield one(
        draw,
        "memory-layouts",
        ids(draw, 2, 4, 6),
        [3, 4],
        layouts=("permuted", "strided", "offset"),
    )


def by_hand(draw: Draw):
    zeros = torch.zeros(3, dtype=draw.dtype)
    return case(
        "by-hand",
        construct("Seq2SeqEncoder", 2, 1, 1, into="enc"),
        load(
            "enc",
            embedding__weight=torch.tensor([[20], [-20]], dtype=draw.dtype),
            rnn__weight_ih_l0=torch.tensor([[0], [0], [1]], dtype=draw.dtype),
            rnn__weight_hh_l0=zeros[:, None],
            rnn__bias_ih_l0=zeros.clone(),
            rnn__bias_hh_l0=zeros.clone(),
        ),
        call(
            "enc",
            tokens=torch.tensor([[0, 1, 0], [1, 0, 0]]),
            lengths=torch.tensor([3, 2]),
            into=RESULTS,
        ),
        visible=True,
        reduction=3,
    )


def second_batch(draw: Draw):
    """What was read before must leave no trace, and the batch may have another size."""
    return case(
        "second-batch",
        *made(draw, 5, 3, 2),
        call(
            "enc",
            tokens1=ids(draw, 2, 3, 5),
            lengths1=torch.tensor([3, 2]),
            into=("outputs1", "context1"),
        ),
        call(
            "enc",
            tokens2=ids(draw, 2, 4, 5),
            lengths2=torch.tensor([2, 4]),
            into=("outputs2", "context2"),
        ),
        reduction=12,
    )
