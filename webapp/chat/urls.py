"""Addresses of talks."""

from django.urls import path

from webapp.chat import views

app_name = "chat"
urlpatterns = [
    path("g/<slug:slug>/", views.new, name="new"),
    path("g/<slug:slug>/c/", views.create, name="create"),
    path("g/<slug:slug>/c/<uuid:uuid>/", views.conversation, name="conversation"),
    path("g/<slug:slug>/c/<uuid:uuid>/rename/", views.rename, name="rename"),
    path("g/<slug:slug>/c/<uuid:uuid>/delete/", views.delete, name="delete"),
    path("g/<slug:slug>/c/<uuid:uuid>/picture/", views.picture, name="picture"),
]
