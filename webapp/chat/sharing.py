"""A conversation by a link: whoever has it reads that conversation and nothing else, until it is taken back.

Making a link is an explicit act of somebody who may read the graph, and lasts only as long as they may: where the
one who made it has lost the graph, the link leads nowhere.
"""

from secrets import token_urlsafe

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.urls import reverse

from webapp.chat.models import Conversation
from webapp.graphs import access

BYTES = 24  # of chance in a link: nobody guesses one


def make(talk: Conversation) -> str:
    """Give a conversation a link, where it has none, and return its path."""
    if not talk.share:
        Conversation.objects.filter(pk=talk.pk, share=None).update(share=token_urlsafe(BYTES))
        talk.refresh_from_db(fields=["share"])
    return address(talk)


def end(talk: Conversation) -> None:
    """Take a conversation's link back: it never leads anywhere again."""
    Conversation.objects.filter(pk=talk.pk).update(share=None)


def address(talk: Conversation) -> str:
    """Return the path of a conversation's link; empty where it has none."""
    return reverse("chat:shared", args=[talk.share]) if talk.share else ""


def find(secret: str) -> Conversation:
    """Return the conversation of a link; raise Http404 alike for one that was taken back and one that never was."""
    talk = Conversation.objects.filter(share=secret).select_related("graph", "owner").first()
    if talk is None or not access.may_read(talk.owner or AnonymousUser(), talk.graph):
        raise Http404("This link leads nowhere; it may have been taken back.")
    return talk
