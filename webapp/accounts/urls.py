"""Addresses of accounts."""

from django.contrib.auth import views
from django.urls import path, reverse_lazy

from webapp.accounts import audit_views
from webapp.accounts.forms import SignInForm

app_name = "accounts"
sign_in = views.LoginView.as_view(template_name="accounts/sign_in.html", authentication_form=SignInForm)
password = views.PasswordChangeView.as_view(template_name="accounts/password.html", success_url=reverse_lazy("home"))
urlpatterns = [
    path("accounts/sign-in/", sign_in, name="sign_in"),
    path("accounts/sign-out/", views.LogoutView.as_view(), name="sign_out"),
    path("accounts/password/", password, name="password"),
    path("audit/", audit_views.audit, name="audit"),
    path("audit/export/", audit_views.export, name="audit_export"),
]
