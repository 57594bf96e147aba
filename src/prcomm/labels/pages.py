"""What the pages of the reference say beside the names of things."""

from prcomm.core.sentences import Sentence
from prcomm.labels.tables import DRAFT, Names

STATES, ACTIONS, ROLES = Sentence("states"), Sentence("actions"), Sentence("who acts")
TRANSITIONS, DEADLINES, GUARDS = Sentence("transitions"), Sentence("deadlines"), Sentence("guards")
PICTURE = Sentence("the whole at a glance")
UNDER_LAW = Sentence("under: {law}")
PART_STATES = Sentence("states inside: {part}")
NUMBER, CODE, CALLED = Sentence("no."), Sentence("in the code"), Sentence("what it is called")
MAY_BE_DONE, MAY_RUN = Sentence("what may be done"), Sentence("what may run")
CARRIES, WHERE_ROWS = Sentence("what it carries"), Sentence("where it stands")
SINCE, UNTIL = Sentence("since"), Sentence("until")
ENDED_BY, MOVED_BY, PAUSED_BY = Sentence("ended by"), Sentence("moved by"), Sentence("paused by")
PROVIDED_THAT, KINDS_ONLY = Sentence("provided that"), Sentence("of which kind")
EXAMPLE = Sentence("worked example")
EXAMPLE_OF = Sentence("begun on {at}; a week of {n} working days")
FOR_WHICH = Sentence("{kinds}: until when")
NO_EXAMPLE = Sentence("nothing is owed from what can be made up for an example")
ASKS, REMEDY, USED_BY = Sentence("what it asks"), Sentence("what would meet it"), Sentence("which rows ask it")
BASIS = Sentence("how it is known")
ALL_DRAFTS = Sentence("the words on this page are a working translation that nobody reviewed, save those marked ‡")

BEGUN_ON, WHAT_IT_IS = Sentence("received on"), Sentence("what it is")
WHAT_HOUR, BEFORE_CLOSING, AFTER_CLOSING = (
    Sentence("at what hour"),
    Sentence("before closing"),
    Sentence("after closing"),
)
WHICH_WEEK = Sentence("working days in a week")
WHO_LENGTHENS, NOBODY = Sentence("who may lengthen it, and under which article"), Sentence("nobody")
OUTSIDE = Sentence("there is an answer for each day from {first} to {last}")
NEEDS_SCRIPTS = Sentence("this page looks its answers up with JavaScript, which is off")
UNTIL_WHEN = Sentence("until when?")

# fmt: off
NAMES: Names = (
    (STATES,        "holatlar",                            "состояния", DRAFT),
    (ACTIONS,       "harakatlar",                          "действия", DRAFT),
    (ROLES,         "kim ish tutadi",                      "кто действует", DRAFT),
    (TRANSITIONS,   "oʻtishlar",                           "переходы", DRAFT),
    (DEADLINES,     "muddatlar",                           "сроки", DRAFT),
    (GUARDS,        "shartlar",                            "условия", DRAFT),
    (PICTURE,       "umumiy koʻrinish",                    "всё сразу", DRAFT),
    (UNDER_LAW,     "qonunchilik: {law}",                  "законодательство: {law}", DRAFT),
    (PART_STATES,   "ichki holatlar: {part}",              "состояния внутри: {part}", DRAFT),
    (NUMBER,        "t/r",                                 "№", DRAFT),
    (CODE,          "kodda",                               "в коде", DRAFT),
    (CALLED,        "nomi",                                "название", DRAFT),
    (MAY_BE_DONE,   "nima qilish mumkin",                  "что можно сделать", DRAFT),
    (MAY_RUN,       "qaysi muddat oʻtishi mumkin",         "какие сроки могут идти", DRAFT),
    (CARRIES,       "tarkibi",                             "что содержит", DRAFT),
    (WHERE_ROWS,    "jadvaldagi oʻrni",                    "место в таблице", DRAFT),
    (SINCE,         "qachondan",                           "с какого дня", DRAFT),
    (UNTIL,         "qachongacha",                         "до какого дня", DRAFT),
    (ENDED_BY,      "nima bilan tugaydi",                  "чем прекращается", DRAFT),
    (MOVED_BY,      "nima bilan suriladi",                 "чем переносится", DRAFT),
    (PAUSED_BY,     "nima bilan toʻxtatib turiladi",       "чем приостанавливается", DRAFT),
    (PROVIDED_THAT, "qaysi shartda",                       "при каком условии", DRAFT),
    (KINDS_ONLY,    "qaysi turi uchun",                    "для какого вида", DRAFT),
    (EXAMPLE,       "misol",                               "пример", DRAFT),
    (EXAMPLE_OF,    "{at} da boshlangan; haftada {n} ish kuni", "начало: {at}; рабочих дней в неделе: {n}", DRAFT),
    (FOR_WHICH,     "{kinds}: qachongacha",                "{kinds}: до какого дня", DRAFT),
    (NO_EXAMPLE,    "misol uchun oʻylab topilgan maʼlumotlardan hech narsa talab etilmaydi",
                    "из придуманного для примера ничего не следует", DRAFT),
    (ASKS,          "nima talab etiladi",                  "чего требует", DRAFT),
    (REMEDY,        "nima qilish kerak",                   "что для этого нужно", DRAFT),
    (USED_BY,       "qaysi qatorlarda",                    "в каких строках", DRAFT),
    (BASIS,         "asosi",                               "на чём основано", DRAFT),
    (BEGUN_ON,      "kelib tushgan kuni",                  "день поступления", DRAFT),
    (WHAT_IT_IS,    "turi",                                "вид обращения", DRAFT),
    (WHAT_HOUR,     "qaysi vaqtda",                        "в какое время", DRAFT),
    (BEFORE_CLOSING, "ish vaqti tugagunicha",              "до конца рабочего времени", DRAFT),
    (AFTER_CLOSING, "ish vaqti tugagach",                  "после рабочего времени", DRAFT),
    (WHICH_WEEK,    "haftadagi ish kunlari",               "рабочих дней в неделе", DRAFT),
    (WHO_LENGTHENS, "muddatni kim va qaysi modda boʻyicha uzaytirishi mumkin",
                    "кто и по какой статье может продлить срок", DRAFT),
    (NOBODY,        "hech kim",                            "никто", DRAFT),
    (OUTSIDE,       "javob {first} dan {last} gacha boʻlgan har bir kun uchun bor",
                    "ответ есть на каждый день с {first} по {last}", DRAFT),
    (NEEDS_SCRIPTS, "bu sahifa javobni JavaScript yordamida topadi, u esa oʻchirilgan",
                    "страница находит ответ с помощью JavaScript, а он выключен", DRAFT),
    (UNTIL_WHEN,    "qachongacha?",                        "до какого дня?", DRAFT),
    (ALL_DRAFTS,    "‡ belgisi qoʻyilganlardan boshqa soʻzlar hech kim tekshirmagan ishchi tarjimadir",
                    "слова без знака ‡ на этой странице – рабочий перевод, который никто не проверял", DRAFT),
)
# fmt: on
