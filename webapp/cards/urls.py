"""Addresses of cards."""

from django.urls import path

from webapp.cards import views

app_name = "cards"
urlpatterns = [
    path("g/<slug:slug>/cards/", views.index, name="index"),
    path("g/<slug:slug>/cards/train/", views.train, name="train"),
    path("g/<slug:slug>/cards/import/", views.take, name="import"),
    path("g/<slug:slug>/cards/jobs/<int:number>/", views.job, name="job"),
    path("g/<slug:slug>/cards/jobs/<int:number>/progress/", views.progress, name="progress"),
    path("g/<slug:slug>/cards/jobs/<int:number>/stop/", views.stop, name="stop"),
    path("g/<slug:slug>/cards/jobs/<int:number>/go-on/", views.go_on, name="go_on"),
    path("g/<slug:slug>/cards/card/<str:name>/", views.one, name="one"),
    path("g/<slug:slug>/cards/card/<str:name>/switch/", views.switch, name="switch"),
    path("g/<slug:slug>/cards/card/<str:name>/test/", views.test, name="test"),
    path("g/<slug:slug>/cards/card/<str:name>/card.zip", views.export, name="export"),
    path("g/<slug:slug>/cards/card/<str:name>/remove/", views.remove, name="remove"),
]
