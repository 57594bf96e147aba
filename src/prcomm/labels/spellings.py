"""Uzbek words that Cyrillic spells otherwise than its letters tell: a soft or a hard sign, ц, й before о, э inside.

The months, and the loan words of offices and of the press. Only these are known; a list of all of them is a dictionary.
"""

from typing import Final

# fmt: off
EXCEPTIONS: Final = {
    "sentabr": "сентябрь", "sentyabr": "сентябрь", "oktabr": "октябрь", "oktyabr": "октябрь", "noyabr": "ноябрь",
    "dekabr": "декабрь", "konferensaloqa": "конференцалоқа", "konsepsiya": "концепция", "litsenziya": "лицензия",
    "protsent": "процент", "protsess": "процесс", "protsedura": "процедура", "ofitser": "офицер", "dotsent": "доцент",
    "retsept": "рецепт", "kanselyar": "канцеляр", "vaksina": "вакцина", "ssenariy": "сценарий",
    "funksional": "функционал", "senzura": "цензура", "silindr": "цилиндр", "sivilizatsiya": "цивилизация",
    "obyekt": "объект", "subyekt": "субъект", "inyeksiya": "инъекция", "konyunktura": "конъюнктура",
    "adyutant": "адъютант", "intervyu": "интервью", "premyer": "премьер", "interyer": "интерьер",
    "kompyuter": "компьютер", "batalyon": "батальон", "pavilyon": "павильон", "avtomobil": "автомобиль",
    "byulleten": "бюллетень", "kalendar": "календарь", "festival": "фестиваль", "magistral": "магистраль",
    "gospital": "госпиталь", "spektakl": "спектакль", "vertikal": "вертикаль", "kultura": "культура",
    "konsult": "консульт", "rezultat": "результат", "fakultet": "факультет", "fakultativ": "факультатив",
    "alternativ": "альтернатив", "multimedia": "мультимедиа", "ultimatum": "ультиматум",
}
"""These, wherever in a word they stand. A soft sign at their end goes before an ending."""
STEMS: Final = {
    "yanvar": "январь", "fevral": "февраль", "aprel": "апрель", "iyun": "июнь", "iyul": "июль", "rayon": "район",
    "mayor": "майор", "mayonez": "майонез", "litsey": "лицей", "syezd": "съезд", "pyesa": "пьеса", "kuryer": "курьер",
    "karyer": "карьер", "karyera": "карьера", "baryer": "барьер", "relyef": "рельеф", "prinsip": "принцип",
    "konsert": "концерт", "konsern": "концерн", "kansler": "канцлер", "aksent": "акцент", "aksiz": "акциз",
    "fransuz": "француз", "pensiya": "пенсия", "inersiya": "инерция", "kommersiya": "коммерция", "porsiya": "порция",
    "sement": "цемент", "seremoniya": "церемония", "sitata": "цитата", "sirk": "цирк", "sex": "цех", "sikl": "цикл",
    "sentr": "центр", "parol": "пароль", "rol": "роль", "model": "модель", "modul": "модуль", "medal": "медаль",
    "panel": "панель", "detal": "деталь", "profil": "профиль", "stil": "стиль", "rubl": "рубль", "film": "фильм",
    "filtr": "фильтр", "albom": "альбом", "asfalt": "асфальт", "kabel": "кабель", "mebel": "мебель", "pult": "пульт",
    "puls": "пульс", "lager": "лагерь", "otel": "отель", "tunnel": "туннель", "tekstil": "текстиль",
    "patrul": "патруль", "inventar": "инвентарь", "veksel": "вексель", "mer": "мэр", "meriya": "мэрия",
}
"""These, where a word begins with one and goes on with nothing but endings: «jarayon», «sirka», «rolik» are others."""
ENDINGS: Final = (
    "(?:cha|chi|chilik|lik|siz|sizlik|li|iy|viy|lash[a-z]*)?(?:lar)?(?:im|ing|imiz|ingiz|i|si|m|ng|miz|ngiz)?"
    "(?:ning|ni|ga|da|dan|gacha|dagi)?(?:gi)?(?:mi|dir|gina)?"
)
"""What may follow a stem."""
# fmt: on
