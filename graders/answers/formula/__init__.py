"""Reading and marking formulas, in ASCII, LaTeX or Unicode as students type them; nothing is ever run."""
