"""The channel on which a conversation's sockets listen."""

from uuid import UUID


def group(conversation: UUID) -> str:
    """Return the name of the group of a conversation's sockets."""
    return f"conversation.{conversation.hex}"
