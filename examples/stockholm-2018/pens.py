"""How the fields of a row are written down: in Arabic or in Latin letters, in many hands."""

import datetime

from model import FIRST_DAY, SPELLING, SPELLING_SECOND, YEAR
from seen import PARTS

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
HIJRI_EPOCH = 1948440  # the Julian day on which the tabular calendar begins
UNREADABLE = {True: ("غير معروف", "؟", "31/2/1985", "--"), False: ("unknown", "??", "31/02/1985", "n.k.")}


def hijri(date):
    """Year, month, day of the tabular Islamic calendar."""
    days = date.toordinal() + 1721425 - HIJRI_EPOCH
    year = (30 * days + 10646) // 10631
    rest = days - ((year - 1) * 354 + (3 + 11 * year) // 30)
    month = min(12, (2 * rest + 59) // 59)
    return year, month, rest - (59 * (month - 1) + 1) // 2 + 1


class Pen:
    """One row's hand. arabic: else Latin; cells: real date cells can be written (XLSX)."""

    def __init__(self, seen, speller, draw, arabic, cells):
        self.seen, self.speller, self.words, self.draw = seen, speller, speller.words, draw
        self.arabic, self.cells = arabic, cells
        self.habit = None if arabic else draw.pick((0, 0, 1, 1, 2, 3))
        # Windows-1256, which southern-forces writes in, has no Arabic-Indic digits.
        self.eastern = arabic and draw.chance(0.35) and seen.list != "southern-forces-held"
        self.capitals = not arabic and draw.chance(0.04)
        self.parts = self.spell_parts()

    def spell_parts(self):
        seen, draw = self.seen, self.draw
        stated = [name for name in PARTS if getattr(seen, name) is not None]
        parts = {
            name: self.speller.name(name, getattr(seen, name), self.habit, draw) for name in stated
        }  # fmt: skip
        if stated and draw.chance(SPELLING):
            wrong = {draw.pick(stated)}
            if draw.chance(SPELLING_SECOND):
                wrong.add(draw.pick(stated))
            for name in sorted(wrong):
                parts[name], how = self.speller.misspelt(name, getattr(seen, name), parts[name], self.habit, draw)
                seen.errors.append(f"{name}:spelling-{how}")
        if self.capitals:
            parts = {name: text.upper() for name, text in parts.items()}
        return parts

    def number(self, text):
        return text.translate(EASTERN) if self.eastern else text

    def part(self, name):
        if name == "given" and self.seen.given is None and self.seen.kunya is not None:
            return self.alias()
        return self.parts.get(name)

    def whole_name(self):
        """The quadripartite name in one cell; ibn is written now and then."""
        if not self.parts:
            return self.alias() or self.number("-")
        words = [self.parts[name] for name in PARTS if name in self.parts]
        if self.draw.chance(0.05) and "father" in self.parts:
            words.insert(1, ("بن" if self.arabic else "bin"))
        return " ".join(words)

    def alias(self):
        seen = self.seen
        if seen.kunya is None:
            return None
        arabic, latin = self.words.kunyas[seen.kunya]
        text = ("أبو " if self.draw.chance(0.7) else "ابو ") + arabic if self.arabic else "Abu " + self.draw.pick(latin)
        if seen.epithet is not None:
            arabic, latin = self.words.epithets[seen.epithet]
            text += " " + (arabic if self.arabic else self.draw.pick(latin))
        return text

    def alias_beside_name(self):
        return self.alias() if self.seen.given is not None else None

    def mother(self):
        if self.seen.mother is None:
            return None
        text = self.speller.name("given", self.seen.mother, self.habit, self.draw)
        if self.seen.mother_father is not None:
            text += " " + self.speller.name("given", self.seen.mother_father, self.habit, self.draw)
        return text

    def sex(self):
        if self.seen.sex is None:
            return None
        female = self.seen.sex == "f"
        return (("ذكر", "أنثى") if self.arabic else self.draw.pick((("M", "F"), ("male", "female"))))[female]

    def birth(self):
        """Empty where the row gives an age."""
        seen = self.seen
        if seen.birth_as in (None, "age"):
            if seen.birth_as is None and self.draw.chance(0.06):
                seen.errors.append("birth:unreadable")
                return self.draw.pick(UNREADABLE[self.arabic])
            return None
        if seen.birth_as == "year":
            if not self.arabic:
                return str(seen.year)
            form = self.draw.below(10)
            if form < 4 and self.cells:
                return seen.year
            text = self.number(str(seen.year))
            return {8: f"مواليد {text}", 9: f"{text}م"}.get(form, text)
        day, month = seen.day_month
        return self.date(datetime.date(seen.year, month, day))

    def date(self, date):
        draw = self.draw
        if not self.arabic:
            form = draw.below(20)
            months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
            if form == 19:
                return f"{date.day} {months[date.month - 1]} {date.year}"
            return date.isoformat() if form > 15 else f"{date.day:02d}/{date.month:02d}/{date.year}"
        form = draw.unit()
        if self.cells and form < 0.55:
            return date
        if form > 0.95:
            year, month, day = hijri(date)
            self.seen.errors.append("date:hijri")
            return self.number(f"{year}/{month}/{day}") + "هـ"
        if form > 0.80:
            return self.number(f"{date.year}/{date.month}/{date.day}")
        if form > 0.75:
            return self.number(f"{date.day}-{date.month}-{date.year}") + "م"
        return self.number(f"{date.day}/{date.month}/{date.year}")

    def age(self):
        if self.seen.birth_as != "age":
            return None
        age = str(YEAR - self.seen.year)
        if self.arabic:
            return self.number(age) + (" سنة" if self.draw.chance(0.3) else "")
        return age + (" years" if self.draw.chance(0.1) else "")

    def birth_or_age(self):
        return self.age() if self.seen.birth_as == "age" else self.birth()

    def captured(self):
        seen = self.seen
        if seen.captured is None:
            return None
        date = FIRST_DAY + datetime.timedelta(days=seen.captured)
        if seen.captured_as == "month":
            return self.number(f"{date.month}/{date.year}") if self.arabic else f"{date.month:02d}/{date.year}"
        return self.date(date)

    def place(self, name):
        number = getattr(self.seen, name)
        if number is None:
            return None
        arabic, latin = self.words.places[number]
        if not self.arabic:
            return self.draw.pick(latin)
        return arabic.replace("أ", "ا").replace("إ", "ا") if self.draw.chance(0.25) else arabic

    def nationality(self):
        if self.seen.nationality is None:
            return None
        return (("يمني", "سعودي") if self.arabic else ("Yemeni", "Saudi"))[self.seen.nationality]

    def digits(self, name):
        value = getattr(self.seen, name)
        return None if value is None else self.number(value)

    def hidden(self, kind, number):
        return None if number is None else self.words.hidden[kind][number][0 if self.arabic else 1]

    def force(self):
        return self.hidden("force.a" if self.seen.person.side == "ansar-allah" else "force.g", self.seen.force)

    def unit(self):
        return self.hidden("unit", self.seen.unit)

    def rank(self):
        return self.hidden("rank", self.seen.rank)

    def any_hidden(self, kind):
        return self.hidden(kind, self.draw.below(len(self.words.hidden[kind])))

    def health(self):
        return self.any_hidden("health") if self.seen.sick else None
