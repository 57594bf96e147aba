"""Names of your own in Uzbek and Russian, of the book loan and of the permit register: python examples/own_names.py"""

import book_loan
import permit_register

from prcomm.adapters.diagrams import mermaid
from prcomm.labels import DRAFT, LABELS, Lang, Names

# fmt: off
NAMES: Names = (
    # of what                         in Uzbek                         in Russian                       known as
    ("loan",                          "kitob berish",                  "выдача книги",                  DRAFT),
    (book_loan.Loan,                  "kitob berish",                  "выдача книги",                  DRAFT),
    (book_loan.LoanState.LENT,        "berilgan",                      "выдана",                        DRAFT),
    (book_loan.LoanState.RETURNED,    "qaytarib olingan",              "возвращена",                    DRAFT),
    (book_loan.LIBRARIAN,             "kutubxonachi",                  "библиотекарь",                  DRAFT),
    (book_loan.READER,                "kitobxon",                      "читатель",                      DRAFT),
    (book_loan.Lend,                  "kitob berish",                  "выдать",                        DRAFT),
    (book_loan.Renew,                 "muddatni choʻzish",             "продлить",                      DRAFT),
    (book_loan.Return,                "kitobni qaytarib olish",        "принять обратно",               DRAFT),
    ("a loan is renewed once",        "muddat bir marta choʻziladi",   "выдача продлевается один раз",  DRAFT),
    ("the library",                   "kutubxona",                     "библиотека",                    DRAFT),
    ("Library rules",                 "Kutubxona qoidalari",           "Правила библиотеки",            DRAFT),
    ("permit",                        "ruxsatnoma",                    "разрешение",                    DRAFT),
    (permit_register.Permit,          "ruxsatnoma",                    "разрешение",                    DRAFT),
    (permit_register.PermitState.OPEN,  "koʻrilmoqda",                 "в работе",                      DRAFT),
    (permit_register.PermitState.ENDED, "yakunlangan",                 "завершено",                     DRAFT),
    (permit_register.OFFICIAL,        "masʼul shaxs",                  "ответственное лицо",            DRAFT),
    (permit_register.Receive,         "qabul qilish",                  "принять",                       DRAFT),
    (permit_register.Step,            "ish bosqichini qayd etish",     "отметить шаг",                  DRAFT),
    (permit_register.End,             "yakunlash",                     "завершить",                     DRAFT),
    ("end",                           "yakunlash muddati",             "срок завершения",               DRAFT),
    ("the municipality",              "shahar maʼmuriyati",            "муниципалитет",                 DRAFT),
    ("Permit register",               "Ruxsatnomalar reyestri",        "Реестр разрешений",             DRAFT),
)
# fmt: on

OWN = LABELS.extended(NAMES)
"""The names of the library and these."""


def main() -> None:
    """The book loan in Russian, as a Mermaid diagram."""
    print(mermaid(book_loan.LOAN, OWN.say(Lang.RU)))


if __name__ == "__main__":
    main()
