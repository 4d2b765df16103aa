"""What a child may do. Read ``enter.put_up`` first: it is the argument, top to bottom."""
