"""Addresses of looking around. A node's page has a stable address; an id that no path can hold is given as ?id=."""

from django.urls import path

from webapp.explore import door, views

app_name = "explore"
urlpatterns = [
    path("g/<slug:slug>/explore/", views.browse, name="browse"),
    path("g/<slug:slug>/explore/search/", views.search, name="search"),
    path("g/<slug:slug>/explore/kind/", views.kind, name="kind"),
    path("g/<slug:slug>/explore/below/", views.below, name="below"),
    path("g/<slug:slug>/explore/paths/", views.paths, name="paths"),
    path("g/<slug:slug>/explore/questions/", views.questions, name="questions"),
    path("g/<slug:slug>/explore/facts/", views.facts, name="facts"),
    path("g/<slug:slug>/cypher/", door.cypher, name="cypher"),
    path("g/<slug:slug>/node/", views.node, name="any_node"),
    path("g/<slug:slug>/node/<str:id>/", views.node, name="node"),
]
