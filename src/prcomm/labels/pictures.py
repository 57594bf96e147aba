"""What pictures say beside the names of things."""

from prcomm.core.sentences import Sentence
from prcomm.labels.tables import DRAFT, Names

IN_EACH = Sentence("in each of these states")
IN_EVERY = Sentence("in every state")
IN_STATES = Sentence("in: {states}")
BUT_IN = Sentence("in every state but: {states}")
BEGINS, ENDS = Sentence("begins here"), Sentence("ends here")
CLOCK_RUNS = Sentence("a deadline runs")
MEETS = Sentence("what the action meets")
FORBIDDEN = Sentence("the law forbids it")
FOR_KINDS = Sentence("only: {kinds}")
INSIDE = Sentence("inside: {part}")
RUNNING = Sentence("may run here: {deadlines}")
NOT_COUNTED = Sentence("not counted")
NOTHING = Sentence("nothing yet")

# fmt: off
NAMES: Names = (
    (IN_EACH,    "bu holatlarning har birida",              "в каждом из этих состояний", DRAFT),
    (IN_EVERY,   "har qanday holatda",                      "в любом состоянии", DRAFT),
    (IN_STATES,  "quyidagi holatlarda: {states}",           "в состояниях: {states}", DRAFT),
    (BUT_IN,     "quyidagilardan boshqa har qanday holatda: {states}", "в любом состоянии, кроме: {states}", DRAFT),
    (BEGINS,     "shu yerda boshlanadi",                    "начинается здесь", DRAFT),
    (ENDS,       "shu yerda tugaydi",                       "заканчивается здесь", DRAFT),
    (CLOCK_RUNS, "muddat oʻtmoqda",                         "идёт срок", DRAFT),
    (MEETS,      "harakat bilan bajariladigan muddat",      "срок, который исполняет действие", DRAFT),
    (FORBIDDEN,  "qonun taqiqlaydi",                        "запрещено законом", DRAFT),
    (FOR_KINDS,  "faqat: {kinds}",                          "только: {kinds}", DRAFT),
    (INSIDE,     "tarkibida: {part}",                       "внутри: {part}", DRAFT),
    (NOT_COUNTED, "hisoblanmagan",                         "не засчитан", DRAFT),
    (NOTHING,    "hali hech narsa yoʻq",                    "ещё ничего нет", DRAFT),
)
# fmt: on
