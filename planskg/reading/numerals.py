"""Word's styles of numbers, as far as Chinese documents use them: 1 ① ⑴ 一 甲 I a."""

import re

DIGITS = "零一二三四五六七八九"
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
LAST = 999
"""Beyond it a number is printed in digits, for a Roman one grows as long as the file asks for."""
SERIES = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
DIGITAL = re.compile("Digital")
COUNTING = re.compile("chinese|Counting|Legal")
SILENT = ("bullet", "none")


def format_number(number: int, style: str) -> str:
    """Return a number in a style of Open XML (`w:numFmt`); in digits where the style has none for it."""
    if style in SILENT:
        return ""
    if not 1 <= number <= LAST:
        return str(number)
    if series := SERIES.get(style):
        return series[number - 1 : number] or str(number)
    if DIGITAL.search(style):
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if COUNTING.search(style):
        return _count(number)
    match style:
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate({ord("0") + n: ord("０") + n for n in range(10)})
        case "decimalZero":
            return f"{number:02}"
        case "upperRoman" | "lowerRoman":
            return _cased(_roman(number), style)
        case "upperLetter" | "lowerLetter":
            return _cased(chr(ord("a") + (number - 1) % 26) * ((number + 25) // 26), style)
    return str(number)


def _cased(letters: str, style: str) -> str:
    return letters.upper() if style.startswith("upper") else letters


def _roman(number: int) -> str:
    places = zip(f"{number:03}", ("cdm", "xlc", "ivx"), strict=True)
    return "".join(ROMAN[int(digit)].translate(str.maketrans("ivx", letters)) for digit, letters in places)


def _count(number: int) -> str:
    """Count as one speaks: 十, 十一, 二十, 一百零一, 一百一十."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "")
