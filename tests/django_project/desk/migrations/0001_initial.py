"""The project's own table, and those of the store."""

from django.db import migrations, models

from django_project.desk.cases import make_tables_of_cases


class Migration(migrations.Migration):
    initial = True
    operations = (
        migrations.CreateModel(
            "Letter",
            (
                ("id", models.BigAutoField(primary_key=True)),
                ("case", models.TextField(unique=True)),
                ("text", models.TextField()),
            ),
        ),
        migrations.RunPython(lambda apps, editor: make_tables_of_cases(), migrations.RunPython.noop),
    )
