"""House rules: what has to be decided where the law is silent. Nobody has to keep them: ``lifecycle.without(…)``."""

from prcomm.core.sources.citations import Basis, Source
from prcomm.law.texts import articles

HOUSE = Source(
    "House rules",
    "What this library assumes where the law is silent",
    articles=articles("""
1. Who receives and registers
    A registrar receives, registers, keeps the minutes of what is solved at a public reception, and enters what is not
    found in the envelope. The Law says that it is done, and when, not by whom.
2. Who decides where an appeal goes
    The head or an authorised official sends it on, returns it, joins a duplicate, hands it to another procedure, lays a
    letter aside and gives it to executors. Articles 24 and 25 name the body, not the person; articles 29 and 30, on
    weightier steps, ask for the head or an authorised official.
3. Who does the work
    The executor notes that study is needed, asks for information, hears the appellant, goes on site, summons, shows the
    file, tells the appellant, sends an interim reply, and returns what was withdrawn. Article 24 charges officials with
    it and names no post.
4. Who decides on the merits
    The head or an authorised official; so too who explains a reply or corrects it. Article 27(2) says who signs the
    reply, not who takes the decision.
5. Who restores the term of filing
    The head or an authorised official of the body that considers the appeal. Article 22(3) names the body.
6. Who links a repeat
    The registrar, on receipt, or whoever decides where the appeal goes.
7. Who deals with a reception
    A registrar enters the request and puts it before the head; the head, an authorised official or an executor
    receives. Article 9(1) says: the head or other officials.
8. Who corrects what the file states wrongly
    The registrar, or whoever decides where the appeal goes: by one more record, with what shows it, from which on the
    file is read as it is. The Law sets the contents of the register (article 23(3)) and says nothing of mistakes in it.
    Who did something and what was done is corrected by nobody.
"""),
    basis=Basis.ASSUMED,
    unit="rule",
)
