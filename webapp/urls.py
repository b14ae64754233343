"""The site's addresses."""

from django.urls import include, path
from django.views.i18n import set_language

from webapp import docs, health, words
from webapp.chat import views

docs_urls = [path("", docs.page, name="index"), path("<slug:slug>/", docs.page, name="page")]
urlpatterns = [
    path("", views.home, name="home"),
    path("", include("webapp.chat.urls")),
    path("", include("webapp.curate.urls")),
    path("", include("webapp.documents.urls")),
    path("", include("webapp.explore.urls")),
    path("", include("webapp.graphs.urls")),
    path("", include("webapp.measure.urls")),
    path("", include("webapp.weighing.urls")),
    path("", include("webapp.cards.urls")),
    path("", include("webapp.accounts.urls")),
    path("docs/", include((docs_urls, "docs"))),
    path("language/", set_language, name="set_language"),
    path("words/<str:language>.js", words.words, name="words"),
    path("healthz", health.healthz, name="healthz"),
]
