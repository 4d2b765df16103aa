"""The warm process and its cells: everything that runs where nobody's code can be trusted."""
