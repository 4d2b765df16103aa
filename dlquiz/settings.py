"""Django's settings: one module, all differences between machines come from ``dlquiz.env``."""

from csp.constants import NONCE, NONE, SELF
from kombu import Queue

from dlquiz.core.logs import configure_logging
from dlquiz.env import (
    BASE_DIR,
    DATA_DIR,
    DEBUG,
    broker_url,
    database,
    env,
    grading_device,
    language_model,
    secret_key,
)

SECRET_KEY = secret_key()
ALLOWED_HOSTS = env.list("DJANGO_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("DJANGO_CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "dlquiz.core",
    "dlquiz.accounts",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "axes",
    "csp",
    "django_htmx",
    "simple_history",
    "dlquiz.courses",
    "dlquiz.questions",
    "dlquiz.tasks",
    "dlquiz.submissions",
    "dlquiz.attempts",
    "dlquiz.content",
    "dlquiz.gradebook",
    "dlquiz.review",
    "dlquiz.authoring",
    "dlquiz.pages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dlquiz.core.middleware.log_context",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # After authentication: the signed-in person's own language and time zone come first.
    "dlquiz.accounts.middleware.language_and_time_zone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.tz",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

ROOT_URLCONF = "dlquiz.urls"
WSGI_APPLICATION = "dlquiz.wsgi.application"
ASGI_APPLICATION = "dlquiz.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database()}

# Language, dates

USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Kolkata"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("hi", "हिन्दी")]
LOCALE_PATHS = [BASE_DIR / "dlquiz" / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = not DEBUG

# Static files. In development they are read from the apps' folders; otherwise from what collectstatic
# gathered, under names that carry a digest.

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "dlquiz.core.storage.DigestStaticStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# Accounts

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "courses:home"
SIGNUP_OPEN = env.bool("DLQUIZ_SIGNUP_OPEN", default=True)

MAIL_CONFIGURED = bool(env.str("EMAIL_URL", default=""))
if MAIL_CONFIGURED:
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
DEFAULT_FROM_EMAIL = env.str("DLQUIZ_MAIL_FROM", default="dlquiz@localhost")

ACCOUNT_ADAPTER = "dlquiz.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"signup": "dlquiz.accounts.forms.SignupForm"}
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "optional" if MAIL_CONFIGURED else "none"
ACCOUNT_EMAIL_NOTIFICATIONS = MAIL_CONFIGURED
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[dlquiz] "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if DEBUG else "https"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
# A whole class signs in within a minute from one campus address: the limits are per address and must
# hold that.
# Failed sign-ins are counted by axes, per name and address, in the database that all processes share.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "signup": "300/m/ip", "login_failed": "600/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("DLQUIZ_PROXY_COUNT", default=0)

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "dlquiz.accounts.throttling.attempted_name"
AXES_CLIENT_IP_CALLABLE = "dlquiz.accounts.throttling.client_address"
AXES_LOCKOUT_CALLABLE = "dlquiz.accounts.throttling.locked_out"
AXES_SENSITIVE_PARAMETERS = ["login", "username", "email"]
AXES_VERBOSE = False

# Security. Only what DEBUG needs is relaxed.

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_SSL_REDIRECT = env.bool("DLQUIZ_HTTPS_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = env.int("DLQUIZ_HSTS_SECONDS", default=0 if DEBUG else 30 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
# A header that anyone can send is believed only where a proxy of ours stands in front and sets it.
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

# Logs: JSON lines, one per event; plain lines in development.

LOG_LEVEL = env.str("DLQUIZ_LOG_LEVEL", default="INFO")
LOGGING_CONFIG = None
configure_logging(json_lines=env.bool("DLQUIZ_LOG_JSON", default=not DEBUG), level=LOG_LEVEL)

# A second reader of short texts, off unless DLQUIZ_LLM_URL is set: see docs/language-model.md.

LANGUAGE_MODEL = language_model()

# Celery. The submission's row is the truth and the message only a nudge, so messages may be repeated but a
# process that dies must never take one along; docs/operations.md describes the whole path.

# The sandbox that workers must hold: C, B or A. One that cannot does not grade: `python -m graders doctor`.
SANDBOX_LEVEL = env.str("DLQUIZ_SANDBOX_LEVEL", default="C")
# Where this process grades: what it takes from the queue gpu runs on a graphics card, see docs/gpu.md.
GRADING_DEVICE = grading_device()
# How long a worker looks for the reason of a wrong answer, once its verdict is out.
EXPLAIN_SECONDS = env.float("DLQUIZ_EXPLAIN_SECONDS", default=2.0)
# Who asks for the metrics without signing in sends this; without one, only administrators may.
METRICS_TOKEN = env.str("DLQUIZ_METRICS_TOKEN", default="")
# How long a worker may be silent before what it was grading is given to another.
LEASE_SECONDS = env.float("DLQUIZ_LEASE_SECONDS", default=15.0)

CELERY_BROKER_URL = broker_url()
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_ACKS_ON_FAILURE_OR_TIMEOUT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_DISABLE_PREFETCH = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_TIME_LIMIT = 1000
# A connection lives from task to task, as it does from request to request: ``dlquiz.celery`` looks after it.
# Without this Celery closes it before and after each task. A number of tasks, for which there is no "never".
CELERY_DB_REUSE_MAX = 1 << 62
CELERY_WORKER_PROC_ALIVE_TIMEOUT = 120  # a pool process warms its engine first
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1200,  # always more than the task time limit
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "queue_order_strategy": "priority",
    "priority_steps": list(range(10)),  # 0 is the highest on Redis
    "socket_connect_timeout": 1,
    "socket_timeout": 5,
    "socket_keepalive": True,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
# cpu and gpu by what a task needs; control for the reconciler and health; batch for validation and regrades,
# which never stand ahead of students. A queue outside this list is a mistake and fails at once.
CELERY_TASK_QUEUES = [Queue(name, routing_key=name) for name in ("cpu", "gpu", "control", "batch")]
CELERY_TASK_DEFAULT_QUEUE = "control"
CELERY_TASK_CREATE_MISSING_QUEUES = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "reconcile": {
        "task": "dlquiz.submissions.tasks.reconcile",
        "schedule": 5.0,
        # A reconciler message older than the next one is worth nothing.
        "options": {"queue": "control", "expires": 10},
    },
    "close-overdue-sittings": {
        "task": "dlquiz.attempts.tasks.close_overdue_sittings",
        "schedule": 30.0,
        "options": {"queue": "control", "expires": 30},
    },
}
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
