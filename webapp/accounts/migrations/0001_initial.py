from django.db import migrations, models

KEEP = (
    "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON accounts_auditentry"
    " BEGIN SELECT RAISE(ABORT, 'The audit log is not changed.'); END",
    "CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON accounts_auditentry"
    " BEGIN SELECT RAISE(ABORT, 'The audit log is not shortened.'); END",
)
DROP = ("DROP TRIGGER IF EXISTS audit_is_not_changed", "DROP TRIGGER IF EXISTS audit_is_not_shortened")


def keep(apps, editor):
    """Let SQLite itself refuse; other databases have the model's refusal alone."""
    run(editor, KEEP)


def drop(apps, editor):
    run(editor, DROP)


def run(editor, statements):
    if editor.connection.vendor == "sqlite":
        for each in statements:
            editor.execute(each)


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True, db_index=True)),
                ("action", models.CharField(max_length=40)),
                ("person", models.CharField(blank=True, max_length=150)),
                ("graph", models.CharField(blank=True, db_index=True, max_length=60)),
                ("detail", models.JSONField(default=dict)),
            ],
            options={"ordering": ("-id",)},
        ),
        migrations.RunPython(keep, drop),
    ]
