import torch
import torch.nn.functional as F


def greedy_decode(context, embedding, w_ih, w_hh, w_out, bos, eos, max_length):
    tokens = context.new_full((len(context), max_length), eos, dtype=torch.long)
    lengths = torch.full((len(context),), max_length)
    running = torch.arange(len(context))
    state, word = context, torch.full_like(running, bos)
    for t in range(max_length):
        state = torch.tanh(F.linear(F.embedding(word, embedding), w_ih) + F.linear(state, w_hh))
        word = F.linear(state, w_out).argmax(-1)
        tokens[running, t] = word
        lengths[running[word == eos]] = t + 1
        keep = word != eos
        running, state, word = running[keep], state[keep], word[keep]
        if len(running) == 0:
            break
    return tokens, lengths
