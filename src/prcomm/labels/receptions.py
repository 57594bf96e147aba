"""The names of the reception of persons."""

from prcomm.citizens import receptions
from prcomm.citizens.receptions import Reception, ReceptionKind, ReceptionState
from prcomm.labels.tables import DRAFT, Names

# fmt: off
NAMES: Names = (
    (ReceptionState.ASKED,            "qabul soʻralgan",                    "приём запрошен", DRAFT),
    (ReceptionState.REGISTERED,       "soʻrov roʻyxatdan oʻtkazilgan",      "просьба зарегистрирована", DRAFT),
    (ReceptionState.PUT_BEFORE_HEAD,  "rahbarga taqdim etilgan",            "представлено руководителю", DRAFT),
    (ReceptionState.HELD,             "qabul oʻtkazilgan",                  "приём проведён", DRAFT),
    (ReceptionState.REFUSED,          "qabul rad etilgan",                  "в приёме отказано", DRAFT),
    (ReceptionKind.PERSONAL,          "shaxsiy",                            "личный", DRAFT),
    (ReceptionKind.VIDEO,             "video orqali",                       "по видеосвязи", DRAFT),
    (receptions.AskReception,         "qabulni soʻrash",                    "просить о приёме", DRAFT),
    (receptions.RegisterRequest,      "soʻrovni roʻyxatdan oʻtkazish",      "зарегистрировать просьбу", DRAFT),
    (receptions.PutBeforeHead,        "rahbarga taqdim etish",              "представить руководителю", DRAFT),
    (receptions.HoldReception,        "qabul oʻtkazish",                    "провести приём", DRAFT),
    (receptions.ExplainWhereToTurn,   "qayerga murojaat qilishni tushuntirish", "разъяснить, куда обратиться", DRAFT),
    (receptions.RefuseReception,      "qabulni rad etish",                  "отказать в приёме", DRAFT),
    ("the request says who, how to reach them, when, in which language and on what",  "soʻrovda kim, qanday bogʻlanish, qachon, qaysi tilda va nima haqida ekani aytiladi",
                                      "в просьбе сказано, кто, как с ним связаться, когда, на каком языке и о чём", DRAFT),
    ("the request is registered under a number",       "soʻrov raqam ostida roʻyxatdan oʻtkaziladi", "просьба регистрируется под номером", DRAFT),
    ("a document of identity is shown, save at a public reception",    "ommaviy qabuldan tashqari shaxsni tasdiqlovchi hujjat koʻrsatiladi",
                                      "предъявляется документ, удостоверяющий личность, кроме публичного приёма", DRAFT),
    ("a representative shows their authority, save at a public reception",   "ommaviy qabuldan tashqari vakil vakolatini koʻrsatadi",
                                      "представитель предъявляет полномочия, кроме публичного приёма", DRAFT),
    ("it is recorded only by decision of the head, and the person is told", "faqat rahbar qarori bilan va shaxs xabardor qilinib yozib olinadi",
                                      "запись ведётся только по решению руководителя, и лицо об этом уведомлено", DRAFT),
    ("it is said which body to turn to",        "qaysi organga murojaat qilish aytiladi", "названо, к какому органу обратиться", DRAFT),
    ("it is refused only if an earlier appeal of the same nature was decided and the person told",
     "faqat xuddi shunday oldingi murojaat boʻyicha qaror qabul qilinib, shaxs xabardor qilingan boʻlsa rad etiladi",
     "отказывают, только если по такому же прежнему обращению решение принято и лицо уведомлено", DRAFT),
    ("that earlier appeal was of the same person",   "oʻsha oldingi murojaat xuddi shu shaxsniki", "то прежнее обращение подано тем же лицом", DRAFT),
    ("video_request",                 "videoqabul soʻrovini taqdim etish muddati",
                                      "срок представления просьбы о видеоприёме", DRAFT),
    ("reception",                     "qabul",                              "приём", DRAFT),
    (Reception,                       "shaxsni qabul qilish",               "приём лица", DRAFT),
)
# fmt: on
