#!/usr/bin/env python3
"""Answer sheets through LibreOffice: opened, filled in, sorted, a row deleted, a column widened, saved
as XLSX, ODS and CSV, and merged: complete, or with the loss named. A review sheet the same way: what
has changed since it was written is refused, all else is taken.

Skips, saying so, where there is no soffice (Debian: libreoffice-calc-nogui). The program is taken from
PARLEY (default: build/release/parley).
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PARLEY = os.environ.get("PARLEY", str(ROOT / "build/release/parley"))
sys.path.insert(0, str(HERE))
import sheet_tool  # noqa: E402

PEOPLE = 24
DOSSIER = """
[[party]]
key = "north"
kind = "party"
names = { en = "The invented north", ar = "الشمال المتخيَّل" }
[[party]]
key = "south"
kind = "party"
names = { en = "The invented south", ar = "الجنوب المتخيَّل" }
"""

# What somebody does with a mouse. The second column, the round or the kind of a pair, marks the first row.
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Work(source As String, answers As String, steps As String, target As String, filter As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  last = cursor.RangeAddress.EndRow
  columns = cursor.RangeAddress.EndColumn
  header = 0
  Do While InStr("|1|claim|duplicate|", "|" &amp; sheet.getCellByPosition(1, header + 1).String &amp; "|") = 0
    header = header + 1
  Loop
  For c = 0 To columns
    If sheet.getCellByPosition(c, header).String = Split(answers, "|")(0) Then answer = c
  Next c
  words = Split(answers, "|")
  For r = header + 1 To last
    sheet.getCellByPosition(answer, r).String = words(1 + ((r - header - 1) Mod UBound(words)))
  Next r
  If InStr(steps, "sort") &gt; 0 Then
    area = sheet.getCellRangeByPosition(0, header + 1, columns, last)
    Dim field(0) As New com.sun.star.table.TableSortField
    field(0).Field = 2
    If InStr(steps, "by row") &gt; 0 Then field(0).Field = 6
    field(0).IsAscending = False
    Dim how(1) As New com.sun.star.beans.PropertyValue
    how(0).Name = "SortFields"
    how(0).Value = field()
    how(1).Name = "ContainsHeader"
    how(1).Value = False
    area.sort(how())
  End If
  If InStr(steps, "delete") &gt; 0 Then sheet.Rows.removeByIndex(header + 3, 1)
  If InStr(steps, "widen") &gt; 0 Then sheet.Columns.getByIndex(2).Width = 9000
  If InStr(steps, "insert") &gt; 0 Then sheet.Columns.insertByIndex(2, 1)
  Dim store(0) As New com.sun.star.beans.PropertyValue
  store(0).Name = "FilterName"
  store(0).Value = filter
  book.storeToURL(target, store())
  book.close(True)
End Sub
</script:module>
"""
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "csv": "Text - txt - csv (StarCalc)"}


class Office:
    def __init__(self, folder):
        self.profile = folder / "profile"
        self.run("--terminate_after_init")  # makes the profile, with an empty Module1
        (self.profile / "user/basic/Standard/Module1.xba").write_text(MACRO)

    def run(self, *words):
        subprocess.run(["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless",
                        "--norestore", *words],
                       check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def work(self, source, answers, steps, target):
        arguments = [source.as_uri(), answers, steps, target.as_uri(), FILTERS[target.suffix[1:]]]
        quoted = ",".join('"' + text + '"' for text in arguments)
        self.run(f"macro:///Standard.Module1.Work({quoted})")
        if not target.exists():
            raise SystemExit(f"soffice wrote no {target.name}")


class Desk:
    def __init__(self, folder, language):
        self.folder = folder
        self.language = language
        folder.mkdir()
        (folder / "dossier.toml").write_text(DOSSIER)
        lines = ["Reference,Name,Father's name,Date of birth,Rank"]
        lines += [f"N-{i:02},Person {i:02} Invented,Father {i:02},19{60 + i},Rank {i}" for i in range(PEOPLE)]
        (folder / "sought.csv").write_text("\n".join(lines) + "\n")
        self.run("key", "new", "--name", "Desk", "--cost", "light")
        self.run("init", "--title", "Invented", "--cost", "light")
        self.run("import", "dossier.toml")
        self.run("list", "import", "sought.csv", "--by", "north", "--kind", "sought", "--holder", "south")
        self.run("claim", "round", "answers", "--for", "south", "--language", language, "-o", "names.xlsx")

    def run(self, *words, codes=(0,)):
        read, write = os.pipe()
        os.write(write, b"four plain words\nfour plain words\n")
        os.close(write)
        environment = dict(os.environ, HOME=str(self.folder), XDG_CONFIG_HOME=str(self.folder / "c"),
                           XDG_DATA_HOME=str(self.folder / "d"), PARLEY_DOSSIER="a.parley")
        done = subprocess.run([PARLEY, *words, "--passphrase-fd", str(read)], cwd=self.folder,
                              env=environment, pass_fds=[read], capture_output=True, text=True)
        os.close(read)
        if done.returncode not in codes:
            raise SystemExit(f"parley {' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def merge(self, name, codes=(0,)):
        return json.loads(self.run("claim", "merge", name, "--by", "south", "--json", codes=codes))


def expect(what, got, wanted):
    if got != wanted:
        raise SystemExit(f"{what}: {got!r}, and not {wanted!r}")


def check(office, folder, language, answers, form):
    desk = Desk(folder / f"{language}-{form}", language)
    source = desk.folder / "names.xlsx"
    numbers = {row[0] for row in sheet_tool.read(source) if row and sheet_tool.NUMBER.match(row[0])}
    expect("rows sent", len(numbers), PEOPLE)

    lost = desk.folder / f"lost.{form}"
    office.work(source, answers, "sort delete widen insert", lost)
    answer = desk.merge(lost.name, codes=(3,))
    expect(f"{lost.name}: taken", answer["answers"], PEOPLE - 1)
    expect(f"{lost.name}: refused", answer["refused"], [])
    expect(f"{lost.name}: notes", answer["notes"], [])
    expect(f"{lost.name}: missing", len(answer["missing"]), 1)
    expect(f"{lost.name}: a number of the sheet", set(answer["missing"]) <= numbers, True)
    # The whole sheet after it: the one that was lost is taken, the others are there.
    whole = desk.folder / f"whole.{form}"
    office.work(source, answers, "widen", whole)
    answer = desk.merge(whole.name)
    expect(f"{whole.name}: taken", answer["answers"], 1)
    expect(f"{whole.name}: unchanged", answer["unchanged"], PEOPLE - 1)
    answer = desk.merge(whole.name)
    expect(f"{whole.name} again", (answer["answers"], answer["unchanged"]), (0, PEOPLE))
    # The words, person by person: what was chosen in LibreOffice is what stands in the record.
    states = json.loads(desk.run("claim", "list", "--json"))["claims"]
    expect("answered", {claim["state"] for claim in states}, {"answered"})
    expect("words", {claim["status"] for claim in states}, {"held", "not-held", "escaped"})
    print(f"{language}, {form}: complete, and the deleted row named")


def check_review(office, folder, form):
    """Verdicts on a sheet that was sorted: only the one whose row a new version changed is refused."""
    desk = Desk(folder / f"review-{form}", "en")
    letters = "bdfgklmnrst"
    names = ["".join(letters[i * step % 11] + "aiou"[i % 4] for step in (1, 3, 7)).title() for i in range(PEOPLE)]
    lines = [f"{name} Invented,{names[-i]},{1960 + i}" for i, name in enumerate(names)]
    sought = "\n".join(["Name,Father's name,Date of birth", *lines]) + "\n"
    for name, by, kind in (("sought.csv", "north", "sought"), ("held.csv", "south", "held")):
        (desk.folder / name).write_text(sought)
        desk.run("list", "import", name, "--by", by, "--kind", kind, "--replace", codes=(0, 3))
    desk.run("claim", "link")
    desk.run("claim", "review", "--sheet", "desk.xlsx")
    back = desk.folder / f"back.{form}"
    office.work(desk.folder / "desk.xlsx", "Verdict|later", "sort by row widen", back)
    (desk.folder / "sought.csv").write_text(sought.replace("1971", "1972"))
    desk.run("list", "import", "sought.csv", "--by", "north", "--kind", "sought", codes=(0, 3))
    answer = json.loads(desk.run("claim", "review", "--merge", back.name, "--json", codes=(3,)))
    reasons = {refused["reason"] for refused in answer["refused"]}
    expect(f"{back.name}: reasons", reasons, {"changed since the sheet was written: look again"})
    # Kind, lists, files, rows: columns 2 to 8. N-11 is row 13 of its list.
    pairs = [row for row in sheet_tool.read(desk.folder / "desk.xlsx") if row[1:2] in (["claim"], ["duplicate"])]
    changed = sum(("north-sought", "13") in ((row[2], row[6]), (row[3], row[7])) for row in pairs)
    expect(f"{back.name}: refused", len(answer["refused"]), changed)
    expect(f"{back.name}: taken", answer["later"], len(pairs) - changed)
    expect(f"{back.name}: some of either", changed > 0 and answer["later"] > 0, True)
    print(f"review, {form}: {answer['later']} taken after sorting, {changed} changed and refused")


def check_survival(office, folder):
    """Drop-downs, direction and locked columns are still there after LibreOffice saved the file."""
    desk = Desk(folder / "survival", "ar")
    target = desk.folder / "saved.xlsx"
    office.work(desk.folder / "names.xlsx", "الإفادة|محتجز", "widen", target)
    import zipfile
    with zipfile.ZipFile(target) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    for mark in ('type="list"', 'rightToLeft="true"', "<dataValidation "):
        expect(f"{mark} in what LibreOffice saved", mark in sheet, True)
    print("drop-downs and direction survive")


def main():
    if shutil.which("soffice") is None:
        print("skipped: there is no soffice (apt-get install libreoffice-calc-nogui)")
        return
    # Where the program was built with sanitizers, they keep to the program.
    with tempfile.TemporaryDirectory(prefix="parley-sheets-") as name:
        folder = pathlib.Path(name)
        office = Office(folder)
        for form in ("xlsx", "ods", "csv"):
            check(office, folder, "en", "Answer|Held|Not held|Escaped", form)
        check(office, folder, "ar", "الإفادة|محتجز|غير محتجز|فرّ من الاحتجاز", "ods")
        for form in ("xlsx", "ods"):
            check_review(office, folder, form)
        check_survival(office, folder)


if __name__ == "__main__":
    main()
