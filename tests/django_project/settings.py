"""Settings of a project of one application."""

import os

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ["DESK_DATABASE"],
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},  # who is going to write says so at once, and waits its turn
    }
}
INSTALLED_APPS = ["django_project.desk"]
ROOT_URLCONF = "django_project.urls"
ALLOWED_HOSTS = ["testserver"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
SECRET_KEY = "of a test"
LOGGING_CONFIG = None
