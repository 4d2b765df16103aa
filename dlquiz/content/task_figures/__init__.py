"""Figures of the task packages, which ``python -m dlquiz.content.figures`` writes into their folders."""

from dlquiz.content.task_figures import curves, grids, networks, sequences

FIGURES = {**grids.FIGURES, **curves.FIGURES, **networks.FIGURES, **sequences.FIGURES}
