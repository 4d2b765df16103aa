"""How long a submission takes through database, broker and worker."""
