"""What the rest of the site may want to hear of."""

from django.dispatch import Signal

decided = Signal()  # `proposals`: the numbers of those that were accepted or rejected; sent inside the transaction
