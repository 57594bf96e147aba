"""What the command line itself says, and its names in Uzbek and Russian."""

from prcomm.core.sentences import Sentence
from prcomm.labels.tables import DRAFT, Names

PROCESSES = Sentence("processes")
PROCESS, LAW = Sentence("process"), Sentence("law")
STEPS = Sentence("step by step")
ACCEPTED, REFUSED = Sentence("accepted"), Sentence("refused")
BECAME = Sentence("what became of it")
STANDS = Sentence("{process} {id}: {state}, version {version}, as of {at}")
NOT_BEGUN = Sentence("{process}: nothing has begun it")
REFUSED_STEPS = Sentence("{n} step refused|{n} steps refused")
FOR = Sentence("{due}: {kinds}")
NOTHING_OWED = Sentence("nothing is owed from that day with what was given")
CASES = Sentence("{n} case|{n} cases")
LINES = Sentence("{n} line|{n} lines")
LEFT_OUT = Sentence("{n} line left out by the mapping|{n} lines left out by the mapping")
AUDITED = Sentence("{process}, audited as of {at}")
FINDINGS = Sentence("{n} finding|{n} findings")
HOW_MANY = Sentence("how many")
CASE, LINE = Sentence("case"), Sentence("line")

# fmt: off
NAMES: Names = (
    (PROCESSES,     "jarayonlar",                                        "процессы", DRAFT),
    (PROCESS,       "jarayon",                                           "процесс", DRAFT),
    (LAW,           "qonunchilik",                                       "законодательство", DRAFT),
    (STEPS,         "bosqichma-bosqich",                                 "шаг за шагом", DRAFT),
    (ACCEPTED,      "qabul qilindi",                                     "принято", DRAFT),
    (REFUSED,       "rad etildi",                                        "отказано", DRAFT),
    (BECAME,        "natija",                                            "результат", DRAFT),
    (STANDS,        "{process} {id}: {state}, {version}-versiya, {at} holatiga",
                    "{process} {id}: {state}, версия {version}, по состоянию на {at}", DRAFT),
    (NOT_BEGUN,     "{process}: hali boshlanmagan",                      "{process}: ничем не начато", DRAFT),
    (REFUSED_STEPS, "{n} ta amal rad etildi",
                    "отказано в {n} действии|отказано в {n} действиях|отказано в {n} действиях", DRAFT),
    (FOR,           "{due}: {kinds}",                                    "{due}: {kinds}", DRAFT),
    (NOTHING_OWED,  "berilgan maʼlumotlar boʻyicha shu kundan hech qanday muddat oʻtmaydi",
                    "по указанным данным с этого дня ни один срок не течёт", DRAFT),
    (AUDITED,       "{process}: {at} holatiga tekshirildi",              "{process}: проверено по состоянию на {at}", DRAFT),
    (CASES,         "{n} ta ish",                                        "{n} дело|{n} дела|{n} дел", DRAFT),
    (LINES,         "{n} ta satr",                                       "{n} строка|{n} строки|{n} строк", DRAFT),
    (LEFT_OUT,      "moslama boʻyicha {n} ta satr hisobga olinmadi",
                    "по настройке пропущена {n} строка|по настройке пропущено {n} строки|"
                    "по настройке пропущено {n} строк", DRAFT),
    (FINDINGS,      "{n} ta aniqlangan holat",                           "{n} замечание|{n} замечания|{n} замечаний", DRAFT),
    (HOW_MANY,      "soni",                                              "количество", DRAFT),
    (CASE,          "ish",                                               "дело", DRAFT),
    (LINE,          "satr",                                              "строка", DRAFT),
)
# fmt: on
