import torch


def greedy_decode(context, embedding, w_ih, w_hh, w_out, bos, eos, max_length):
    n = len(context)
    state = context
    word = torch.full((n,), bos)
    done = torch.zeros(n, dtype=torch.bool)
    lengths = torch.zeros(n, dtype=torch.int64)
    tokens = []
    for _ in range(max_length):
        state = torch.tanh(embedding[word] @ w_ih.T + context @ w_hh.T)
        best = (state @ w_out.T).argmax(dim=1)
        word = torch.where(done, eos, best)
        lengths += ~done
        done = done | (word == eos)
        tokens.append(word)
    return torch.stack(tokens, dim=1), lengths
