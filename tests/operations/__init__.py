"""The site as an operator meets it: started, stopped, killed, moved to a server."""
