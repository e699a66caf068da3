#!/usr/bin/python3
"""Writes fold_table.cpp, beside this script: what each code point of a name is folded to.

usage: fold_table.py [--check]     --check: exit 1 if the file is not what would be written

From Unicode's decompositions (stable for assigned characters, whatever Python's version), less all
marks, in lower case; then what OWN says, which knows letters that look or sound alike. A code point
that is not in the table stays as it is.
"""

import pathlib
import sys
import unicodedata

RANGES = [
    (0x41, 0x5A), (0xA0, 0x36F), (0x370, 0x52F), (0x591, 0x5F4), (0x600, 0x6FF), (0x750, 0x77F),
    (0x1D2C, 0x1D9A), (0x1DC4, 0x1DCC), (0x1E00, 0x1FFE), (0x200B, 0x200F), (0x2010, 0x2027),
    (0x202A, 0x202E), (0x2060, 0x2069), (0x20D0, 0x20DC), (0xA640, 0xA67F), (0xFB00, 0xFB4F),
    (0xFB50, 0xFDFC), (0xFE00, 0xFE0F), (0xFE20, 0xFE26), (0xFE70, 0xFEFF), (0xFF01, 0xFF5E),
]

# Latin letters with a mark that makes another sound of them; by the letter in lower case.
LATIN = {
    "š": "sh", "ş": "sh", "ș": "s", "ŝ": "sh", "č": "ch", "ç": "ch", "ĉ": "ch", "ž": "zh",
    "ğ": "gh", "ġ": "gh", "ǧ": "j", "ǰ": "j", "ḫ": "kh", "ẖ": "kh", "ḵ": "kh", "ṯ": "th", "ḏ": "dh",
    "ı": "i", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ə": "a", "ǝ": "a", "ŋ": "ng", "ħ": "h", "ŧ": "t", "ẓ": "z",
    # Apostrophes, signs for hamza and ayn
    "ʿ": "", "ʾ": "", "ʻ": "", "ʼ": "", "ʽ": "", "ʹ": "", "ʺ": "", "ˈ": "", "ʔ": "", "ʕ": "", "ˀ": "",
    "ˁ": "", "ˊ": "", "ˋ": "", "´": "", "`": "", "ᶜ": "", "ª": "a", "º": "o",
}
CYRILLIC = {
    # Their marks are part of the letter.
    "й": "й", "ї": "ї", "ў": "ў", "ё": "е", "ґ": "г", "ѓ": "г", "ќ": "к", "ѐ": "е", "ѝ": "и", "ӯ": "у",
    "ғ": "г", "қ": "к", "ң": "н", "ү": "у", "ұ": "у", "һ": "х", "ҳ": "х", "ҷ": "ж", "ө": "о", "ә": "а",
    "ӣ": "и", "ҡ": "к", "ҙ": "з", "ҫ": "с", "җ": "ж",
}
HEBREW = {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "װ": "וו", "ױ": "וי", "ײ": "יי",
          "׳": "'", "״": '"', "־": "-", "\uFB21": "א", "\uFB29": "+"}
ARABIC = {
    "ا": "أإآٱٲٳٵ", "و": "ؤۆۇۈۉۊۋۏٶٷۄۅ", "ي": "ئىیېێےۓۍٸۑ", "ه": "ةہھۀەۂۃۿ", "ك": "کڪګڬڭڮ", "ت": "ٹټٺ", "د": "ڈډڊ",
    "ر": "ڑړڔڕۯ", "ل": "ڵڶ", "ن": "ںڼ", "ز": "ږ", "ف": "ڢڡ", "ق": "ڧڨٯ", "ب": "ٮ", "گ": "ڰڱ",
    "": "ءـ",
}


def own():
    table = dict(LATIN)
    table.update(CYRILLIC)
    table.update(HEBREW)
    for to, letters in ARABIC.items():
        for letter in letters:
            table[letter] = to
    for value in range(10):  # digits of Arabic and Persian
        table[chr(0x660 + value)] = table[chr(0x6F0 + value)] = str(value)
    return table


OWN = own()


def is_dropped(char):
    point = ord(char)
    return (unicodedata.category(char) in ("Mn", "Me", "Cf") or point in (0x640, 0xAD)
            or 0x200B <= point <= 0x200F or 0x202A <= point <= 0x202E or 0x2060 <= point <= 0x2069)


def fold(text, depth=0):
    """The folding of one character; goes on until nothing changes."""
    out = ""
    for char in text:
        if char in OWN:
            out += OWN[char]
            continue
        lower = char.lower() if len(char.lower()) == 1 else char
        if lower in OWN:
            out += OWN[lower]
            continue
        if char in "\u2018\u2019\u201b\u2032":
            out += "'"
            continue
        if char in "\u2010\u2011\u2012\u2013\u2014\u2015":
            out += "-"
            continue
        if is_dropped(char):
            continue
        apart = unicodedata.normalize("NFKD", lower)
        if apart != char and depth < 5:
            out += fold(apart, depth + 1)
        else:
            out += lower
    if out != text and depth < 5:
        return fold(out, depth + 1)
    return out


def entries():
    for first, last in RANGES:
        for point in range(first, last + 1):
            char = chr(point)
            if unicodedata.category(char) == "Cn":
                continue
            folded = fold(char)
            if folded != char:
                yield point, folded


def pairs():
    """Letter and mark, written apart, where the mark makes another letter."""
    for letter in sorted(set(LATIN) | set(CYRILLIC)):
        for char in sorted({letter, letter.upper()}):
            apart = unicodedata.normalize("NFD", char)
            if len(apart) == 2:
                yield ord(apart[0]), ord(apart[1]), fold(char)


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def source():
    rows = list(entries())
    lines = [
        "// Written by fold_table.py: change it there.",
        '#include "text/fold_table.hpp"',
        "",
        "// clang-format off",
        "namespace parley::text {",
        "",
        "const FoldEntry kFoldTable[] = {",
    ]
    line = ""
    for point, folded in rows:
        item = "{0x%X,%s}," % (point, literal(folded))
        if len(line) + len(item) > 115:
            lines.append(line)
            line = ""
        line += item
    lines += [line, "};", "const std::size_t kFoldTableSize = %d;" % len(rows), ""]
    rows = sorted(pairs())
    lines.append("const FoldPair kFoldPairs[] = {")
    lines += ["{0x%X,0x%X,%s}," % (base, mark, literal(folded)) for base, mark, folded in rows]
    lines += ["};", "const std::size_t kFoldPairsSize = %d;" % len(rows), "",
              "}  // namespace parley::text", ""]
    return "\n".join(lines)


def main():
    path = pathlib.Path(__file__).with_suffix(".cpp")
    text = source()
    if sys.argv[1:] == ["--check"]:
        if path.read_text(encoding="utf-8") != text:
            print(f"{path.name} is not what {pathlib.Path(__file__).name} writes: run it")
            return 1
        return 0
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
