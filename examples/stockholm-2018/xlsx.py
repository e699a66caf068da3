"""A small XLSX writer, reader and editor: enough for the example, and no more.

Written files hold shared strings, numbers and dates; the same cells give the same bytes.
"""

import datetime
import re
import zipfile
from xml.etree import ElementTree
from xml.sax.saxutils import escape

EPOCH = datetime.date(1899, 12, 30)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TIME = (2018, 12, 15, 12, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

CONTENT_TYPES = (
    HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'spreadsheetml.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"),
            ("styles", "styles"), ("sharedStrings", "sharedStrings"),
        )
    )
    + "</Types>"
)  # fmt: skip
ROOT_RELATIONS = (
    HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK_RELATIONS = (
    HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATION}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
STYLES = (
    HEAD + f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font>'
    '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
    '</fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/>'
    '<xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>'
)


def column_name(number):
    """1 is A."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(reference):
    number = 0
    for letter in reference:
        if not letter.isalpha():
            break
        number = number * 26 + ord(letter.upper()) - 64
    return number


def write(path, sheet_name, rows, right_to_left=False, merged=(), bold=()):
    """rows: (number, cells), cells being None, str, int or datetime.date; merged: ranges, A1:D1."""
    strings = {}
    widest = max(len(cells) for _, cells in rows)
    names = [column_name(i + 1) for i in range(widest)]
    body = []
    for number, cells in rows:
        parts = []
        for name, cell in zip(names, cells):
            if cell is None or cell == "":
                continue
            if type(cell) is str:
                style = ' s="2"' if number in bold else ""
                at = strings.setdefault(cell, len(strings))
                parts.append(f'<c r="{name}{number}"{style} t="s"><v>{at}</v></c>')
            elif type(cell) is int:
                parts.append(f'<c r="{name}{number}"><v>{cell}</v></c>')
            else:
                parts.append(f'<c r="{name}{number}" s="1"><v>{(cell - EPOCH).days}</v></c>')
        body.append(f'<row r="{number}">{"".join(parts)}</row>')
    view = '<sheetViews><sheetView workbookViewId="0"{}/></sheetViews>'.format(' rightToLeft="1"' if right_to_left else "")
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    merges = f'<mergeCells count="{len(merged)}">{merges}</mergeCells>' if merged else ""
    sheet = f'{HEAD}<worksheet xmlns="{MAIN}">{view}<sheetData>{"".join(body)}</sheetData>{merges}</worksheet>'
    shared = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    book = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets><sheet name="{escape(sheet_name)}" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>'
    )
    write_members(path, {
        "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": ROOT_RELATIONS, "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS, "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}">{shared}</sst>', "xl/worksheets/sheet1.xml": sheet,
    })  # fmt: skip


def write_members(path, members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content, compresslevel=4)


class Book:
    """A workbook that is read, changed cell by cell, and saved with all else as it was."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.infos = archive.infolist()
            self.members = {info.filename: archive.read(info) for info in self.infos}
        self.strings = self.read_strings()
        self.sheets = {}  # name: member, in the order of the workbook
        relations = {
            item.get("Id"): item.get("Target") for item in ElementTree.fromstring(self.members["xl/_rels/workbook.xml.rels"])
        }
        for sheet in ElementTree.fromstring(self.members["xl/workbook.xml"]).iter(f"{{{MAIN}}}sheet"):
            target = relations[sheet.get(f"{{{RELATION}}}id")]
            self.sheets[sheet.get("name")] = target.lstrip("/") if target.startswith("/") else "xl/" + target
        self.hidden = {
            sheet.get("name")
            for sheet in ElementTree.fromstring(self.members["xl/workbook.xml"]).iter(f"{{{MAIN}}}sheet")
            if sheet.get("state", "visible") != "visible"
        }

    def read_strings(self):
        member = self.members.get("xl/sharedStrings.xml")
        if member is None:
            return []
        return [joined_text(item) for item in ElementTree.fromstring(member).iter(f"{{{MAIN}}}si")]

    def rows(self, sheet_name):
        """{row number: {column number: text}}; numbers and dates as the file has them."""
        answer = {}
        for row in ElementTree.fromstring(self.members[self.sheets[sheet_name]]).iter(f"{{{MAIN}}}row"):
            cells = {}
            for cell in row.iter(f"{{{MAIN}}}c"):
                text = self.cell_text(cell)
                if text:
                    cells[column_number(cell.get("r"))] = text
            if cells:
                answer[int(row.get("r"))] = cells
        return answer

    def cell_text(self, cell):
        kind = cell.get("t")
        if kind == "inlineStr":
            return joined_text(cell)
        value = cell.find(f"{{{MAIN}}}v")
        if value is None or value.text is None:
            return ""
        return self.strings[int(value.text)] if kind == "s" else value.text

    def fill(self, sheet_name, changes):
        """changes: {(row, column): text}. The cells keep their style and become inline strings; every
        other byte of the sheet stays."""
        member = self.sheets[sheet_name]
        sheet = self.members[member].decode("utf-8")
        left = {column_name(column) + str(row): text for (row, column), text in changes.items()}

        def fill_cell(match):
            text = left.pop(match[1], None)
            if text is None:
                return match[0]
            return inline(match[1], re.sub(r'\s+t="[^"]*"', "", match[2]), text)

        sheet = re.sub(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>.*?</c>)', fill_cell, sheet, flags=re.DOTALL)
        if left:
            sheet = insert_cells(sheet, left)
        self.members[member] = sheet.encode("utf-8")

    def choices(self, sheet_name, column, row):
        """The texts that the drop-down list of a cell offers; none if it has no such list."""
        sheet = self.members[self.sheets[sheet_name]].decode("utf-8")
        part = re.search(r"<dataValidations.*</dataValidations>", sheet, re.DOTALL)
        if part is None:
            return []
        root = ElementTree.fromstring(re.sub("<dataValidations", f'<dataValidations xmlns="{MAIN}"', part[0], count=1))
        for item in root.iter(f"{{{MAIN}}}dataValidation"):
            formula = item.find(f"{{{MAIN}}}formula1")
            if item.get("type") == "list" and formula is not None and covers(item.get("sqref"), column, row):
                return self.listed(sheet_name, formula.text)
        return []

    def listed(self, sheet_name, formula):
        """The texts of a list written out, or of a range such as Choices!$A$1:$A$9."""
        if formula.startswith('"'):
            return formula.strip('"').split(",")
        if "!" in formula:
            sheet_name, formula = formula.rsplit("!", 1)
            sheet_name = sheet_name.strip("'")
        rows = self.rows(sheet_name)
        first, last = (cell_place(part) for part in formula.replace("$", "").split(":"))
        texts = (rows.get(r, {}).get(c) for r in range(first[1], last[1] + 1) for c in range(first[0], last[0] + 1))
        return [text for text in texts if text]

    def save(self, path):
        with zipfile.ZipFile(path, "w") as archive:
            for old in self.infos:
                info = zipfile.ZipInfo(old.filename, old.date_time)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, old.external_attr
                archive.writestr(info, self.members[old.filename], compresslevel=4)


def joined_text(item):
    """All runs of a rich text; phonetic helps left out."""
    parts = []
    for child in item:
        if child.tag == f"{{{MAIN}}}t":
            parts.append(child.text or "")
        elif child.tag in (f"{{{MAIN}}}r", f"{{{MAIN}}}is"):
            parts.append(joined_text(child))
    return "".join(parts)


def cell_place(reference):
    """Column and row."""
    return column_number(reference), int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def covers(ranges, column, row):
    for part in ranges.split():
        first, _, last = part.partition(":")
        (left, top), (right, bottom) = cell_place(first), cell_place(last or first)
        if left <= column <= right and top <= row <= bottom:
            return True
    return False


def inline(reference, attributes, text):
    return f'<c r="{reference}"{attributes} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def insert_cells(sheet, cells):
    """For cells that their rows lack. cells: {reference: text}."""
    by_row = {}
    for reference, text in cells.items():
        column, row = cell_place(reference)
        by_row.setdefault(str(row), []).append((column, inline(reference, "", text)))

    def extend(match):
        new = by_row.pop(match[2], None)
        if new is None:
            return match[0]
        old = re.findall(r"<c r=\"[^>]*?/>|<c r=\".*?</c>", match[4] or "", re.DOTALL)
        both = sorted(new + [(column_number(cell[6:]), cell) for cell in old])
        return f"{match[1]}{match[3]}>" + "".join(cell for _, cell in both) + "</row>"

    sheet = re.sub(r'(<row r="([0-9]+)")([^>]*?)(?:/>|>(.*?)</row>)', extend, sheet, flags=re.DOTALL)
    if by_row:
        raise ValueError("the sheet lacks rows that are to be filled in")
    return sheet


def as_date(text):
    """The date that a number in a cell with a date format stands for."""
    return EPOCH + datetime.timedelta(days=int(float(text)))


def plain(text):
    return re.sub(r"\s+", " ", text).strip()
