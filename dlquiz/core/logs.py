"""Logging: structlog in front, every library's records through the same processors."""

import logging
import logging.config

import structlog
from structlog.typing import Processor

CHATTY = ("celery.worker.strategy", "celery.app.trace", "axes")


def configure_logging(*, json_lines: bool, level: str) -> None:
    """Send every log record to stderr, as one JSON object per line or as plain lines for people."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    # Plain tracebacks: pretty ones print every local variable, students' code and hidden cases among them.
    plain = structlog.dev.plain_traceback
    renderer: list[Processor] = [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain)]
    if json_lines:
        renderer = [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "structured": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": [*shared, structlog.stdlib.ExtraAdder()],
                    "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderer],
                },
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
            # Two lines for every message, the reconciler's every five seconds too, would drown all others;
            # what a task did it logs itself, and failures are still warnings and errors. Nor need a sign-in
            # four lines: failed ones are warnings.
            "loggers": {name: {"level": "WARNING"} for name in CHATTY},
            "root": {"handlers": ["stderr"], "level": level},
        }
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
