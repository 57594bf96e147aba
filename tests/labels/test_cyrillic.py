"""Uzbek Cyrillic from Uzbek Latin: the pairs of the glossaries, and the rules one by one."""

import re

import pytest

from prcomm.labels import cyrillic as rules
from prcomm.labels.cyrillic import TOGETHER, cyrillic
from prcomm.labels.spellings import EXCEPTIONS, STEMS

# fmt: off
GLOSSARIES = (
    ("murojaat",                                 "мурожаат"),
    ("ariza",                                    "ариза"),
    ("taklif",                                   "таклиф"),
    ("shikoyat",                                 "шикоят"),
    ("ogʻzaki / yozma / elektron",               "оғзаки / ёзма / электрон"),
    ("murojaat etuvchi (qiluvchi)",              "мурожаат этувчи (қилувчи)"),
    ("jismoniy / yuridik shaxs",                 "жисмоний / юридик шахс"),
    ("jamoaviy",                                 "жамоавий"),
    ("anonim",                                   "аноним"),
    ("takroriy",                                 "такрорий"),
    ("dublikat",                                 "дубликат"),
    ("davlat organi rahbari",                    "давлат органи раҳбари"),
    ("vakolat berilgan mansabdor shaxs",         "ваколат берилган мансабдор шахс"),
    ("ijrochi",                                  "ижрочи"),
    ("xulosa",                                   "хулоса"),
    ("chaqirib olish",                           "чақириб олиш"),
    ("oraliq javob",                             "оралиқ жавоб"),
    ("yozishmalarni tugatish",                   "ёзишмаларни тугатиш"),
    ("shaxsiy / sayyor / ommaviy qabul",         "шахсий / сайёр / оммавий қабул"),
    ("videokonferensaloqa",                      "видеоконференцалоқа"),
    ("Xalq qabulxonasi",                         "Халқ қабулхонаси"),
    ("Virtual qabulxona",                        "Виртуал қабулхона"),
    ("ishonch telefoni",                         "ишонч телефони"),
    ("eshitish",                                 "эшитиш"),
    ("joyiga chiqib koʻrib chiqish",             "жойига чиқиб кўриб чиқиш"),
    ("jamoatchilik kengashi",                    "жамоатчилик кенгаши"),
    ("maslahat-kengash organi",                  "маслаҳат-кенгаш органи"),
    ("jamoatchilik asosida",                     "жамоатчилик асосида"),
    ("jamoatchilik nazorati",                    "жамоатчилик назорати"),
    ("jamoatchilik nazorati subyekti",           "жамоатчилик назорати субъекти"),
    ("murojaat va soʻrov",                       "мурожаат ва сўров"),
    ("ochiq hayʼat majlisi",                     "очиқ ҳайъат мажлиси"),
    ("jamoatchilik muhokamasi",                  "жамоатчилик муҳокамаси"),
    ("jamoatchilik eshituvi",                    "жамоатчилик эшитуви"),
    ("jamoatchilik monitoringi",                 "жамоатчилик мониторинги"),
    ("jamoatchilik ekspertizasi",                "жамоатчилик экспертизаси"),
    ("jamoatchilik fikrini oʻrganish",           "жамоатчилик фикрини ўрганиш"),
    ("mansabdor shaxs hisobotini eshitish",      "мансабдор шахс ҳисоботини эшитиш"),
    ("yakuniy hujjat",                           "якуний ҳужжат"),
    ("bayonnoma / xulosa / maʼlumotnoma",        "баённома / хулоса / маълумотнома"),
    ("tavsiya",                                  "тавсия"),
    ("rais / rais oʻrinbosari / kotib / aʼzo",   "раис / раис ўринбосари / котиб / аъзо"),
    ("matbuot xizmati / matbuot guruhi",         "матбуот хизмати / матбуот гуруҳи"),
    ("brifing",                                  "брифинг"),
    ("majburiy fikr-mulohaza (qayta aloqa)",     "мажбурий фикр-мулоҳаза (қайта алоқа)"),
    ("profilaktika inspektori",                  "профилактика инспектори"),
    ("xalq deputatlari Kengashi",                "халқ депутатлари Кенгаши"),
    ("matbuot xizmati / axborot xizmati",        "матбуот хизмати / ахборот хизмати"),
    ("matbuot kotibi",                           "матбуот котиби"),
    ("matbuot guruhi",                           "матбуот гуруҳи"),
    ("press-reliz, xabarnoma",                   "пресс-релиз, хабарнома"),
    ("bayonot / rasmiy munosabat",               "баёнот / расмий муносабат"),
    ("matbuot anjumani",                         "матбуот анжумани"),
    ("ochiq muloqot",                            "очиқ мулоқот"),
    ("uchrashuv",                                "учрашув"),
    ("soʻrov",                                   "сўров"),
    ("ommaviy axborot vositalari",               "оммавий ахборот воситалари"),
    ("tahririyat",                               "таҳририят"),
    ("akkreditatsiya",                           "аккредитация"),
    ("guvohnoma",                                "гувоҳнома"),
    ("raddiya",                                  "раддия"),
    ("javob",                                    "жавоб"),
    ("tuzatish",                                 "тузатиш"),
    ("rad etish",                                "рад этиш"),
    ("muddatni uzaytirish",                      "муддатни узайтириш"),
    ("embargo",                                  "эмбарго"),
    ("dastlabki axborot",                        "дастлабки ахборот"),
    ("inqirozli vaziyatda kommunikatsiya",       "инқирозли вазиятда коммуникация"),
    ("jamoatchilikda rezonans uygʻotgan voqea",  "жамоатчиликда резонанс уйғотган воқеа"),
    ("monitoring",                               "мониторинг"),
    ("tashkiliy-uslubiy yordam",                 "ташкилий-услубий ёрдам"),
    ("kelib tushgan",                            "келиб тушган"),
    ("roʻyxatdan oʻtkazilgan",                   "рўйхатдан ўтказилган"),
    ("dastlabki koʻrikda",                       "дастлабки кўрикда"),
    ("tegishliligi boʻyicha yuborilgan",         "тегишлилиги бўйича юборилган"),
    ("qaytarilgan",                              "қайтарилган"),
    ("koʻrmay qoldirilgan",                      "кўрмай қолдирилган"),
    ("dublikat, birga koʻrib chiqiladi",         "дубликат, бирга кўриб чиқилади"),
    ("koʻrib chiqilmoqda",                       "кўриб чиқилмоқда"),
    ("qoʻshimcha oʻrganilmoqda",                 "қўшимча ўрганилмоқда"),
    ("muddati uzaytirilgan",                     "муддати узайтирилган"),
    ("qaror qabul qilingan",                     "қарор қабул қилинган"),
    ("koʻrib chiqilgan, javob yuborilgan",       "кўриб чиқилган, жавоб юборилган"),
    ("joyida hal etilgan",                       "жойида ҳал этилган"),
    ("koʻrib chiqish tugatilgan",                "кўриб чиқиш тугатилган"),
    ("nazoratdan olingan",                       "назоратдан олинган"),
    ("qoralama",                                 "қоралама"),
    ("tasdiqlangan",                             "тасдиқланган"),
    ("embargoda",                                "эмбаргода"),
    ("eʼlon qilingan",                           "эълон қилинган"),
    ("tuzatilgan",                               "тузатилган"),
    ("chaqirib olingan",                         "чақириб олинган"),
    ("bekor qilingan",                           "бекор қилинган"),
    ("rejalashtirilgan",                         "режалаштирилган"),
    ("roʻyxatga olish",                          "рўйхатга олиш"),
    ("oʻtkazilgan",                              "ўтказилган"),
    ("bayonnoma eʼlon qilingan",                 "баённома эълон қилинган"),
    ("savollar ijrosi",                          "саволлар ижроси"),
    ("yopilgan",                                 "ёпилган"),
    ("kechiktirilgan",                           "кечиктирилган"),
    ("jadvalga kiritilgan",                      "жадвалга киритилган"),
    ("saralangan",                               "сараланган"),
    ("nazoratda",                                "назоратда"),
    ("hisobot berilgan",                         "ҳисобот берилган"),
    ("roʻyxatga olingan",                        "рўйхатга олинган"),
    ("javob berilgan",                           "жавоб берилган"),
    ("rad etilgan",                              "рад этилган"),
    ("yuborilgan",                               "юборилган"),
    ("axborot mavjud emas",                      "ахборот мавжуд эмас"),
    ("shikoyat qilingan",                        "шикоят қилинган"),
    ("muddati oʻtgan",                           "муддати ўтган"),
    ("ariza berilgan",                           "ариза берилган"),
    ("toʻliq emas",                              "тўлиқ эмас"),
    ("ekspert guruhi",                           "эксперт гуруҳи"),
    ("komissiya",                                "комиссия"),
    ("amalda",                                   "амалда"),
    ("toʻxtatilgan",                             "тўхтатилган"),
    ("mahrum qilingan",                          "маҳрум қилинган"),
    ("muddati tugagan",                          "муддати тугаган"),
    ("aniqlangan",                               "аниқланган"),
    ("talab yuborilgan",                         "талаб юборилган"),
    ("raddiya eʼlon qilingan",                   "раддия эълон қилинган"),
    ("muddat oʻtgan",                            "муддат ўтган"),
    ("sudda",                                    "судда"),
    ("signal",                                   "сигнал"),
    ("tekshirilmoqda",                           "текширилмоқда"),
    ("yangilanmoqda",                            "янгиланмоқда"),
    ("hal etilgan",                              "ҳал этилган"),
    ("tahlil qilingan",                          "таҳлил қилинган"),
    ("tashkil etilgan",                          "ташкил этилган"),
    ("faoliyat yuritmoqda",                      "фаолият юритмоқда"),
    ("uslubiy oʻrganish",                        "услубий ўрганиш"),
    ("tavsiyalar berilgan",                      "тавсиялар берилган"),
    ("tugatilgan",                               "тугатилган"),
    ("qanoatlantirilgan",                        "қаноатлантирилган"),
    ("qanoatlantirish rad etilgan",              "қаноатлантириш рад этилган"),
    ("tushuntirish berilgan",                    "тушунтириш берилган"),
)
"""Every pair of the three glossaries, letter by letter."""
# fmt: on


@pytest.mark.parametrize(("latin", "written"), GLOSSARIES)
def test_the_pairs_of_the_glossaries(latin, written):
    assert cyrillic(latin) == written


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("oʻgʻil", "ўғил"),
        ("shaxs", "шахс"),
        ("choy", "чой"),
        ("yoʻl", "йўл"),  # the letter oʻ goes before yo
        ("yoz", "ёз"),
        ("tayyor", "тайёр"),
        ("yuz", "юз"),
        ("yashash", "яшаш"),
        ("yer", "ер"),
        ("elektron", "электрон"),  # e at the beginning
        ("poema", "поэма"),  # and after a vowel
        ("mehnat", "меҳнат"),  # but not after a consonant
        ("xabar", "хабар"),
        ("hisob", "ҳисоб"),
        ("qaror", "қарор"),
        ("jurnal", "журнал"),
        ("aʼzo", "аъзо"),
        ("isʼhoq", "исҳоқ"),  # s and h apart
        ("aytsin", "айтсин"),  # t and s apart, save in -tsiya
        ("inspeksiya", "инспекция"),
        ("pensiya", "пенсия"),
    ],
)
def test_the_letters(latin, written):
    assert cyrillic(latin) == written


@pytest.mark.parametrize("sign", "ʻʼ‘’'`´")
def test_however_the_apostrophe_is_typed(sign):
    assert cyrillic(f"o{sign}rganish, ma{sign}lumot") == "ўрганиш, маълумот"


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("Shahar", "Шаҳар"), ("Yoshlar", "Ёшлар"), ("OʻZBEKISTON", "ЎЗБЕКИСТОН"), ("Eʼlon", "Эълон"), ("IIV", "ИИВ"),
        ("IIBga", "ИИБга"), ("IIVning", "ИИВнинг"), ("OAVda", "ОАВда"), ("ToshDU", "ТошДУ"), ("ToshDUda", "ТошДУда"),
        ("OʻzMU", "ЎзМУ"), ("OSHXONA", "ОШХОНА"), ("YOʻL", "ЙЎЛ"), ("Yoʻl", "Йўл"), ("MAʼLUM", "МАЪЛУМ"), ("MANʼ", "МАНЪ"),
        ("Parol", "Пароль"), ("OKTABRDA", "ОКТЯБРДА"), ("AKSIYA", "АКЦИЯ"),
    ],
)  # fmt: skip
def test_capitals(latin, written):
    assert cyrillic(latin) == written


def test_places_figures_and_signs_stay():
    assert cyrillic("{action}: {n}-kun (2026)") == "{action}: {n}-кун (2026)"


def test_the_code_of_an_act():
    assert cyrillic("O‘RQ-445 28-modda 2-qism") == "ЎРҚ-445 28-модда 2-қисм"


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("1-yanvardan", "1-январдан"), ("oktabrda", "октябрда"), ("iyuldan", "июлдан"), ("3-mart", "3-март"),
        ("yanvari", "январи"), ("aprelgacha", "апрелгача"), ("parolni", "паролни"), ("rollar", "роллар"), ("roli", "роли"),
        ("filmlarning", "фильмларнинг"), ("kompyuterlarida", "компьютерларида"), ("rayonlararo", "раёнлараро"),
    ],
)  # fmt: skip
def test_a_soft_sign_at_the_end_of_a_stem_goes_before_an_ending(latin, written):
    """The last is one that the endings do not know: what is no ending, and what is another word, look alike."""
    assert cyrillic(latin) == written


@pytest.mark.parametrize(
    ("latin", "written"),
    [("jarayon", "жараён"), ("rolik", "ролик"), ("sirka", "сирка"), ("mergan", "мерган"), ("pulsiz", "пулсиз")],
)
def test_a_word_that_only_looks_like_a_stem_is_another(latin, written):
    assert cyrillic(latin) == written


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("'ariza' deb", "'ариза' деб"), ("‘ariza’ deb", "‘ариза’ деб"), ("`ariza' deb", "`ариза' деб"),
        ("'ariza va taklif' deb", "'ариза ва таклиф' деб"), ("‘tog’ va dala’ deb", "‘тоғ ва дала’ деб"),
        ("'o'g'il' deb", "'ўғил' деб"), ("'bog' deb", "'бог' деб"), ("'2026-yil.'", "'2026-йил.'"),
        ("man' etish", "манъ этиш"), ("bog'lar, tog'", "боғлар, тоғ"), ("«eʼlon» \"yangi\" “son”", "«эълон» \"янги\" “сон”"),
    ],
)  # fmt: skip
def test_a_quotation_mark_is_no_letter(latin, written):
    assert cyrillic(latin) == written


@pytest.mark.parametrize(
    "latin",
    [
        "my.gov.uz", "info@misol.uz", "JavaScript", "https://lex.uz/docs/-3336169", "www.misol.uz/sahifa?q=salom", "@iiv_uz",
        "ariza.pdf", "Facebook", "YouTube", "WhatsApp", "XXI", "IV", "<b>", "&nbsp;",
    ],
)  # fmt: skip
def test_what_is_no_uzbek_word_stays_latin(latin):
    assert cyrillic(latin) == latin
    assert cyrillic(f"Sayt: {latin} va boshqa") == f"Сайт: {latin} ва бошқа"


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("my.gov.uzda", "my.gov.uzда"),
        ("va h.k.", "ва ҳ.к."),
        ("28-modda.Keyin", "28-модда.Кейин"),
        ("A.Navoiy", "А.Навоий"),
    ],
)
def test_a_full_stop_alone_makes_no_address(latin, written):
    assert cyrillic(latin) == written


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("mayor", "майор"), ("rayon", "район"), ("protsent", "процент"), ("litsey", "лицей"), ("ofitser", "офицер"),
        ("kompyuter", "компьютер"), ("sirk", "цирк"), ("syezd", "съезд"), ("parol", "пароль"), ("korrupsiya", "коррупция"),
        ("kompetensiya", "компетенция"), ("prinsiplari", "принциплари"), ("protsessual", "процессуал"), ("dotsent", "доцент"),
        ("konsert", "концерт"), ("ssenariy", "сценарий"), ("premyera", "премьера"), ("model", "модель"), ("mer", "мэр"),
    ],
)  # fmt: skip
def test_loan_words(latin, written):
    assert cyrillic(latin) == written


@pytest.mark.parametrize(("latin", "written"), EXCEPTIONS.items())
def test_every_exception_is_one(latin, written, monkeypatch):
    """A word that the rules give right has no place in the table."""
    assert cyrillic(latin) == written
    monkeypatch.setattr(rules, "_PARTS", re.compile("|".join((*TOGETHER, "."))))
    assert rules._word(latin) != written


@pytest.mark.parametrize(("latin", "written"), STEMS.items())
def test_every_stem_is_one(latin, written, monkeypatch):
    assert cyrillic(latin) == written
    monkeypatch.setattr(rules, "_STEM", re.compile("(?!)"))
    assert rules._word(latin) != written


def test_what_is_no_letter_of_the_alphabet_is_not_lost():
    assert cyrillic("www") == "www"
