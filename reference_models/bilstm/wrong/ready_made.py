"""PyTorch's own layer."""

from torch import nn


class BiLSTM(nn.LSTM):
    def __init__(self, input_size, hidden_size):
        super().__init__(input_size, hidden_size, bidirectional=True)

    def forward(self, x, lengths=None):
        if lengths is None:
            output, (h_n, c_n) = super().forward(x)
            return output, h_n, c_n
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, enforce_sorted=False)
        output, (h_n, c_n) = super().forward(packed)
        return nn.utils.rnn.pad_packed_sequence(output, total_length=len(x))[0], h_n, c_n
