"""The roles that institutions share. Whoever needs another declares it beside them: ``Role("rapporteur")``."""

from prcomm.core.sources.people import Role

HEAD = Role("head")
"""The head of the body."""

AUTHORISED = Role("authorised official")
"""An official whom the head has given the power to act."""

EXECUTOR = Role("executor")
"""The unit or official charged with the matter."""

REGISTRAR = Role("registrar")
"""Whoever receives and registers."""

APPELLANT = Role("appellant", private=True)
"""The individual or legal entity who appeals."""

REPRESENTATIVE = Role("representative", private=True)
"""Whoever acts for the appellant, with proof of authority."""

OTHER_BODY = Role("other body")
"""Another body, organisation or official who is asked or told."""

CHAIR = Role("chair")
"""The chair of a public council."""

DEPUTY_CHAIR = Role("deputy chair")
"""Who stands in for the chair."""

ACTING_CHAIR = Role("acting chair")
"""A member whom the others chose to lead where chair and deputy are gone, away or kept from it."""

SECRETARY = Role("secretary")
"""The secretary of a public council."""

MEMBER = Role("member")
"""A member of a public council."""

CANDIDATE = Role("candidate", private=True)
"""Whoever is nominated to a public council."""

PRESIDING = Role("presiding")
"""Whoever presides at a session."""

TELLER = Role("teller")
"""Whoever counts the votes."""

ORGANISER = Role("organiser")
"""Whoever organises an act of public oversight."""

CITIZEN = Role("citizen", private=True)
"""A citizen of Uzbekistan."""

NGO = Role("NGO")
"""Whoever acts for a non-profit organisation."""

SELF_GOVERNMENT = Role("self-government body")
"""Whoever acts for a self-government body of citizens."""

EDITORIAL_OFFICE = Role("editorial office")
"""Whoever acts for an outlet of mass media."""

PUBLIC_COUNCIL = Role("public council")
"""Whoever acts for a public council."""

BODY = Role("state body")
"""An official for the body that is overseen."""

SUPERIOR = Role("body above")
"""Whoever acts for the body above."""

COURT = Role("court")
"""A court."""

KENGASH = Role("Kengash of deputies")
"""Whoever acts for a Kengash of people's deputies."""

HOKIM = Role("hokim")
"""The hokim of a district or city: not the chair of its Kengash."""

SENIOR_INSPECTOR = Role("senior prevention inspector")
"""Whoever leads the law-and-order point of a mahalla."""

DEPUTY_HEAD = Role("deputy head")
"""A deputy of the head of the body."""

PRESS_OFFICER = Role("press officer")
"""A member of the press service."""

PRESS_HEAD = Role("head of the press service")
"""Its head, or the press secretary."""

SUBJECTS = CITIZEN | NGO | SELF_GOVERNMENT | EDITORIAL_OFFICE | PUBLIC_COUNCIL
"""Who may exercise public oversight."""

ROLES = (
    HEAD,
    AUTHORISED,
    EXECUTOR,
    REGISTRAR,
    APPELLANT,
    REPRESENTATIVE,
    OTHER_BODY,
    CHAIR,
    DEPUTY_CHAIR,
    ACTING_CHAIR,
    SECRETARY,
    MEMBER,
    CANDIDATE,
    PRESIDING,
    TELLER,
    ORGANISER,
    *SUBJECTS,
    BODY,
    SUPERIOR,
    COURT,
    KENGASH,
    HOKIM,
    SENIOR_INSPECTOR,
    DEPUTY_HEAD,
    PRESS_OFFICER,
    PRESS_HEAD,
)
"""All of them."""
