"""A site's settings of sources, in plain words."""

from django.utils.translation import gettext_lazy as _

MODES = {
    "auto": _("Documents are searched for every question; other sources are asked where the graph leaves it open."),
    "explicit": _(
        "Documents are searched for every question; where the graph leaves it open, a language model names the others."
    ),
    "bottom-up": _("Every source that covers a question is asked, whatever the graph says."),
    "off": _("No source is asked: the graph answers alone."),
}
SELECTORS = {
    "relevance": _("What has nothing to do with the question is left out."),
    "brevity": _("Long passages are cut to the sentences that carry the answer."),
    "factuality": _("What the graph or the documents contradict is kept back, and shown as a conflict."),
}
UNSELECTED = _("Nothing chooses among the passages that they give.")
