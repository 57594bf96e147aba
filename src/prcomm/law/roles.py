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

SUPERIOR = Role("superior official")
"""An official of a body above."""

ROLES = (HEAD, AUTHORISED, EXECUTOR, REGISTRAR, APPELLANT, REPRESENTATIVE, OTHER_BODY, SUPERIOR)
"""All of them."""
