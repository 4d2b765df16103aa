"""How fast, how small and how steady grading is: ``python -m graders bench``.

Empty on purpose: ``bare`` runs where solutions run, and must not bring the engine there.
"""
