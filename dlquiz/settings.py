"""Django's settings: one module, all differences between machines come from ``dlquiz.env``."""

from dlquiz.env import BASE_DIR, DATA_DIR, DEBUG, env

SECRET_KEY = env.str("DJANGO_SECRET_KEY", default="development-only" if DEBUG else "")
ALLOWED_HOSTS = env.list("DJANGO_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

INSTALLED_APPS = [
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
    "dlquiz.core",
    "dlquiz.accounts",
    "dlquiz.courses",
    "dlquiz.questions",
    "dlquiz.tasks",
    "dlquiz.submissions",
    "dlquiz.attempts",
    "dlquiz.gradebook",
    "dlquiz.authoring",
]

ROOT_URLCONF = "dlquiz.urls"
AUTH_USER_MODEL = "accounts.User"
USE_TZ = True
TIME_ZONE = "Asia/Kolkata"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("hi", "हिन्दी")]
LOCALE_PATHS = [BASE_DIR / "dlquiz" / "locale"]
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
