from torch import nn


class Seq2SeqEncoder(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, hidden_size):
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size, batch_first=True)

    def forward(self, tokens, lengths):
        words = self.embedding(tokens)
        states, last = self.rnn(words)
        context = last[0]
        outputs = states
        return outputs, context
