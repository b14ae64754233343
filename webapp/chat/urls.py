"""Addresses of talks."""

from django.urls import path

from webapp.chat import actions, curators, views

app_name = "chat"
TALK = "g/<slug:slug>/c/<uuid:uuid>/"
urlpatterns = [
    path("g/<slug:slug>/", views.new, name="new"),
    path("g/<slug:slug>/conversations/", views.listed, name="listed"),
    path("g/<slug:slug>/feedback/", curators.judged, name="judged"),
    path("s/<str:secret>/", views.shared, name="shared"),
    path("g/<slug:slug>/c/", actions.create, name="create"),
    path(TALK, views.conversation, name="conversation"),
    path(f"{TALK}rename/", actions.rename, name="rename"),
    path(f"{TALK}delete/", actions.delete, name="delete"),
    path(f"{TALK}walk/", actions.walk, name="walk"),
    path(f"{TALK}share/", actions.share, name="share"),
    path(f"{TALK}export/markdown/", actions.export, {"form": "markdown"}, name="markdown"),
    path(f"{TALK}export/json/", actions.export, {"form": "json"}, name="json"),
    path(f"{TALK}runs/<uuid:run>/judge/", actions.judge, name="judge"),
    path(f"{TALK}runs/<uuid:run>/claims/<int:number>/propose/", actions.propose, name="propose"),
    path(f"{TALK}picture/", actions.picture, name="picture"),
]
