"""What the project itself keeps: letters, with their text, which no record holds."""

from django.db import models


class Letter(models.Model):
    """A letter that came."""

    case = models.TextField(unique=True)
    text = models.TextField()
