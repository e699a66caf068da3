"""How clerks write names: Arabic hands, Latin transliterations, and misspellings of both."""

from draw import Draw

# Latin letters for a sound (words/given.txt), for four habits of writing: English, press, French,
# and by ear as spoken in the highlands.
PLAIN = {
    "b": "b", "t": "t", "C": "th", "j": "j", "H": "h", "x": "kh", "d": "d", "V": "dh", "r": "r", "z": "z", "s": "s",
    "P": "sh", "S": "s", "D": "d", "T": "t", "Z": "z", "c": "", "G": "gh", "f": "f", "q": "q", "k": "k", "l": "l",
    "m": "m", "n": "n", "h": "h", "w": "w", "y": "y", "'": "", "a": "a", "i": "i", "u": "u", "A": "a", "I": "i",
    "U": "u", "X": "a",
}  # fmt: skip
HABITS = (
    PLAIN,
    PLAIN | {"I": "ee", "U": "oo", "u": "o", "i": "e", "X": "ah", "D": "dh", "V": "th"},
    PLAIN | {"P": "ch", "U": "ou", "u": "ou", "j": "dj", "q": "k", "X": "a", "i": "i", "D": "d"},
    PLAIN | {"q": "g", "j": "g", "V": "d", "D": "dh", "Z": "dh", "a": "a", "i": "e", "u": "o", "G": "g"},
)
SLIPS = {
    "V": ("dh", "th", "z", "d"), "Z": ("z", "dh", "th"), "D": ("d", "dh"), "q": ("q", "k", "g"), "j": ("j", "g"),
    "c": ("", "'"), "I": ("i", "ee", "y"), "U": ("u", "oo", "ou", "o"), "A": ("a", "aa", "e"), "a": ("a", "e"),
    "i": ("i", "e"), "u": ("u", "o", "ou"), "X": ("a", "ah", "eh"), "x": ("kh", "k"), "G": ("gh", "g"),
    "H": ("h",), "S": ("s", "ss"), "'": ("", "'"),
}  # fmt: skip
SUN = set("tCdVrzsPSDTZln")
POOL = 14  # spellings of a name and habit that are made once; a row picks one

LOOK = {  # letters that differ by dots or are heard alike
    "ب": "تني", "ت": "بثن", "ث": "تس", "ن": "بت", "ي": "ب", "ج": "حخ", "ح": "جخه", "خ": "حج", "د": "ذ", "ذ": "دز",
    "ر": "ز", "ز": "رذ", "س": "شص", "ش": "س", "ص": "ضس", "ض": "صظ", "ط": "ظت", "ظ": "طض", "ع": "غ", "غ": "عق",
    "ف": "ق", "ق": "فغ", "ك": "ق", "و": "ر", "ه": "ح",
}  # fmt: skip
NEAR = {  # Latin letters that are heard or typed for one another
    "a": "es", "e": "ia", "i": "eu", "o": "ui", "u": "oi", "b": "pn", "d": "ts", "f": "vg", "g": "jh", "h": "gj",
    "j": "gh", "k": "qc", "l": "ko", "m": "n", "n": "mb", "q": "kw", "r": "te", "s": "za", "t": "dr", "w": "ve",
    "y": "iu", "z": "sx",
}  # fmt: skip


def roman(sound, habit, draw):
    letters = HABITS[habit]
    answer = []
    for at, letter in enumerate(sound):
        if at and letter == sound[at - 1] and draw.chance(0.3):
            continue  # a doubled consonant written once
        if letter == " ":
            answer.append(" ")
        elif letter in SLIPS and draw.chance(0.15):
            answer.append(draw.pick(SLIPS[letter]))
        else:
            answer.append(letters[letter])
    text = "".join(answer).strip("'").replace("''", "'")
    if habit == 2 and text.startswith("w"):
        text = "ou" + text[1:]
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def given_latin(name, habit, draw):
    _, _, sound, known, _ = name
    if known and (sound == "@allAh" or draw.chance(0.5)):
        return draw.pick(known)
    if not sound.startswith("@"):
        return roman(sound, habit, draw)
    base = roman(sound[1:], habit, draw)
    form = draw.below(6)
    if form == 0 and sound[1] in SUN:
        return f"Abd a{base[0].lower()}-{base}"
    if form == 1 and sound[1] in SUN:
        return "Abdu" + base[0].lower() + base.lower()
    return ("Abdul" + base.lower(), "Abd al-" + base, "Abdul " + base, "Abdel " + base, "Abd El " + base, "Abdul-" + base)[form]


def family_latin(name, habit, draw):
    _, sound = name
    base = roman(sound, habit, draw)
    form = draw.below(8)
    if form == 0 and sound[0] in SUN:
        return f"A{base[0].lower()}-{base}"
    return ("al-", "Al-", "Al ", "Al-", "El-", "El ", "Al", "al ")[form] + (base.lower() if form == 6 else base)


def arabic_hand(text, draw):
    """As people write it: hamza, the dots of the last letter and the gap in Abd al- come and go."""
    if draw.chance(0.45):
        text = text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    if text.endswith("ة") and draw.chance(0.4):
        text = text[:-1] + "ه"
    if text.endswith("ي") and draw.chance(0.15):
        text = text[:-1] + "ى"
    elif text.endswith("ى") and draw.chance(0.3):
        text = text[:-1] + "ي"
    if text.startswith("عبدا") and draw.chance(0.4):
        text = "عبد " + text[3:]
    elif " " in text and draw.chance(0.3):
        text = text.replace(" ", "")
    return text


class Speller:
    def __init__(self, words):
        self.words = words
        self.pools = {}

    def pool(self, kind, number, habit):
        key = (kind, number, habit)
        pool = self.pools.get(key)
        if pool is None:
            draw = Draw(key)
            if kind == "family":
                name = self.words.families[number]
                make = (lambda: arabic_hand(name[0], draw)) if habit is None else lambda: family_latin(name, habit, draw)
            else:
                name = self.words.given[number]
                make = (lambda: arabic_hand(name[1], draw)) if habit is None else lambda: given_latin(name, habit, draw)
            pool = self.pools[key] = [make() for _ in range(POOL)]
        return pool

    def name(self, kind, number, habit, draw):
        """kind: family, or any other for a given name; habit None: Arabic."""
        return draw.pick(self.pool("family" if kind == "family" else "given", number, habit))

    def misspelt(self, kind, number, text, habit, draw):
        """Another spelling of text, and what was done; text is one that name() gave."""
        if habit is None:
            return self.misspelt_arabic(kind, number, text, draw)
        return misspelt_latin(kind, text, draw)

    def misspelt_arabic(self, kind, number, text, draw):
        others = () if kind == "family" else self.words.given[number][4]
        if others and draw.chance(0.5):
            return draw.pick(others), "other-form"
        if kind == "family" and text.startswith("ال") and draw.chance(0.25):
            return text[2:], "article"
        way = draw.unit()
        skip = 2 if kind == "family" else 0
        at = skip + draw.below(max(1, len(text) - skip))
        if way < 0.5:
            for step in range(len(text)):
                at = skip + (at - skip + step) % (len(text) - skip)
                if text[at] in LOOK:
                    return text[:at] + draw.pick(LOOK[text[at]]) + text[at + 1 :], "letter"
        if way < 0.72 and len(text) > skip + 3:
            return text[:at] + text[at + 1 :], "dropped"
        if way < 0.86 and at + 1 < len(text) and text[at] != text[at + 1] and " " not in text[at : at + 2]:
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :], "exchanged"
        at = max(at, 1)
        return text[:at] + draw.pick("اوي") + text[at:], "added"


def misspelt_latin(kind, text, draw):
    start = 0
    if kind == "family":
        for article in ("al-", "Al-", "Al ", "El-", "El ", "al "):
            if text.startswith(article):
                start = len(article)
        if start and draw.chance(0.2):
            return text[start:], "article"
    length = len(text) - start
    # The first letter is seldom the one that is wrong.
    at = start + (0 if draw.chance(0.08) else 1 + draw.below(max(1, length - 1)))
    at = min(at, len(text) - 1)
    way = draw.unit()
    if way < 0.3 and length > 3:
        return text[:at] + text[at + 1 :], "dropped"
    if way < 0.45 and at + 1 < len(text) and text[at].lower() != text[at + 1].lower():
        pair = text[at + 1] + text[at]
        return text[:at] + (pair.capitalize() if at == start else pair) + text[at + 2 :], "exchanged"
    if way < 0.8 and text[at].lower() in NEAR:
        letter = draw.pick(NEAR[text[at].lower()])
        return text[:at] + (letter.upper() if text[at].isupper() else letter) + text[at + 1 :], "letter"
    return text[: at + 1] + draw.pick("aeihnlr") + text[at + 1 :], "added"
