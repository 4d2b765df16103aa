"""One process that runs the whole site on one machine: broker, web server, worker and beat.

``python -m dlquiz.supervisor`` is what ``make run`` starts. Nothing of Django or Celery is loaded here; each
part is a child process of its own, restarted when it dies and stopped in order at the end. The command lines
of the parts stand in ``parts`` and serve the container images too.
"""
