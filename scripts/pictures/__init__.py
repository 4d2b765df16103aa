"""``python -m scripts.pictures FOLDER``: a picture of every page in every look, to be gone through by eye."""
