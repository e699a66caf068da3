"""Tests of play.py: sheets are made here as a focal point would get them, filled in, and read again."""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile

import generate
import xlsx
from records import Registry, read_file
from lists import FILES, LAYOUTS
from selftest import Checks

HERE = os.path.dirname(os.path.abspath(__file__))
ANSWERS = ("محتجز لدينا", "غير محتجز لدينا", "متوفى", "منقول", "أفرج عنه", "غير معروف", "مكرر", "بيانات غير كافية")


def run():
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        generate.generate(7, 0.03, data)
        registry = Registry(data, {})
        check_answers(checks, folder, data, registry)
        check_by_text(checks, folder, data, registry)
        check_review(checks, folder, data, registry)
        check_refusals(checks, folder, data)
    return checks.end()


def play(checks, code, *arguments):
    done = subprocess.run([sys.executable, os.path.join(HERE, "play.py"), *arguments], capture_output=True, text=True)
    checks.that(done.returncode == code, f"{arguments[0]}: exit {done.returncode}, not {code}: {done.stderr.strip()}")
    return done


def make_sheet(path, headers, rows, choices, column):
    """A sheet with a title, ids, a drop-down list from a second hidden sheet, and protection."""
    xlsx.write(path, "Answers", [(1, ["Please fill in"]), (3, headers)] + [(4 + i, row) for i, row in enumerate(rows)])
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    letter = xlsx.column_name(column)
    sheet = sheet.replace("</sheetData>", f'</sheetData><sheetProtection sheet="1"/><dataValidations count="1"><dataValidation '
                          f'type="list" sqref="{letter}4:{letter}{3 + len(rows)}"><formula1>Choices!$A$1:$A${len(choices)}</formula1>'
                          "</dataValidation></dataValidations>")  # fmt: skip
    members["xl/worksheets/sheet1.xml"] = sheet
    listed = "".join(
        f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>{text}</t></is></c></row>' for i, text in enumerate(choices, 1)
    )
    members["xl/worksheets/sheet2.xml"] = f'<worksheet xmlns="{xlsx.MAIN}"><sheetData>{listed}</sheetData></worksheet>'
    members["xl/workbook.xml"] = members["xl/workbook.xml"].replace(
        "</sheets>", '<sheet name="Choices" sheetId="2" state="hidden" r:id="rId9"/></sheets>'
    )
    members["xl/_rels/workbook.xml.rels"] = members["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{xlsx.RELATION}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    )
    xlsx.write_members(path, members)


def claims(data, name="ansar-allah-sought"):
    """Rows of a list as (row number, {what: text})."""
    layout = [what for _, what in LAYOUTS[name]]
    for number, cells in read_file(name, os.path.join(data, "lists", FILES[name][0])):
        if number > 4 and any(cells):
            yield number, dict(zip(layout, cells))


def check_answers(checks, folder, data, registry):
    path, again = os.path.join(folder, "a.xlsx"), os.path.join(folder, "b.xlsx")
    rows = [[f"id-{n}", c["whole_name"], c["reference"], None, None, None] for n, c in claims(data)]
    headers = ["المعرف", "الاسم", "المرجع", "الجواب (اختر)", "التاريخ", "ملاحظات"]
    make_sheet(path, headers, rows, ANSWERS, 4)
    before = xlsx.Book(path)
    play(checks, 0, "answer", path, "--by", "government", "--lists", data, "--out", again)
    book = xlsx.Book(again)
    filled = book.rows("Answers")
    checks.that({k: v for k, v in before.members.items() if k != "xl/worksheets/sheet1.xml"}
                == {k: v for k, v in book.members.items() if k != "xl/worksheets/sheet1.xml"}, "the other parts stay")  # fmt: skip
    checks.that("<sheetProtection" in book.members["xl/worksheets/sheet1.xml"].decode(), "protection stays")
    unfilled = re.sub(r'<c r="[DEF][0-9]+"[^>]*>.*?</c>', "", book.members["xl/worksheets/sheet1.xml"].decode())
    original = re.sub(r'<c r="[DEF][0-9]+"[^>]*>.*?</c>', "", before.members["xl/worksheets/sheet1.xml"].decode())
    checks.that(unfilled == original, "nothing but the answers changes")
    agree(checks, rows, filled, registry)
    # Sorted otherwise, people get the same answers, but for which row is the duplicate.
    random.Random(5).shuffle(rows)
    make_sheet(path, headers, rows, ANSWERS, 4)
    play(checks, 0, "answer", path, "--by", "government", "--lists", data)
    other = xlsx.Book(path).rows("Answers")
    answers = [{r[1]: r.get(4) for n, r in sheet.items() if n > 3} for sheet in (filled, other)]
    same = sum(answers[0][key] == answers[1].get(key) for key in answers[0])
    checks.that(same >= 0.9 * len(rows), f"sorted: {same} of {len(rows)} answers are the same")


def agree(checks, rows, filled, registry):
    right = {"held": ANSWERS[0], "died": ANSWERS[2], "transferred": ANSWERS[3], "released": ANSWERS[4]}
    held = denied = 0
    for at, row in enumerate(rows):
        record = registry.by_reference.get((row[2] or "").lower().replace("-", " "))
        answer = filled[4 + at].get(4)
        if record is None or answer in (None, ANSWERS[6], ANSWERS[7]):
            continue
        checks.that(answer in ANSWERS, "an answer of the list")
        if record.state == "held":
            held, denied = held + 1, denied + (answer != ANSWERS[0])
        elif record.state != "never-held":
            checks.that(answer == right[record.state], f"answer for {record.state}")
        if record.state == "died":
            checks.that(filled[4 + at].get(5) == record.since, "date of death")
    checks.that(0.02 < denied / held < 0.25, f"{denied} of {held} denied")


def check_by_text(checks, folder, data, registry):
    """Without references, by names and birth as the claimant wrote them."""
    path = os.path.join(folder, "c.xlsx")
    listed = list(claims(data))
    rows = [[f"id-{n}", c["whole_name"], c["birth"], None] for n, c in listed]
    make_sheet(path, ["ID", "Name", "Date of birth", "Answer"], rows, ("Held", "Not held", "Died", "Unknown"), 4)
    play(checks, 0, "answer", path, "--by", "government", "--lists", data)
    filled = xlsx.Book(path).rows("Answers")
    found = sum(4 in filled[4 + at] for at in range(len(rows)))
    checks.that(found > 0.9 * len(rows), f"found by text: {found} of {len(rows)}")
    wrong = [n for at, (n, _) in enumerate(listed)
             if registry.by_row["ansar-allah-sought", n].state == "died" and filled[4 + at].get(4) in ("Held", "Not held")]  # fmt: skip
    checks.that(len(wrong) == 0, f"{len(wrong)} of the dead answered for as living")


def check_review(checks, folder, data, registry):
    rows, same = [], []
    sought = [r for r in registry.by_row.values() if r.list == "ansar-allah-sought"]
    held = {r.person: r for r in registry.by_row.values() if r.list == "government-held"}
    for at, one in enumerate(sought):
        two = held.get(one.person) if at % 3 else next(iter(held.values()))
        if two is not None:
            rows.append(["invented-ansar-allah-sought.xlsx", one.row, "government-held", two.row, None])
            same.append(one.person == two.person)
        elif at % 5 == 0:  # a claim as answered
            rows.append(["invented-ansar-allah-sought.xlsx", one.row, None, None, None])
            same.append(one.state in ("held", "transferred"))
    headers = ["File A", "Row A", "File B", "Row B", "Verdict"]
    verdicts = []
    for officer in "12":
        path = os.path.join(folder, f"r{officer}.xlsx")
        make_sheet(path, headers, rows, ("match", "different", "later"), 5)
        play(checks, 0, "review", path, "--officer", officer, "--lists", data)
        filled = xlsx.Book(path).rows("Answers")
        verdicts.append([filled[4 + at].get(5) for at in range(len(rows))])
    for answers in verdicts:
        checks.that(all(v in ("later", "match" if s else "different") for v, s in zip(answers, same)), "verdicts are true")
        checks.that(0 < answers.count("later") < 0.1 * len(rows), "a few wait")
    checks.that(verdicts[0] != verdicts[1], "two officers differ in what waits")


def check_refusals(checks, folder, data):
    """remark, final and last agree with each other; a sheet of another kind is refused."""
    path = os.path.join(folder, "d.xlsx")
    rows = [[c["reference"], None, None] for _, c in claims(data) if c["reference"]]
    for kind, header, choices in (
        ("remark", "Your remark", ("accepted", "contested")),
        ("final", "Final reply", ("held", "not held", "died", "released", "transferred", "unknown", "duplicate")),
        ("last", "Your remark", ("accepted", "contested")),
    ):
        make_sheet(path, ["Reference", header, "Words"], rows, choices, 2)
        play(checks, 0, kind, path, "--by", "ansar-allah", "--lists", data)
        filled = xlsx.Book(path).rows("Answers")
        made = [filled[4 + at][2] for at in range(len(rows))]
        checks.that(set(made) <= set(choices) and len(set(made)) > 1, f"{kind}: choices of the list")
    done = play(checks, 1, "review", path, "--lists", data)
    checks.that("no row with the headers" in done.stderr, "says what is missing")
    with open(os.path.join(HERE, "play.json"), encoding="utf-8") as file:
        checks.that({"answer", "remark", "final", "review"} <= set(json.load(file)), "play.json has each kind")
