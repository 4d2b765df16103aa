"""Gunicorn's settings, for the embedded site and the container images alike.

Threads, since a request waits for the database far more than it computes; a second process is for machines
with more cores than the demo needs.
"""

import os

worker_class = "gthread"
workers = int(os.environ.get("DLQUIZ_WEB_PROCESSES", "1"))
threads = int(os.environ.get("DLQUIZ_WEB_THREADS", "8"))
timeout = 60
graceful_timeout = 10
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
# Where the worker's heartbeat file lies must not be a disk: a slow one would look like a hanging worker.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
control_socket_disable = True
accesslog = None
errorlog = "-"
loglevel = os.environ.get("DLQUIZ_WEB_LOG_LEVEL", "warning")
proc_name = "dlquiz-web"
