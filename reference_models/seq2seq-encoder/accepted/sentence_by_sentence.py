import torch
from torch import nn


class Seq2SeqEncoder(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, hidden_size):
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size, batch_first=True)
        self.hidden_size = hidden_size

    def forward(self, tokens, lengths):
        outputs, contexts = [], []
        for sentence, length in zip(tokens, lengths.tolist()):
            states, last = self.rnn(self.embedding(sentence[:length]))
            padding = states.new_zeros(tokens.shape[1] - length, self.hidden_size)
            outputs.append(torch.cat([states, padding]))
            contexts.append(last[0])
        return torch.stack(outputs), torch.stack(contexts)
