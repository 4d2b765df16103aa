import torch


def greedy_decode(context, embedding, w_ih, w_hh, w_out, bos, eos, max_length):
    tokens = torch.full((len(context), max_length), eos, dtype=torch.int64)
    lengths = []
    for n, state in enumerate(context):
        word, length = bos, 0
        while length < max_length:
            state = (w_ih @ embedding[word] + w_hh @ state).tanh()
            word = int((w_out @ state).argmax())
            tokens[n, length] = word
            length += 1
            if word == eos:
                break
        lengths.append(length)
    return tokens, torch.tensor(lengths)
