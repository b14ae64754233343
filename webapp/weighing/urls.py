"""The address of a graph's sources."""

from django.urls import path

from webapp.weighing import views

app_name = "weighing"
urlpatterns = [path("g/<slug:slug>/sources/", views.sources, name="sources")]
