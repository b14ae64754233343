"""Addresses of measuring."""

from django.urls import path

from webapp.measure import views

app_name = "measure"
urlpatterns = [
    path("g/<slug:slug>/measure/", views.index, name="index"),
    path("g/<slug:slug>/measure/<int:number>/", views.one, name="one"),
    path("g/<slug:slug>/measure/<int:number>/progress/", views.progress, name="progress"),
    path("g/<slug:slug>/measure/<int:number>/cancel/", views.cancel, name="cancel"),
    path("g/<slug:slug>/measure/<int:number>/again/", views.again, name="again"),
    path("g/<slug:slug>/measure/<int:number>/report.json", views.download, name="download"),
]
