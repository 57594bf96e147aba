"""How wide a text is drawn, in Latin and in Cyrillic letters: by the advance widths of DejaVu Sans, the widest of the
common sans-serif faces. Set in another of them, a text takes no more room than it was given."""

from collections.abc import Iterator, Mapping

from prcomm.core.values.characters import printable

EM = 64
"""The widths are parts of this, rounded up."""

# fmt: off
PLAIN: Mapping[int, str] = {
    0: "҃҄҅҆҇",
    15: "′",
    18: "'ijlìíîïĩīĭįıĵĺļіїјӏ",
    19: "IJÌÍÎÏĨĪĬĮİĴłІЇЈӀ",
    21: " ,.\xa0·ʻʼ‘’",
    22: "/:;\\|¦ŀ",
    23: "fſ",
    24: "-\xadľ″",
    25: "()[]",
    26: "!t¡²³¹⁰⁴⁵⁶⁷⁸⁹ţťŧ",
    27: "rŕŗř҈҉",
    30: '"',
    31: "ªº",
    32: "‡*_`§¨¯°´¸–",
    33: "҂",
    34: "?sz¿śŝşšźżžгѓѕґҕӷ“”„",
    35: "зѯҙӟԑ",
    36: "LcçćĉċčĳĹĻĽĿŁсэєҁҫӭ",
    37: "Fӡ",
    38: "kvxyýÿĲķĸŷвтухчьўҍғҭүұҳҷҹӌӯӱӳӵӻӽӿԁԇ•",
    39: "PÞЎРУкяќҎқҝҟӄӮӰӲԟ",
    40: "TYaeo«»ÝàáâãäåèéêëðòóôõöøāăąēĕėęěōŏőŢŤŦŶŸЃГТабеоѐёђѫѳҐҔҬҮҰӑӓӗәӛӧөӫӶԐ",
    41: "$0123456789ESbdghnpqu{}¢£¤¥µ¶ÈÉÊËßñùúûüþďđĒĔĖĘĚĝğġģĥńņňŋŚŜŞŠũūŭůűųЀЁЅЕлрѮҏһӖԓԛ",
    42: "KĶЗийнпћѝџҘӃӞӣӥ",
    43: "ѣѵѷңӆӈӠԍ",
    44: "ABVXZÀÁÂÃÄÅĀĂĄŹŻŽАБВХЧЬцҋҌҒҲҶҸҺӊӋӐӒӴӺӼӾԀԆԥ",
    45: "CRÇĆĈĊČħŔŖŘЄСЭЯдҀҩҪӬ",
    46: "ЌКъҚҜҞԏԞ",
    47: "UÙÚÛÜŨŪŬŮŰŲҽҿ",
    48: "NÑŃŅŇŊЍИЙѥӢӤ",
    49: "HĤЏЛНПмѻҢӇԒ",
    50: "&DGÐĎĐĜĞĠĢДЦѢѴѶҊӅӉӎԌԎ",
    51: "OQÒÓÔÕÖØŌŎŐЂЋОыѧѪѲӘӚӦӨӪӹԚԤ",
    52: "ҵ",
    53: "wŉŵѭԝ",
    54: "#+<=>^~¬±×÷Ъюѡѿҡ←↑→↓−≤≥",
    55: "фѰҠ",
    56: "MМФԅԗ",
    57: "ЫѦѱҥҨӍӸ",
    58: "жљњѹҗӂӝԃԖԡ",
    59: "Ħшҧԣ",
    60: "ѠѾҴ",
    61: "%щѤѺҼҾ",
    62: "ԉԋ",
    63: "m¼½¾ÆæӔӕԄ",
    64: "@W©®ŴѸԕԙԜ—…",
    65: "ѩҤԂ",
    66: "œѬѽ",
    67: "ЊԘ№",
    69: "ŒЖШҖӁӜԈ",
    70: "ЉЩЮҦԠԢ",
    72: "Ԋ",
    75: "ѨԔ",
    76: "Ѽ",
}
# fmt: on
# fmt: off
BOLD: Mapping[int, str] = {
    0: "҃҄҅҆҇",
    17: "′",
    20: "'",
    22: "ijlìíîïĩīĭįıĵĺļіїјӏ",
    23: " \xa0",
    24: "/IJ\\|¦ÌÍÎÏĨĪĬĮİĴłІЇЈӀ",
    25: ",.·ʻʼ‘’",
    26: ":;",
    27: "-\xad҈҉",
    28: "fſ",
    29: "²³¹⁰⁴⁵⁶⁷⁸⁹″",
    30: "!()[]¡",
    31: "tľţťŧ",
    32: "‡_`r§¨¯°´¸ŕŗř–",
    34: '"*гѓґӷ',
    35: "ғӻ",
    36: "ŀѯԑ",
    37: "ªº",
    38: "?cz¿çćĉċčźżžзстэєҁҙҫҭӟӭ",
    39: "sśŝşšѕԁ",
    40: "ҍ",
    41: "L¤¶ĹĻĽĿЃГвьҐӄӡӶԍ•",
    42: "vxy«»ýÿŁŷухяў҂үұҳӯӱӳӽӿ",
    43: "kķĸҒҕӺ“”„",
    44: "EFTaeoÈÉÊËàáâãäåèéêëðòóôõöøāăąĒēĔĕĖėĘęĚěĳōŏőŢŤŦЀЁЕТаекочѐёќѫѳқҝҟҬҷҹӌӑӓӖӗәӛӧөӫӵԟ",
    45: "$0123456789¢£¥бийнпѝџѮѵѷӈӣӥԇԐ",
    46: "bdghnpqu{}ñùúûüþďđĝğġģĥńņňŋũūŭůűųЗрђҏҘһӞԛ",
    47: "CPSYZÇÝßĆĈĊČŚŜŞŠŶŸŹŻŽЄЅРСЭлћҀҎҪҮҰӬԓ",
    48: "µÞĲцѣ",
    49: "BБВЬъҌԀ",
    50: "AKRVXÀÁÂÃÄÅĀĂĄĶŔŖŘЎАУХЯҚҲӃӐӒӠӮӰӲӼӾ",
    51: "ħ",
    52: "UÙÚÛÜŨŪŬŮŰŲЧдҋҔңҶҸҺҽҿӆӊӋӴԏԥ",
    53: "GĜĞĠĢЌКмҜҞҡԆԞ",
    54: "#+<=>DHN^~¬±ÐÑ×÷ĎĐĤŃŅŇŊЍЏИЙЛНПѢѥѧӇӢӤԌԒ←↑→↓−≤≥",
    55: "OQÒÓÔÕÖØŌŎŐОѪѲѴѶҩӘӚӦӨӪԚ",
    56: "&ѡѻѿҥ",
    57: "ЂЋД",
    58: "ыӹԃ",
    59: "ԅ",
    60: "wŵЦӎԝ",
    61: "ЪҨӅԎ",
    62: "њҊҢӉԤ",
    63: "Ħŉюԗ",
    64: "@M©®МФжфљѦҗӂӝ—…",
    65: "%ѤѭҠҵԋԙ",
    66: "ҧҼҾԉԣ",
    67: "m¼½¾ЫѹӸ",
    68: "æшѱӕԡ",
    69: "ѰѺԕԖ",
    70: "ÆѠѾӔԘ",
    71: "WœŴщҤԜ",
    72: "ѩҴӍԄ",
    73: "Њ",
    74: "ЉѸ",
    75: "ŒԂ",
    76: "Юѽ",
    77: "№",
    79: "ЖҖӁӜ",
    80: "ШѬԈ",
    82: "ҦԠԢ",
    83: "ԊԔ",
    85: "Щ",
    87: "Ѩ",
    90: "Ѽ",
}
# fmt: on
"""The letters of each width."""


def _by_letter(widths: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_PLAIN, _BOLD = _by_letter(PLAIN), _by_letter(BOLD)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is drawn, in the unit of its size. A letter not in the table counts as wide as it is high."""
    widths = _BOLD if bold else _PLAIN
    return sum(widths.get(letter, EM) for letter in printable(text)) * size / EM


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines that fit into some room. A word that is too long for it is broken."""
    lines: list[str] = []
    line = ""
    for word in (piece for whole in printable(text).split() for piece in _pieces(whole, room, size, bold)):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line)


def _pieces(word: str, room: float, size: float, bold: bool) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and width(piece + letter, size, bold=bold) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece
