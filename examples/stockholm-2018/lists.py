"""The files: which columns each list has, in what hand, and what is untidy in them."""

import csv
import io

import xlsx
from model import MESSY, STATED
from pens import Pen

NAMES_OF = {  # of those who hold, as lists write them
    "ansar-allah": ("أنصار الله", "Ansar Allah"),
    "government": ("الحكومة", "Government"),
    "southern-forces": ("قوات الجنوب", "Southern forces"),
    "popular-committees": ("اللجان الشعبية", "Popular committees"),
}
NOTES = (
    ("=1+1", "=1+1"), ("متزوج وله ثلاثة أطفال", "married, three children"), ("طالب جامعي", "student"),
    ("يرجى التأكد من الاسم", "please check the name"), ("+ أخوه معه", "+ his brother with him"),
    ("-", "-"), ("@ المتابعة مع اللجنة", "@committee follows"), ("لم يتصل منذ سنتين", "no call for two years"),
    ("الاسم كما ورد\nفي الكشف الأول", "name as given\nin the first list"), ("سائق", "driver"),
    ('يعرف بـ "المعلم"', 'says he is "a teacher"'), ("مزارع؛ من القرية", "farmer; from the village"),
)  # fmt: skip
INVENTED = ("جميع الأسماء والبيانات في هذا الكشف مختلقة للتدريب ولا تخص أشخاصا حقيقيين", "All people in this list are invented")

# Columns: (header, what is written). What: a field of seen, or a method of Pen or Clerk.
LAYOUTS = {
    "ansar-allah-sought": (
        ("م", "running"), ("رقم الاستمارة", "reference"), ("الاسم الرباعي", "whole_name"),
        ("الكنية / الاسم الحركي", "alias_beside_name"), ("اسم الأم", "mother"), ("الجنس", "sex"),
        ("تاريخ الميلاد", "birth"), ("مكان الميلاد", "district"), ("المحافظة", "origin"), ("الجنسية", "nationality"),
        ("رقم البطاقة الشخصية", "document"), ("الجهة التابع لها", "force"), ("الوحدة", "unit"), ("الرتبة", "rank"),
        ("الرقم العسكري", "service"), ("تاريخ الأسر", "captured"), ("مكان الأسر", "front"),
        ("مصدر المعلومة", "source"), ("الجهة الآسرة", "holder"), ("الحالة الصحية", "health"),
        ("رقم هاتف الأسرة", "contact"), ("الموافقة على الإحالة", "consent"), ("ملاحظات", "note"),
    ),
    "ansar-allah-held": (
        ("رقم القيد", "reference"), ("الاسم", "given"), ("اسم الأب", "father"), ("اسم الجد", "grandfather"),
        ("اللقب", "family"), ("الكنية", "alias_beside_name"), ("اسم الأم", "mother"), ("الجنس", "sex"),
        ("تاريخ الميلاد", "birth"), ("العمر", "age"), ("محل الميلاد", "district"), ("المحافظة", "origin"),
        ("الجنسية", "nationality"), ("رقم الهوية", "document"), ("الجهة", "force"), ("الرتبة", "rank"),
        ("الرقم العسكري", "service"), ("تاريخ القبض", "captured"), ("مكان القبض", "front"),
        ("مكان الاحتجاز", "detention"), ("الحالة الصحية", "health"), ("ملاحظات", "note"),
    ),
    "government-sought": (
        ("Ref No", "reference"), ("Given name", "given"), ("Father's name", "father"),
        ("Grandfather's name", "grandfather"), ("Family name", "family"), ("Also known as", "alias_beside_name"),
        ("Mother's name", "mother"), ("Sex", "sex"), ("Date of birth", "birth"), ("Age", "age"),
        ("Place of birth", "district"), ("Governorate", "origin"), ("Nationality", "nationality"),
        ("ID number", "document"), ("Force", "force"), ("Unit", "unit"), ("Rank", "rank"),
        ("Military number", "service"), ("Date of capture", "captured"), ("Place of capture", "front"),
        ("Source", "source"), ("Alleged holder", "holder"), ("Health", "health"), ("Family contact", "contact"),
        ("Consent to forward", "consent"), ("Remarks", "note"),
    ),
    "government-held": (
        ("No.", "reference"), ("First name", "given"), ("Father", "father"), ("Grandfather", "grandfather"),
        ("Surname", "family"), ("Nickname", "alias_beside_name"), ("Mother", "mother"), ("Gender", "sex"),
        ("DOB (dd/mm/yyyy)", "birth"), ("Age", "age"), ("Born in", "district"),
        ("Governorate of origin", "origin"), ("Nationality", "nationality"), ("Document No", "document"),
        ("Force", "force"), ("Rank", "rank"), ("Service No", "service"), ("Arrested on", "captured"),
        ("Arrested at", "front"), ("Place of detention", "detention"), ("Health status", "health"), ("Notes", "note"),
    ),
    "southern-forces-held": (
        ("الرقم", "reference"), ("الاسم الكامل", "whole_name"), ("الكنية", "alias_beside_name"), ("اسم الأم", "mother"),
        ("تاريخ الميلاد أو العمر", "birth_or_age"), ("المحافظة", "origin"), ("رقم الهوية", "document"),
        ("الجهة", "force"), ("تاريخ الاحتجاز", "captured"), ("مكان القبض", "front"), ("مكان الاحتجاز", "detention"),
        ("الحالة الصحية", "health"), ("ملاحظات", "note"),
    ),
    "abductees-mothers-sought": (
        ("رقم الحالة", "reference"), ("الاسم", "whole_name"), ("اسم الشهرة", "alias_beside_name"), ("اسم الأم", "mother"),
        ("الجنس", "sex"), ("تاريخ الميلاد", "birth"), ("العمر", "age"), ("مكان الميلاد", "district"),
        ("المحافظة", "origin"), ("رقم البطاقة", "document"), ("تاريخ الاختطاف", "captured"),
        ("مكان الاختطاف", "front"), ("المصدر", "source"), ("الجهة الخاطفة", "holder"), ("الحالة الصحية", "health"),
        ("هاتف الأسرة", "contact"), ("موافقة الأسرة على الإحالة", "consent"), ("ملاحظات", "note"),
    ),
}  # fmt: skip
FILES = {  # list: (file, Arabic, XLSX, encoding, separator)
    "ansar-allah-sought": ("invented-ansar-allah-sought.xlsx", True, True, None, None),
    "ansar-allah-held": ("invented-ansar-allah-held.xlsx", True, True, None, None),
    "government-sought": ("invented-government-sought.csv", False, False, "utf-8-sig", ";"),
    "government-held": ("invented-government-held.csv", False, False, "cp1252", ";"),
    "government-held-v2": ("invented-government-held-v2.csv", False, False, "cp1252", ";"),
    "southern-forces-held": ("invented-southern-forces-held.csv", True, False, "cp1256", ","),
    "abductees-mothers-sought": ("invented-abductees-mothers-sought.csv", True, False, "utf-8", ","),
}
TITLES = {
    "ansar-allah-sought": "كشف الأسرى والمفقودين المطلوب الإفراج عنهم",
    "ansar-allah-held": "كشف المحتجزين لدينا",
}
PREFIXES = {
    "ansar-allah-sought": "AS", "ansar-allah-held": "AH", "government-sought": "GS", "government-held": "GH",
    "southern-forces-held": "SH", "abductees-mothers-sought": "MA",
}  # fmt: skip


class Clerk:
    """Writes the rows of one list."""

    def __init__(self, list_name, speller, draw):
        self.name, self.speller, self.draw = list_name, speller, draw
        _, self.arabic, self.cells, _, _ = FILES[list_name]
        self.layout = LAYOUTS[list_name]
        self.stated = STATED[list_name]
        self.kinds = [what for _, what in self.layout]

    def row(self, seen, running):
        """The cells of a row; what is untidy is added to the row's errors."""
        pen = Pen(seen, self.speller, self.draw, self.arabic, self.cells)
        cells = [self.cell(pen, seen, what, running) for what in self.kinds]
        if self.draw.chance(MESSY):
            self.soil(cells, seen)
        return cells

    def cell(self, pen, seen, what, running):
        draw = self.draw
        if what in ("given", "father", "grandfather", "family"):
            return pen.part(what)
        if what in ("district", "origin", "front"):
            return pen.place(what)
        if what in ("document", "service"):
            return pen.digits(what)
        if what == "reference":
            return seen.reference
        if what == "running":
            return running
        if what == "detention":
            place = {"a": "held.a", "g": "held.g", "s": "held.s"}[self.name[0]]
            return pen.any_hidden(place) if draw.chance(self.stated["place"]) else None
        if what == "note":
            return draw.pick(NOTES)[0 if self.arabic else 1] if draw.chance(0.08) else None
        if what == "contact":
            return self.contact(pen)
        if what in ("source", "holder", "consent"):
            return getattr(self, what)(pen, seen) if draw.chance(self.stated[what]) else None
        return getattr(pen, what)()

    def contact(self, pen):
        if not self.draw.chance(self.stated["contact"]):
            return None
        # No real number begins so.
        return pen.number("000-" + self.draw.digits(3) + "-" + self.draw.digits(3))

    def source(self, pen, _):
        return pen.any_hidden("source")

    def holder(self, _, seen):
        opponent = "government" if seen.person.side == "ansar-allah" else "ansar-allah"
        ally = "southern-forces" if opponent == "government" else "popular-committees"
        return NAMES_OF[ally if self.draw.chance(0.06) else opponent][0 if self.arabic else 1]

    def consent(self, _, seen):
        refused = self.draw.chance(0.30 if self.name.startswith("abductees") else 0.02)
        if refused:
            seen.errors.append("consent:no")
        return ("لا" if refused else "نعم") if self.arabic else ("no" if refused else "yes")

    def soil(self, cells, seen):
        """One untidiness of the kinds that real lists have."""
        draw = self.draw
        texts = [i for i, what in enumerate(self.kinds) if what in ("given", "father", "family", "whole_name", "mother")]
        texts = [i for i in texts if type(cells[i]) is str and len(cells[i]) > 2]
        kind = draw.pick(("spaces", "spaces", "columns", "harakat", "tatweel", "persian") if self.arabic else
                         ("spaces", "spaces", "columns", "comma", "nbsp"))  # fmt: skip
        if kind == "columns":
            one, two = self.kinds.index("origin"), self.kinds.index("front")
            cells[one], cells[two] = cells[two], cells[one]
        elif texts:
            at = draw.pick(texts)
            text = cells[at]
            cells[at] = {
                "spaces": lambda: "  " + text.replace(" ", "  ") + " ",
                "harakat": lambda: text[:1] + "\u064e" + text[1:2] + "\u0652" + text[2:],
                "tatweel": lambda: text[:2] + ("\u0640\u0640" if text[1] not in "اأإآدذرزو " else "") + text[2:],
                # Windows-1256 has no Persian ya.
                "persian": lambda: text.replace("ك", "ک") if self.name == "southern-forces-held"
                else text.replace("ي", "ی").replace("ك", "ک"),
                "comma": lambda: text + ",",
                "nbsp": lambda: text.replace(" ", "\u00a0") + "\u00a0",
            }[kind]()  # fmt: skip
            if cells[at] == text:
                return
        else:
            return
        seen.errors.append("messy:" + kind)


def write_xlsx(path, list_name, rows, headers, empty):
    """rows: of (seen, cells). Sets each row's number: as the file's own program shows it."""
    last = xlsx.column_name(len(headers))
    sheet = [(1, [TITLES[list_name]]), (2, [INVENTED[0]]), (4, list(headers))]
    number = 5
    for at, (seen, cells) in enumerate(rows):
        number += at in empty
        seen.row = number
        sheet.append((number, cells))
        number += 1
    xlsx.write(path, "كشف", sheet, right_to_left=True, merged=(f"A1:{last}1", f"A2:{last}2"), bold=(1, 2, 4))


def write_csv(path, rows, headers, encoding, separator, empty):
    """The row's number is the line it begins on."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(headers)
    line = 2
    for at, (seen, cells) in enumerate(rows):
        if at in empty:
            out.write("\r\n")
            line += 1
        seen.row = line
        writer.writerow(cells)
        line += 1 + sum(cell.count("\n") for cell in cells if type(cell) is str and "\n" in cell)
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(out.getvalue())
