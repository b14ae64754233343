"""A stopped job is a cancelled one, as in every other queue."""

from django.db import migrations, models


def rename(before, after):
    """Return what gives jobs of one state another."""

    def run(apps, schema_editor):
        jobs = apps.get_model("cards", "CardJob").objects.using(schema_editor.connection.alias)
        jobs.filter(state=before).update(state=after)

    return run


class Migration(migrations.Migration):

    dependencies = [
        ('cards', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='cardjob',
            name='state',
            field=models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('done', 'Done'), ('failed', 'Failed'), ('cancelled', 'Cancelled')], default='waiting', max_length=12),
        ),
        migrations.RunPython(rename("stopped", "cancelled"), rename("cancelled", "stopped")),
    ]
