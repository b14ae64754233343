"""The site's settings: typed values from the environment (see environment.py), and it runs with none set."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from webapp import places
from webapp.environment import BASE, value

# --- where things lie ---------------------------------------------------------------------------

LOREGRAPH_DATA: Path = value("LOREGRAPH_DATA")
places.prepare(LOREGRAPH_DATA)
LOREGRAPH_GRAPH: str = value("LOREGRAPH_GRAPH") or str(LOREGRAPH_DATA / "graphs.sqlite3")

# --- limits -------------------------------------------------------------------------------------

LOREGRAPH_MAX_UPLOAD_MB: int = value("LOREGRAPH_MAX_UPLOAD_MB")
LOREGRAPH_QUERY_SECONDS: float = value("LOREGRAPH_QUERY_SECONDS")
LOREGRAPH_RUN_SECONDS: float = value("LOREGRAPH_RUN_SECONDS")
LOREGRAPH_PAUSE_SECONDS: float = value("LOREGRAPH_PAUSE_SECONDS")
LOREGRAPH_MAX_QUESTION: int = value("LOREGRAPH_MAX_QUESTION")
LOREGRAPH_MAX_RUNS: int = value("LOREGRAPH_MAX_RUNS")
LOREGRAPH_QUESTIONS_A_MINUTE: int = value("LOREGRAPH_QUESTIONS_A_MINUTE")
LOREGRAPH_GRAPH_QUESTIONS_A_MINUTE: int = value("LOREGRAPH_GRAPH_QUESTIONS_A_MINUTE")
LOREGRAPH_MAX_UPLOAD_ROWS: int = value("LOREGRAPH_MAX_UPLOAD_ROWS")
LOREGRAPH_MAX_DOCUMENT_MB: int = value("LOREGRAPH_MAX_DOCUMENT_MB")
LOREGRAPH_MAX_DOCUMENT_PAGES: int = value("LOREGRAPH_MAX_DOCUMENT_PAGES")
LOREGRAPH_DOCUMENT_SECONDS: float = value("LOREGRAPH_DOCUMENT_SECONDS")
LOREGRAPH_MAX_PASSAGES: int = value("LOREGRAPH_MAX_PASSAGES")
LOREGRAPH_SOURCES_MODE: str = value("LOREGRAPH_SOURCES_MODE")
LOREGRAPH_SELECTORS: list[str] = value("LOREGRAPH_SELECTORS")
LOREGRAPH_SOURCE_SECONDS: float = value("LOREGRAPH_SOURCE_SECONDS")
LOREGRAPH_SIGN_IN_ATTEMPTS: int = value("LOREGRAPH_SIGN_IN_ATTEMPTS")
LOREGRAPH_CHAT_MODEL: str = value("LOREGRAPH_CHAT_MODEL")
LOREGRAPH_CHAT_URL: str = value("LOREGRAPH_CHAT_URL")
LOREGRAPH_CHAT_KEY: str = value("LOREGRAPH_CHAT_KEY")
LOREGRAPH_CHAT_SECONDS: float = value("LOREGRAPH_CHAT_SECONDS")
LOREGRAPH_CHAT_TOKENS: int = value("LOREGRAPH_CHAT_TOKENS")
LOREGRAPH_CHAT_TOKENS_A_DAY: int = value("LOREGRAPH_CHAT_TOKENS_A_DAY")
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # bytes of a form without its files
FILE_UPLOAD_TEMP_DIR = str(LOREGRAPH_DATA / "uploads")

# --- models -------------------------------------------------------------------------------------

LOREGRAPH_CARD_BASE: str = value("LOREGRAPH_CARD_BASE")

# --- who is let in ------------------------------------------------------------------------------

DEBUG: bool = value("LOREGRAPH_DEBUG")
SECRET_KEY: str = value("LOREGRAPH_SECRET_KEY") or places.secret_key(LOREGRAPH_DATA)
ALLOWED_HOSTS: list[str] = value("LOREGRAPH_HOSTS")
LOREGRAPH_PROXY: bool = value("LOREGRAPH_PROXY")
HTTPS: bool = value("LOREGRAPH_HTTPS")

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # a probe speaks to the process, not to the proxy
# Preloading binds a whole domain for years: that is for the domain's owner to ask for, not for an application.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if LOREGRAPH_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"

LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- the parts ----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "daphne",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "channels",
    "django_htmx",
    "webapp.accounts",
    "webapp.spending",
    "webapp.graphs",  # before django_tasks_db: its db_worker tells that it lives
    "webapp.curate",
    "webapp.documents",
    "webapp.measure",
    "webapp.cards",
    "webapp.chat",
    "webapp.weighing",
    "webapp.explore",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "webapp.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "webapp.middleware.BoundedBody",
    "webapp.middleware.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "webapp.urls"
ASGI_APPLICATION = "webapp.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# IMMEDIATE: a transaction that reads and then writes waits for its turn instead of failing with "locked".
DATABASES: dict[str, dict[str, Any]] = {
    "default": value("LOREGRAPH_DATABASE")
    or {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": LOREGRAPH_DATA / "db.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

_REDIS: str = value("LOREGRAPH_REDIS")
CHANNEL_LAYERS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "channels_redis.core.RedisChannelLayer", "CONFIG": {"hosts": [_REDIS], "capacity": 2000}}
    if _REDIS
    else {"BACKEND": "channels.layers.InMemoryChannelLayer", "CONFIG": {"capacity": 2000}},
}

# --- what pages are made of ---------------------------------------------------------------------


def _wheel(package: str, *parts: str) -> Path:
    """Return a folder inside an installed package, without importing the package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"The package '{package}' is not installed; run `make install`.")
    return Path(spec.origin).parent.joinpath(*parts)


STATIC_URL = "static/"
STATIC_ROOT = LOREGRAPH_DATA / "static"
STATICFILES_DIRS = [
    BASE / "webapp" / "static",
    ("vendor/vis-network", _wheel("pyvis", "lib", "vis-9.1.2")),
]
WHITENOISE_USE_FINDERS = True  # a newcomer needs no collectstatic
WHITENOISE_ALLOW_ALL_ORIGINS = False

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español"), ("de", "Deutsch"), ("zh-hans", "简体中文"), ("ja", "日本語")]
LOCALE_PATHS = [BASE / "webapp" / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_AGE = 31_536_000
TIME_ZONE = "UTC"
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": value("LOREGRAPH_LOG_LEVEL")},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "daphne": {"level": "WARNING"},
        "neo4j": {"level": "CRITICAL"},  # a server that is away is told of once, in the words of the store
    },
}
