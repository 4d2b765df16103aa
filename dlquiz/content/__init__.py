"""The course that comes with the program, as files, and how it gets into the database."""
