"""What the project answers."""

import json

import pendulum
from django.http import HttpRequest, JsonResponse

from django_project.desk.cases import cases
from django_project.desk.models import Letter
from prcomm import Actor, Person, Refused
from prcomm.citizens.appeals import APPEAL, PROPOSAL, Channel, Form, Receive
from prcomm.law import office
from prcomm.law.roles import REGISTRAR

DISTRICT = office("district department")


def letters(request: HttpRequest) -> JsonResponse:
    """A letter came: its text is kept, and a case is begun; or neither."""
    told = json.loads(request.body)
    receive = Receive(
        at=pendulum.now(DISTRICT.tz), by=Actor("desk 1", REGISTRAR), case=told["case"], kind=PROPOSAL,
        form=Form[told["form"]], channel=Channel.POST, office=DISTRICT, appellants=(Person(told["from"]),),
    )  # fmt: skip
    try:
        with cases() as store:
            letter = Letter.objects.create(case=told["case"], text=told["text"])
            appeal = store.begin(APPEAL, receive, signed_in="desk 1")
    except Refused as refused:
        return JsonResponse({"reasons": [reason.text for reason in refused.verdict.reasons]}, status=409)
    return JsonResponse({"letter": letter.pk, "state": appeal.state.name}, status=201)
