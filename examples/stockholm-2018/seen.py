"""What one row of a list says of a person, before it is spelt: values, and what is wrong with them.

A row is drawn given the person alone, so two rows of one person differ as those of two clerks do.
"""

import people
from model import (
    ADULT_AGE, BIRTH_AS, BIRTH_MISSING, CAPTURE_OFF, DAYS, FAMILY_MISSING, FATHER_MISSING, GRANDFATHER_MISSING, JANUARY,
    KUNYA_ONLY, STATED, SWAPPED, WRONG, WRONG_PART, YEAR, YEAR_OFF, YEAR_SHIFT,
)  # fmt: skip

PARTS = ("given", "father", "grandfather", "family")
VALUES = PARTS + (
    "kunya", "epithet", "mother", "mother_father", "sex", "year", "day_month", "origin", "district", "nationality",
    "document", "service", "force", "unit", "rank", "captured", "front", "sick",
)  # fmt: skip
COLUMNS = ("list", "row") + VALUES + ("birth_as", "captured_as")


class Seen:
    """A row. None: not stated. birth_as: date, year or age; captured_as: day or month."""

    __slots__ = VALUES + ("person", "list", "birth_as", "captured_as", "errors", "row", "reference", "copy_of")

    def columns(self):
        """For observed.csv: what the row says to one who reads every spelling rightly."""
        answer = [self.list, self.row]
        for name in VALUES:
            value = getattr(self, name)
            if name == "day_month" and value:
                value = f"{value[0]}-{value[1]}"
            answer.append("" if value is None else value)
        return answer + [self.birth_as or "", self.captured_as or ""]


def see(person, list_name, words, draw):
    seen = Seen()
    seen.person, seen.list, seen.errors = person, list_name, []
    seen.row, seen.reference, seen.copy_of = 0, "", None
    see_names(seen, person, words, draw)
    see_birth(seen, person, list_name, draw)
    see_capture(seen, person, list_name, words, draw)
    stated = STATED[list_name]
    male, female = words.given_by_sex["m"], words.given_by_sex["f"]

    def value(name, others):
        truth = getattr(person, name)
        if truth is None or truth == "" or not draw.chance(stated.get(name, 0.0)):
            return None
        if draw.chance(WRONG[name]):
            truth = others()
            seen.errors.append(name + ":wrong")
        return truth

    seen.mother = value("mother", lambda: female.draw(draw))
    seen.mother_father = None
    if seen.mother is not None and draw.chance(0.7):
        seen.mother_father = person.mother_father
        if draw.chance(WRONG["mother_father"]):
            seen.mother_father = male.draw(draw)
            seen.errors.append("mother_father:wrong")
    seen.sex = value("sex", lambda: "f" if person.sex == "m" else "m")
    seen.origin = value("origin", lambda: words.origin[person.side].draw(draw))
    seen.district = value("district", lambda: words.district_among_all.draw(draw))
    seen.nationality = value("nationality", lambda: 1 - person.nationality)
    seen.document = value("document", lambda: misread(person.document, draw))
    seen.service = value("service", lambda: misread(person.service, draw))
    forces = words.hidden["force.a" if person.side == "ansar-allah" else "force.g"]
    seen.force = value("force", lambda: draw.below(len(forces)))
    seen.unit = value("unit", lambda: draw.below(len(words.hidden["unit"])))
    seen.rank = value("rank", lambda: draw.below(len(words.hidden["rank"])))
    # Only sickness is written down, never health.
    seen.sick = person.sick and draw.chance(stated["sick"])
    return seen


def misread(digits, draw):
    at = draw.below(len(digits))
    other = (int(digits[at]) + draw.between(1, 9)) % 10
    return digits[:at] + str(other) + digits[at + 1 :]


def see_names(seen, person, words, draw):
    seen.kunya = seen.epithet = None
    if person.kunya is not None and draw.chance(KUNYA_ONLY):
        see_alias(seen, person, words, draw)
        # The kunya alone: a whole nom de guerre stands in no column but its own, so that one may search for it.
        seen.given = seen.father = seen.grandfather = seen.family = seen.epithet = None
        seen.errors.append("names:kunya-only")
        return
    if person.kunya is not None and draw.chance(STATED[seen.list]["alias"]):
        see_alias(seen, person, words, draw)
    male, own = words.given_by_sex["m"], words.given_by_sex[person.sex]
    missing = {"father": FATHER_MISSING, "grandfather": GRANDFATHER_MISSING, "family": FAMILY_MISSING}
    for name in PARTS:
        value = getattr(person, name)
        if name in missing and draw.chance(missing[name]):
            value = None
            seen.errors.append(name + ":missing")
        elif draw.chance(WRONG_PART):
            value = {"given": own, "family": words.family}.get(name, male).draw(draw)
            seen.errors.append(name + ":wrong")
        setattr(seen, name, value)


def see_alias(seen, person, words, draw):
    seen.kunya = person.kunya
    if draw.chance(WRONG["kunya"]):
        seen.kunya = words.kunya.draw(draw)
        seen.errors.append("alias:wrong")
    seen.epithet = person.epithet
    if draw.chance(WRONG["epithet"]):
        seen.epithet = words.epithet.draw(draw)
        seen.errors.append("alias:wrong")


def see_birth(seen, person, list_name, draw):
    seen.year = seen.day_month = seen.birth_as = None
    if draw.chance(BIRTH_MISSING):
        seen.errors.append("birth:missing")
        return
    seen.birth_as = BIRTH_AS[list_name].draw(draw)
    seen.year = person.year
    if draw.chance(YEAR_OFF):
        seen.year = YEAR_SHIFT[person.year].draw(draw)
        seen.errors.append(f"birth:year{seen.year - person.year:+d}")
    elif draw.chance(WRONG["year"]):
        seen.year = YEAR - ADULT_AGE.draw(draw)
        seen.errors.append(f"birth:year{seen.year - person.year:+d}")
    if seen.birth_as != "date":
        return
    day, month = person.day_month
    if draw.chance(JANUARY):
        seen.day_month = (1, 1)
        seen.errors.append("birth:january")
    elif draw.chance(WRONG["day_month"]):
        seen.day_month = people.birthday(draw)
        seen.errors.append("birth:day-wrong")
    elif day <= 12 and day != month and draw.chance(SWAPPED):
        seen.day_month = (month, day)
        seen.errors.append("birth:swapped")
    else:
        seen.day_month = (day, month)


def see_capture(seen, person, list_name, words, draw):
    seen.captured = seen.captured_as = seen.front = None
    stated = STATED[list_name]
    if draw.chance(stated["captured"]):
        off = CAPTURE_OFF[list_name.rsplit("-", 1)[1]].draw(draw)
        seen.captured_as = "month" if off == "month" else "day"
        seen.captured = person.captured
        if draw.chance(WRONG["captured"]):
            seen.captured = draw.below(DAYS)
            seen.errors.append("captured:wrong")
        if off != "month":
            seen.captured = min(max(seen.captured + off, 0), DAYS - 1)
        if off not in (0, "month"):
            seen.errors.append(f"captured:off{off:+d}")
    if draw.chance(stated["front"]):
        seen.front = person.front
        if draw.chance(WRONG["front"]):
            seen.front = words.front.draw(draw)
            seen.errors.append("front:wrong")

