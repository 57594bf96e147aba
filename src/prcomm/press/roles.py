"""The roles of the press wing, and who of them does what in its tables.

The acts name units and bodies, and seldom persons: most of these sets rest on a house rule. A role that stands in a
table alone stands under the article of its row.
"""

from prcomm.core.sources.people import Role, Who
from prcomm.law.house import HOUSE
from prcomm.law.press_acts import CHARTER
from prcomm.law.roles import AUTHORISED, EDITORIAL_OFFICE, EXECUTOR, HEAD, PRESS_HEAD, PRESS_OFFICER, REGISTRAR
from prcomm.law.source_article import SOURCE_ARTICLE

CENTRAL = Role("central press department")
"""An officer of the Main Department."""

DUTY_OFFICER = Role("duty officer")
"""Whoever watches at any hour."""

JOURNALIST = Role("journalist")
"""Whoever asks at an event."""

REQUESTER = Role("information user", private=True)
"""Whoever asks for information."""

CLAIMANT = Role("claimant", private=True)
"""Whoever demands a refutation, a reply or a report of rehabilitation."""

SUBJECT = Role("data subject", private=True)
"""Whose data it is."""

PARTICIPANT = Role("participant", private=True)
"""Whoever takes part in a dialogue, or gives an opinion."""
PARTICIPANT_CITES = (SOURCE_ARTICLE(41),)
"""The article behind the project: representatives of the public."""

FOREIGN_MINISTRY = Role("foreign ministry")
"""Whoever acts for the Ministry of Foreign Affairs."""

COMMISSION = Role("accreditation commission")
"""Whoever acts for the commission that accredits."""

EXPERT_GROUP = Role("expert group")
"""Whoever acts for the experts of that commission."""

TEAM = Who(PRESS_OFFICER | PRESS_HEAD, HOUSE(101))
"""Who does the daily work."""

CHIEF = Who(PRESS_HEAD, HOUSE(102))
"""Who decides for a press service."""

LEADERS = Who(HEAD | AUTHORISED, HOUSE(103))
"""Who decides for the body."""

BODY = Who(PRESS_HEAD | HEAD | AUTHORISED, HOUSE(103))
"""Who decides for the body on what the press service does."""

WATCH = Who(DUTY_OFFICER | PRESS_OFFICER | PRESS_HEAD, HOUSE(104))
"""Who enters what is found or noticed."""

DESK = Who(REGISTRAR, HOUSE(105))
"""Who receives and registers."""

ANSWERERS = Who(PRESS_OFFICER | PRESS_HEAD | EXECUTOR, HOUSE(106))
"""Who answers a request."""

COMMISSIONERS = Who(COMMISSION, HOUSE(107))
"""Who acts for the accreditation commission."""

OUTLET = Who(EDITORIAL_OFFICE, HOUSE(108))
"""Who acts for an outlet."""

AUDIENCE = Who(PARTICIPANT | PRESS_OFFICER, HOUSE(109))
"""Who says what the public said."""

CENTRE = Who(CENTRAL, CHARTER("standing"))
"""Who acts for the Main Department."""

NOTERS = Who(PRESS_OFFICER | PRESS_HEAD, HOUSE(136))
"""Who notes in its own file a duty that was met elsewhere."""

ROLES = (
    CENTRAL,
    DUTY_OFFICER,
    JOURNALIST,
    REQUESTER,
    CLAIMANT,
    SUBJECT,
    PARTICIPANT,
    FOREIGN_MINISTRY,
    COMMISSION,
    EXPERT_GROUP,
)
"""All the roles that this wing alone has."""
