"""Where the sockets are."""

from channels.security.websocket import WebsocketDenier
from django.urls import path, re_path

from webapp.chat.consumers import ChatConsumer

websocket_urlpatterns = [
    path("ws/g/<slug:slug>/c/<uuid:conversation>/", ChatConsumer.as_asgi()),
    re_path("", WebsocketDenier.as_asgi()),  # every other address is refused like a private one
]
