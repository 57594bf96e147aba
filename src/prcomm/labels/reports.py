"""The names of what the quarterly report counts."""

from prcomm.citizens.appeals import counts, reports
from prcomm.labels.tables import DRAFT, Names
from prcomm.law.rating import MINISTRY, RESOLUTION_40

# fmt: off
NAMES: Names = (
    (reports.ENTERED,          "kelib tushganlari",                                 "поступившее", DRAFT),
    (reports.APPEALS_RECEIVED, "murojaatlar",                                       "обращения", DRAFT),
    (reports.LETTERS,          "murojaat hisoblanmaydigan xatlar",                  "письма, не являющиеся обращениями", DRAFT),
    (reports.BY_KIND,          "kelib tushgan murojaatlar, turlari boʻyicha",       "поступившие обращения по видам", DRAFT),
    (reports.BY_FORM,          "kelib tushgan murojaatlar, shakllari boʻyicha",     "поступившие обращения по формам", DRAFT),
    (reports.BY_CHANNEL,       "kelib tushgan murojaatlar, kelish yoʻllari boʻyicha",
                               "поступившие обращения по каналам поступления", DRAFT),
    (reports.BY_RESULT,        "kelib tushgan murojaatlar, natijasi boʻyicha",      "поступившие обращения по результатам", DRAFT),
    (reports.CONSIDERED,       "koʻrib chiqilganlari",                              "рассмотренные", DRAFT),
    (reports.SATISFIED,        "qanoatlantirilganlari",                             "удовлетворённые", DRAFT),
    (reports.REFUSED,          "rad etilganlari",                                   "те, по которым отказано", DRAFT),
    (reports.EXPLAINED,        "tushuntirish berilganlari",                         "те, по которым даны разъяснения", DRAFT),
    (reports.ON_THE_SPOT,      "joyida hal etilganlari",                            "разрешённые на месте", DRAFT),
    (reports.LEFT,             "koʻrmasdan qoldirilganlari",                        "оставленные без рассмотрения", DRAFT),
    (reports.OTHER,            "boshqalari",                                        "иные", DRAFT),
    (reports.UNDER_WAY,        "koʻrib chiqilayotganlari",                          "находящиеся на рассмотрении", DRAFT),
    (reports.RECEIVED,         "qabulga kelganlari",                                "принятые на приёме", DRAFT),
    (reports.ADVISED,          "maslahat berilganlari",                             "получившие консультацию", DRAFT),
    (reports.ACCEPTED,         "murojaati qabul qilinganlari",                      "принятые к рассмотрению", DRAFT),
    (reports.REFUSED_OR_LEFT,  "rad etilgan yoki koʻrmasdan qoldirilganlari",
                               "те, в которых отказано, или оставленные без рассмотрения", DRAFT),
    (reports.REGISTERED,       "roʻyxatga olinganlari",                             "зарегистрированные", DRAFT),
    (reports.LATE,             "muddati buzilganlari",                              "рассмотренные с нарушением срока", DRAFT),
    (reports.REPEATED,         "takroriylari",                                      "повторные", DRAFT),
    (reports.LEAF,             "{whole}: {part}",                                   "{whole}: {part}", DRAFT),
    (reports.ARTICLE_35,       "{quarter}: 35-modda boʻyicha hisob, shu chorakda kelib tushganlari, {at} holatiga",
                               "{quarter}: учёт по статье 35 из поступившего за квартал, по состоянию на {at}", DRAFT),
    (reports.MINISTRY,         "{quarter}: vazirlik taqsimoti, shu chorakda kelib tushganlari, {at} holatiga",
                               "{quarter}: распределение министерства из поступившего за квартал, по состоянию на {at}", DRAFT),
    (reports.RATING,           "{quarter}: reyting koʻrsatkichlari, shu chorakda kelib tushganlari, {at} holatiga",
                               "{quarter}: показатели рейтинга из поступившего за квартал, по состоянию на {at}", DRAFT),
    (reports.COUNT,            "koʻrsatkich",                                       "показатель", DRAFT),
    (reports.NUMBER,           "soni",                                              "число", DRAFT),
    (reports.OF_ITS_TOTAL,     "jamidagi ulushi",                                   "доля в итоге", DRAFT),
    (reports.NOT_CLOSED,       "qismlari bilan farqi",                              "расхождение с частями", DRAFT),
    (counts.SHARE,             "{percent} % ({whole} tadan {part} tasi)",           "{percent} % ({part} из {whole})", DRAFT),
    (counts.NO_SHARE,          "foizsiz ({whole} tadan {part} tasi)",               "без процента ({part} из {whole})", DRAFT),
    (counts.MISSING,           "{count}: {whole} tadan {n} tasi hech bir qismga kirmagan",
                               "{count}: {n} из {whole} не вошло ни в одну часть|{count}: {n} из {whole} не вошли ни в одну часть|"
                               "{count}: {n} из {whole} не вошли ни в одну часть", DRAFT),
    (counts.TOO_MANY,          "{count}: qismlari yigʻindisi jami {whole} dan {n} taga koʻp",
                               "{count}: сумма частей больше итога {whole} на {n}", DRAFT),
    (RESOLUTION_40,            "VM 40",                                             "КМ 40", DRAFT),
    (MINISTRY,                 "Ichki ishlar vazirligi",                            "Министерство внутренних дел", DRAFT),
    ("the rating",             "reyting",                                           "рейтинг", DRAFT),
    ("receptions of nine months of 2024", "2024-yil toʻqqiz oyidagi qabullar",      "приёмы за девять месяцев 2024 года", DRAFT),
)
# fmt: on
