"""Addresses of documents."""

from django.urls import path

from webapp.documents import views

app_name = "documents"
urlpatterns = [
    path("g/<slug:slug>/documents/", views.index, name="index"),
    path("g/<slug:slug>/documents/add/", views.add, name="add"),
    path("g/<slug:slug>/documents/<int:number>/", views.one, name="one"),
    path("g/<slug:slug>/documents/<int:number>/progress/", views.progress, name="progress"),
    path("g/<slug:slug>/documents/<int:number>/cancel/", views.cancel, name="cancel"),
    path("g/<slug:slug>/documents/<int:number>/again/", views.again, name="again"),
    path("g/<slug:slug>/documents/<int:number>/link/", views.link, name="link"),
    path("g/<slug:slug>/documents/<int:number>/find/", views.find, name="find"),
    path("g/<slug:slug>/documents/<int:number>/remove/", views.remove, name="remove"),
]
