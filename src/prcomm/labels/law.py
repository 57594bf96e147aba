"""The names of the law: roles, enactments, figures, holidays."""

from prcomm.labels.tables import DRAFT, Names
from prcomm.law import civil_code, days_off, labour_code, liability, model_regulation, orq445, roles
from prcomm.law.house import HOUSE

# fmt: off
COUNTRY: Names = (("Uzbekistan", "Oʻzbekiston", "Узбекистан", DRAFT),)

ROLES: Names = (
    (roles.HEAD,           "davlat organi rahbari",               "руководитель госоргана", DRAFT),
    (roles.AUTHORISED,     "vakolat berilgan mansabdor shaxs",    "уполномоченное должностное лицо", DRAFT),
    (roles.EXECUTOR,       "ijrochi",                             "исполнитель", DRAFT),
    (roles.REGISTRAR,      "roʻyxatga oluvchi",                   "регистратор", DRAFT),
    (roles.APPELLANT,      "murojaat etuvchi",                    "заявитель", DRAFT),
    (roles.REPRESENTATIVE, "vakil",                               "представитель", DRAFT),
    (roles.OTHER_BODY,     "boshqa organ",                        "другой орган", DRAFT),
)

PLACES: Names = (
    # how a place in a source is named: by what the source calls its articles
    ("art. {article}",          "{article}-modda",                "ст. {article}", DRAFT),
    ("art. {article}({part})",  "{article}-modda {part}-qism",    "ст. {article} ч. {part}", DRAFT),
    ("rule {article}",          "{article}-qoida",                "правило {article}", DRAFT),
    ("on {article}",            "({article})",                    "({article})", DRAFT),
)

SOURCES: Names = (
    (orq445.ORQ445,                      "O‘RQ-445",                        "ЗРУ-445", DRAFT),
    (liability.ORQ586,                   "O‘RQ-586",                        "ЗРУ-586", DRAFT),
    (civil_code.CIVIL_CODE,              "Fuqarolik kodeksi",               "Гражданский кодекс", DRAFT),
    (labour_code.LABOUR_CODE,            "Mehnat kodeksi",                  "Трудовой кодекс", DRAFT),
    (liability.ADMINISTRATIVE_CODE,      "Maʼmuriy javobgarlik toʻgʻrisidagi kodeks",
                                         "Кодекс об административной ответственности", DRAFT),
    (liability.CRIMINAL_CODE,            "Jinoyat kodeksi",                 "Уголовный кодекс", DRAFT),
    (liability.PRESS,                    "matbuot xabarlari",               "сообщения печати", DRAFT),
    (model_regulation.MODEL_REGULATION,  "VM 341",                          "КМ 341", DRAFT),
    (HOUSE,                              "Ichki qoidalar",                  "Внутренние правила", DRAFT),
    (days_off.PF_270,                    "PF-270 (farmon)",                 "УП-270", DRAFT),
    (days_off.PF_58,                     "PF-58 (farmon)",                  "УП-58", DRAFT),
    (days_off.PF_213,                    "PF-213 (farmon)",                 "УП-213", DRAFT),
    (days_off.PF_257,                    "PF-257 (farmon)",                 "УП-257", DRAFT),
    (days_off.PQ_124,                    "PQ-124 (qaror)",                  "ПП-124", DRAFT),
    (days_off.PQ_106,                    "PQ-106 (qaror)",                  "ПП-106", DRAFT),
    (days_off.PQ_194,                    "PQ-194 (qaror)",                  "ПП-194", DRAFT),
    (days_off.NEW_YEAR_2025,             "24.12.2024 dagi qaror",           "постановление от 24.12.2024", DRAFT),
    (days_off.RAMAZON_2023,              "20.04.2023 dagi qaror",           "постановление от 20.04.2023", DRAFT),
    (days_off.QURBON_2023,               "19.06.2023 dagi qaror",           "постановление от 19.06.2023", DRAFT),
    (days_off.RAMAZON_2024,              "08.04.2024 dagi qaror",           "постановление от 08.04.2024", DRAFT),
    (days_off.QURBON_2024,               "11.06.2024 dagi qaror",           "постановление от 11.06.2024", DRAFT),
    (days_off.QURBON_2025,               "31.05.2025 da xabar qilingan qaror", "постановление, о котором сообщено 31.05.2025", DRAFT),
    ("days off",                         "dam olish kunlari",               "нерабочие дни", DRAFT),
    ("forms and channels",               "shakllar va yoʻllar",             "формы и каналы", DRAFT),
    ("video reception",                  "videoqabul",                      "видеоприём", DRAFT),
    ("the amounts of fines",             "jarimalar miqdori",               "размеры штрафов", DRAFT),
    ("the base unit",                    "bazaviy hisoblash miqdori",       "базовая расчётная величина", DRAFT),
    ("a Reform",                         "sinovdagi oʻzgartirish",          "пробная поправка", DRAFT),
    ("on trial",                         "sinovda",                         "на пробу", DRAFT),
)

DAYS_OFF: Names = (
    (days_off.EXTRA,            "qoʻshimcha dam olish kuni",                   "дополнительный нерабочий день", DRAFT),
    (days_off.WORKED,           "ish kuni: dam olish {day} ga koʻchirilgan",   "рабочий день: отдых перенесён на {day}", DRAFT),
    (days_off.MOVED,            "{day} shanbadan koʻchirilgan dam olish",      "отдых, перенесённый с субботы {day}", DRAFT),
    (days_off.IN_DOUBT,         "shanba, shubhali: PF-270 uni 24.04 evaziga ish kuni qilgan, PF-58 esa 24.04 ni barchaga qoʻshimcha dam "
                                "olish kuni qildi; shanba qaytarilgani oʻqilmagan",
                                "суббота, под вопросом: УП-270 сделал её рабочей за 24.04, а УП-58 сделал 24.04 дополнительным "
                                "нерабочим днём для всех; что субботу вернули, не прочитано", DRAFT),
    (days_off.FOR_FIVE_ALONE,   "{instead}; xabarga koʻra PF-257 faqat besh kunlik haftani aytadi",
                                "{instead}; УП-257, по сообщениям, называет только пятидневную неделю", DRAFT),
    ("New Year",                      "Yangi yil",                             "Новый год", DRAFT),
    ("Women's Day",                   "Xotin-qizlar kuni",                     "Международный женский день", DRAFT),
    ("Navroʻz",                       "Navroʻz bayrami",                       "Навруз", DRAFT),
    ("Day of Remembrance and Honour", "Xotira va qadrlash kuni",               "День памяти и почестей", DRAFT),
    ("Independence Day",              "Mustaqillik kuni",                      "День независимости", DRAFT),
    ("Teachers' and Mentors' Day",    "Oʻqituvchi va murabbiylar kuni",        "День учителя и наставника", DRAFT),
    ("Constitution Day",              "Konstitutsiya kuni",                    "День Конституции", DRAFT),
    ("Ramazon hayit",                 "Ramazon hayiti",                        "Рамазан хайит", DRAFT),
    ("Qurbon hayit",                  "Qurbon hayiti",                         "Курбан хайит", DRAFT),
)

VALUES: Names = (
    (orq445.DAYS_TO_CONSIDER,         "ariza yoki shikoyatni koʻrib chiqish kunlari", "дней на рассмотрение заявления или жалобы", DRAFT),
    (orq445.MONTHS_WITH_STUDY,        "oʻrganish talab etiladigan ariza yoki shikoyatni koʻrib chiqish oylari",
                                      "месяцев на рассмотрение заявления или жалобы, требующих изучения", DRAFT),
    (orq445.MONTHS_OF_EXTENSION,      "rahbar muddatni koʻpi bilan uzaytirishi mumkin boʻlgan oylar",
                                      "месяцев, на которые руководитель вправе продлить срок, не более", DRAFT),
    (orq445.MONTHS_FOR_A_PROPOSAL,    "taklifni koʻrib chiqish oylari",               "месяцев на рассмотрение предложения", DRAFT),
    (orq445.DAYS_TO_TELL_OF_STUDY,    "taklif oʻrganilishi haqida xabar berish kunlari",
                                      "дней на сообщение о том, что предложение требует изучения", DRAFT),
    (orq445.DAYS_TO_FORWARD,          "murojaatni vakolatli organga yuborish kunlari", "дней на пересылку обращения по принадлежности", DRAFT),
    (orq445.DAYS_TO_RETURN,           "yuborib boʻlmaydigan murojaatni qaytarish kunlari",
                                      "дней на возврат обращения, которое нельзя переслать", DRAFT),
    (orq445.DAYS_TO_GIVE_INFORMATION, "boshqa organ maʼlumot berishi uchun kunlar",   "дней другому органу на сообщение сведений", DRAFT),
    (orq445.DAYS_TO_RETURN_WITHDRAWN, "chaqirib olingan murojaatni qaytarish kunlari", "дней на возврат отозванного обращения", DRAFT),
    (orq445.DAYS_TO_CLARIFY,          "javobni tushuntirish yoki tuzatish kunlari",   "дней на разъяснение или исправление ответа", DRAFT),
    (orq445.MONTHS_TO_FILE,           "yuqori organga murojaat qilish oylari",        "месяцев на обращение в вышестоящий орган", DRAFT),
    (orq445.MONTHS_OF_A_SUMMARY,      "murojaatlar umumlashtiriladigan oylar",        "месяцев, за которые обобщаются обращения", DRAFT),
    (orq445.YEARS_OF_TRAINING,        "xodimlar koʻpi bilan qayta oʻqitiladigan yillar",
                                      "лет, не реже которых переобучаются работники", DRAFT),
    ("working days to put a request for a video reception before the head",
                                      "videoqabul soʻrovini rahbarga taqdim etish ish kunlari",
                                      "рабочих дней на представление руководителю просьбы о видеоприёме", DRAFT),
    ("which day binds when the last day of a term is a day off",
                                      "muddatning oxirgi kuni dam olish kuniga toʻgʻri kelsa, qaysi kun amal qiladi",
                                      "какой день действует, если последний день срока нерабочий", DRAFT),
)
# fmt: on
NAMES: Names = (*COUNTRY, *ROLES, *PLACES, *SOURCES, *DAYS_OFF, *VALUES)
