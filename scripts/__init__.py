"""Commands for those who work on dlquiz: installing it, and its message catalogues."""
