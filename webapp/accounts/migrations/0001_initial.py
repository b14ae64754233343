from django.db import migrations, models

REFUSES = """
    CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION USING MESSAGE = 'The audit log is not ' || TG_ARGV[0] || '.'; END $$
"""
ON = "ON accounts_auditentry FOR EACH"
KEEP = {
    "sqlite": (
        "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON accounts_auditentry"
        " BEGIN SELECT RAISE(ABORT, 'The audit log is not changed.'); END",
        "CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON accounts_auditentry"
        " BEGIN SELECT RAISE(ABORT, 'The audit log is not shortened.'); END",
    ),
    "postgresql": (
        REFUSES,
        f"CREATE TRIGGER audit_is_not_changed BEFORE UPDATE {ON} ROW EXECUTE FUNCTION audit_refuses('changed')",
        f"CREATE TRIGGER audit_is_not_shortened BEFORE DELETE {ON} ROW EXECUTE FUNCTION audit_refuses('shortened')",
        f"CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE {ON} STATEMENT EXECUTE FUNCTION audit_refuses('shortened')",
    ),
}
DROP = {
    "sqlite": ("DROP TRIGGER IF EXISTS audit_is_not_changed", "DROP TRIGGER IF EXISTS audit_is_not_shortened"),
    "postgresql": (
        "DROP TRIGGER IF EXISTS audit_is_not_changed ON accounts_auditentry",
        "DROP TRIGGER IF EXISTS audit_is_not_shortened ON accounts_auditentry",
        "DROP TRIGGER IF EXISTS audit_is_not_emptied ON accounts_auditentry",
        "DROP FUNCTION IF EXISTS audit_refuses()",
    ),
}


def keep(apps, editor):
    """Let the database itself refuse; one that is neither SQLite nor PostgreSQL has the model's refusal alone."""
    run(editor, KEEP)


def drop(apps, editor):
    run(editor, DROP)


def run(editor, statements):
    for each in statements.get(editor.connection.vendor, ()):
        editor.execute(each, params=None)


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
