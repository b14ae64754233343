"""The socket of a conversation: it validates and dispatches; the work is done in runs.py.

A socket tells each event of a run once and in order: it knows the last one it told, skips what it has told and
fetches what it missed. A run that was under way when the socket opened is told from where `resume` says.
"""

import logging
from time import monotonic
from typing import Any
from uuid import UUID

from channels.consumer import get_handler_name
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext, override

from webapp import crossing
from webapp.chat import channel, protocol, records, reining, runs, spoken, visitors
from webapp.chat.models import Conversation, Run
from webapp.crossing import cross
from webapp.graphs import access, watch

logger = logging.getLogger(__name__)
NOT_FOUND = 4404
LOOK = 5.0  # seconds after which a socket that tells events looks again whether it may


class ChatConsumer(AsyncJsonWebsocketConsumer):
    """One socket of one conversation."""

    conversation: Conversation
    looked: float

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Do what a message is for. Channels would look after the database's connections first; `cross` does it."""
        await getattr(self, get_handler_name(message))(message)

    async def connect(self) -> None:
        """Let the conversation's owner in; everybody else gets the answer that a missing one gives."""
        found = await self._find()
        if found is None:
            await self.close(code=NOT_FOUND)
            return
        crossing.hold(self.channel_name)
        self.conversation, self.told, self.held, self.looked = found, {}, set(), monotonic()
        await runs.interrupt_orphans(found)  # before this socket listens: it hears of them by `resume`
        for group in self._groups():
            await self.channel_layer.group_add(group, self.channel_name)
        running = await _running(found)
        self.held = {running} - {None}
        await self.accept()
        await self.send_json({"type": "ready", "running": str(running) if running else None})

    async def disconnect(self, code: int) -> None:
        """Stop listening; runs go on."""
        await crossing.let_go(self.channel_name)
        if hasattr(self, "conversation"):
            for group in self._groups():
                await self.channel_layer.group_discard(group, self.channel_name)

    def _groups(self) -> list[str]:
        """Return what the socket listens to: the conversation, and changes of who may read it."""
        talk = self.conversation
        persons = [watch.person_group(talk.owner_id)] if talk.owner_id else []
        return [channel.group(talk.pk), watch.group(talk.graph_id), *persons]

    async def access_changed(self, message: dict[str, Any]) -> None:
        """Hang up where the conversation is not open any more to whoever listens."""
        await self._still_open()

    async def _still_open(self) -> bool:
        """Say whether the conversation is open to whoever listens; hang up where it is not."""
        self.looked = monotonic()
        if await self._find() is not None:
            return True
        self.looked = 0.0
        await self.close(code=NOT_FOUND)
        return False

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None, **_: Any) -> None:
        """Do what a message says, or refuse it in words of the page's language; the socket stays open."""
        with override(spoken.language(self.scope)):
            await self._take(text_data)

    async def _take(self, text_data: str | None) -> None:
        try:
            await self._do(protocol.read(text_data, settings.LOREGRAPH_MAX_QUESTION))
        except protocol.Refused as refusal:
            await self._refuse(str(refusal))
        except Exception:
            logger.exception("A message to conversation %s failed", self.conversation.pk)
            await self._refuse(gettext("Something went wrong on our side; it was noted in the log."))

    async def _do(self, message: protocol.Message) -> None:
        if isinstance(message, protocol.Ask):
            await runs.start(self.conversation, message, self._admit)
            return
        await cross(self._admit)()
        match message:
            case protocol.Stop(run):
                await self._check_own(run)
                if not await runs.stop(run):
                    raise protocol.Refused(gettext("That run is not under way."))
            case protocol.Resume(run, after):
                await self._check_own(run)
                self.held.discard(run)
                self.told[run] = after
                await self._catch_up(run)
            case _:
                await self._check_own(message.run)
                reining.steer(message)

    async def run_events(self, message: dict[str, Any]) -> None:
        """Pass on what a run told, each event once and in order."""
        if monotonic() - self.looked > LOOK and not await self._still_open():
            return
        for event in message["events"]:
            await self._pass_on(UUID(event["run"]), event["seq"], event)

    async def _pass_on(self, run: UUID, seq: int, event: dict[str, Any]) -> None:
        told = self.told.get(run, 0)
        if run in self.held or seq <= told:
            return
        if seq > told + 1:
            await self._catch_up(run)
        else:
            await self.send(text_data=event["text"])
            self._heard(run, event)

    async def run_note(self, message: dict[str, Any]) -> None:
        """Pass on something that is told of a run after its end; it has no number, a reload tells it too."""
        if monotonic() - self.looked <= LOOK or await self._still_open():
            await self.send_json(message["event"])

    async def _catch_up(self, run: UUID) -> None:
        """Send what was kept of a run after the last event told."""
        for event in await cross(records.events)(run, self.told.get(run, 0)):
            await self.send_json(event)
            self._heard(run, event)

    def _heard(self, run: UUID, event: dict[str, Any]) -> None:
        self.told[run] = event["seq"]
        if event["type"] in records.ENDS:
            self.held.discard(run)

    async def _refuse(self, reason: str) -> None:
        await self.send_json({"type": "refused", "reason": reason})

    async def _check_own(self, run: UUID) -> None:
        if not await Run.objects.filter(pk=run, conversation=self.conversation).aexists():
            raise protocol.Refused(gettext("This conversation has no such run."))

    def _admit(self) -> None:
        """Refuse whoever has signed out or lost the graph since the socket opened."""
        if self._look() is None:
            raise protocol.Refused(gettext("This conversation is not open to you any more; load the page again."))
        self.looked = monotonic()

    async def _find(self) -> Conversation | None:
        return await cross(self._look)()

    def _look(self) -> Conversation | None:
        """Return the conversation that the address names if it belongs to whoever asks."""
        place, session = self.scope["url_route"]["kwargs"], self.scope["session"]
        if session.session_key and not session.exists(session.session_key):
            return None
        user = _fresh(self.scope["user"])
        own = visitors.conversations(user, session).filter(pk=place["conversation"])
        graph = access.readable_graphs(user).filter(slug=place["slug"])
        found = own.filter(graph__in=graph).select_related("graph").order_by()[:1]  # one at most: nothing to order
        return next(iter(found), None)


def _fresh(user: Any) -> access.Person:
    """Return the person as the database knows them now: the socket may have been open for long."""
    if not user.is_authenticated:
        return AnonymousUser()
    return get_user_model().objects.filter(pk=user.pk, is_active=True).first() or AnonymousUser()


@cross
def _running(conversation: Conversation) -> UUID | None:
    return conversation.runs.filter(state=Run.State.RUNNING).values_list("pk", flat=True).first()
