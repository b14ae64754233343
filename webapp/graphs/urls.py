"""Addresses of a graph's data and of loading."""

from django.urls import path

from webapp.graphs import member_views, views

app_name = "graphs"
urlpatterns = [
    path("graphs/new/", views.create, name="create"),
    path("g/<slug:slug>/neighbourhood/", views.neighbourhood, name="neighbourhood"),
    path("g/<slug:slug>/find/", views.find, name="find"),
    path("g/<slug:slug>/load/", views.load, name="load"),
    path("g/<slug:slug>/jobs/<int:number>/", views.job, name="job"),
    path("g/<slug:slug>/jobs/<int:number>/progress/", views.progress, name="progress"),
    path("g/<slug:slug>/jobs/<int:number>/cancel/", views.cancel, name="cancel"),
    path("g/<slug:slug>/jobs/<int:number>/again/", views.again, name="again"),
    path("g/<slug:slug>/jobs/<int:number>/rejects/", views.rejects, name="rejects"),
    path("g/<slug:slug>/members/", member_views.people, name="members"),
    path("g/<slug:slug>/members/<int:number>/", member_views.member, name="member"),
    path("g/<slug:slug>/members/invite/", member_views.invite, name="invite"),
    path("g/<slug:slug>/members/invitations/<int:number>/take-back/", member_views.take_back, name="take_back"),
    path("g/<slug:slug>/openness/", member_views.openness, name="openness"),
    path("g/<slug:slug>/delete/", member_views.delete, name="delete"),
    path("invitations/<str:secret>/", member_views.join, name="join"),
]
