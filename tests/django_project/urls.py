"""Addresses."""

from django.urls import path

from django_project.desk.views import letters

urlpatterns = [path("letters/", letters)]
