"""The vocabulary of the wings, built and to come: the terms of the glossaries, as they have them.

None of these was reviewed: they are working translations. Which terms are the law's own, the tables of the wings say.
"""

from prcomm.labels.tables import DRAFT, Names

# fmt: off
APPEALS: Names = (
    ("appeal",                               "murojaat",                                "обращение", DRAFT),
    ("application",                          "ariza",                                   "заявление", DRAFT),
    ("proposal",                             "taklif",                                  "предложение", DRAFT),
    ("complaint",                            "shikoyat",                                "жалоба", DRAFT),
    ("oral / written / electronic",          "ogʻzaki / yozma / elektron",              "устное / письменное / электронное", DRAFT),
    ("appellant",                            "murojaat etuvchi (qiluvchi)",             "обратившийся / заявитель", DRAFT),
    ("individual / legal entity",            "jismoniy / yuridik shaxs",                "физическое / юридическое лицо", DRAFT),
    ("collective",                           "jamoaviy",                                "коллективное", DRAFT),
    ("anonymous",                            "anonim",                                  "анонимное", DRAFT),
    ("repeat",                               "takroriy",                                "повторное", DRAFT),
    ("duplicate",                            "dublikat",                                "дубликат", DRAFT),
    ("head of the body",                     "davlat organi rahbari",                   "руководитель госоргана", DRAFT),
    ("authorised official",                  "vakolat berilgan mansabdor shaxs",        "уполномоченное должностное лицо", DRAFT),
    ("executor",                             "ijrochi",                                 "исполнитель", DRAFT),
    ("conclusion (on leaving)",              "xulosa",                                  "заключение", DRAFT),
    ("withdrawal",                           "chaqirib olish",                          "отзыв", DRAFT),
    ("interim reply",                        "oraliq javob",                            "промежуточный ответ", DRAFT),
    ("ending correspondence",                "yozishmalarni tugatish",                  "прекращение переписки", DRAFT),
    ("personal / mobile / public reception", "shaxsiy / sayyor / ommaviy qabul",        "личный / выездной / публичный (массовый) приём", DRAFT),
    ("video conference",                     "videokonferensaloqa",                     "видеоконференцсвязь", DRAFT),
    ("People's Reception",                   "Xalq qabulxonasi",                        "Народная приёмная", DRAFT),
    ("Virtual Reception",                    "Virtual qabulxona",                       "Виртуальная приёмная", DRAFT),
    ("trust telephone",                      "ishonch telefoni",                        "телефон доверия", DRAFT),
    ("hearing",                              "eshitish",                                "заслушивание", DRAFT),
    ("on-site study",                        "joyiga chiqib koʻrib chiqish",            "рассмотрение с выездом на место", DRAFT),
)
"""Of appeals and receptions."""

COUNCILS: Names = (
    ("public council",                       "jamoatchilik kengashi",                   "общественный совет", DRAFT),
    ("advisory body",                        "maslahat-kengash organi",                 "консультативно-совещательный орган", DRAFT),
    ("on a public (unpaid) basis",           "jamoatchilik asosida",                    "на общественных началах", DRAFT),
    ("public oversight / control",           "jamoatchilik nazorati",                   "общественный контроль", DRAFT),
    ("subject of oversight",                 "jamoatchilik nazorati subyekti",          "субъект общественного контроля", DRAFT),
    ("appeal and enquiry",                   "murojaat va soʻrov",                      "обращение и запрос", DRAFT),
    ("open collegial meeting",               "ochiq hayʼat majlisi",                    "открытое коллегиальное заседание", DRAFT),
    ("public discussion",                    "jamoatchilik muhokamasi",                 "общественное обсуждение", DRAFT),
    ("public hearing",                       "jamoatchilik eshituvi",                   "общественное слушание", DRAFT),
    ("public monitoring",                    "jamoatchilik monitoringi",                "общественный мониторинг", DRAFT),
    ("public expertise",                     "jamoatchilik ekspertizasi",               "общественная экспертиза", DRAFT),
    ("study of public opinion",              "jamoatchilik fikrini oʻrganish",          "изучение общественного мнения", DRAFT),
    ("hearing of officials' report",         "mansabdor shaxs hisobotini eshitish",     "заслушивание отчёта должностного лица", DRAFT),
    ("final document",                       "yakuniy hujjat",                          "итоговый документ", DRAFT),
    ("minutes / conclusion / note",          "bayonnoma / xulosa / maʼlumotnoma",       "протокол / заключение / справка", DRAFT),
    ("recommendation",                       "tavsiya",                                 "рекомендация", DRAFT),
    ("chair / deputy / secretary / member",  "rais / rais oʻrinbosari / kotib / aʼzo",  "председатель / зам. / секретарь / член", DRAFT),
    ("press service / press group",          "matbuot xizmati / matbuot guruhi",        "пресс-служба / пресс-группа", DRAFT),
    ("briefing",                             "brifing",                                 "брифинг", DRAFT),
    ("mandatory feedback",                   "majburiy fikr-mulohaza (qayta aloqa)",    "обязательная обратная связь", DRAFT),
    ("prevention inspector",                 "profilaktika inspektori",                 "инспектор профилактики", DRAFT),
    ("Kengash of deputies",                  "xalq deputatlari Kengashi",               "Кенгаш народных депутатов", DRAFT),
)
"""Of public councils and oversight."""

MEDIA: Names = (
    ("press service",                        "matbuot xizmati / axborot xizmati",       "пресс-служба / информационная служба", DRAFT),
    ("press secretary",                      "matbuot kotibi",                          "пресс-секретарь", DRAFT),
    ("press group",                          "matbuot guruhi",                          "пресс-группа", DRAFT),
    ("press release",                        "press-reliz, xabarnoma",                  "пресс-релиз", DRAFT),
    ("statement / official response",        "bayonot / rasmiy munosabat",              "заявление / официальная реакция", DRAFT),
    ("press conference",                     "matbuot anjumani",                        "пресс-конференция", DRAFT),
    ("open dialogue",                        "ochiq muloqot",                           "открытый диалог", DRAFT),
    ("meeting",                              "uchrashuv",                               "встреча", DRAFT),
    ("request",                              "soʻrov",                                  "запрос", DRAFT),
    ("mass media",                           "ommaviy axborot vositalari",              "СМИ", DRAFT),
    ("editorial office",                     "tahririyat",                              "редакция", DRAFT),
    ("accreditation",                        "akkreditatsiya",                          "аккредитация", DRAFT),
    ("certificate",                          "guvohnoma",                               "удостоверение", DRAFT),
    ("refutation",                           "raddiya",                                 "опровержение", DRAFT),
    ("reply",                                "javob",                                   "ответ", DRAFT),
    ("correction",                           "tuzatish",                                "исправление", DRAFT),
    ("refusal",                              "rad etish",                               "отказ", DRAFT),
    ("extension",                            "muddatni uzaytirish",                     "продление", DRAFT),
    ("embargo",                              "embargo",                                 "эмбарго", DRAFT),
    ("holding line",                         "dastlabki axborot",                       "первичное сообщение", DRAFT),
    ("crisis communication",                 "inqirozli vaziyatda kommunikatsiya",      "кризисная коммуникация", DRAFT),
    ("resonant event",                       "jamoatchilikda rezonans uygʻotgan voqea", "резонансное событие", DRAFT),
    ("monitoring",                           "monitoring",                              "мониторинг", DRAFT),
    ("methodological help",                  "tashkiliy-uslubiy yordam",                "организационно-методическая помощь", DRAFT),
)
"""Of press services and the media."""
# fmt: on
NAMES: Names = (*APPEALS, *COUNCILS, *MEDIA)
