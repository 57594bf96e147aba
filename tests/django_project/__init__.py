"""A small Django project with cases in its own database: the one of the how-to page."""
