"""A language model as a second reader of short texts: what it is asked, and what is believed of its reply.

Nothing here gives marks. ``subject`` says what is asked, ``request`` puts it into a request, ``client`` sends
it, ``reading`` reads the reply, ``canaries`` are answers that earn nothing and try to talk the model round,
``consultation`` brings these together.
"""
