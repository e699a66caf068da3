# An exchange of invented people from lists to a plan, in which every word that stays at the desk is a
# marker: sourced by the cases that search what leaves it. Leaves sheets-PARTY/, terms.toml, numbers, and
# the files of markers: hidden (a desk's or a party's own), ids (of entries, but for those of the plan and its
# terms), watched (names, and the answering side's references).
export PARLEY_DOSSIER=a.parley PARLEY_KEY=Zkey0 PARLEY_OFFICE=Zoffice0
parley() { command parley "$@" --passphrase-fd 3 3<<<$'four plain words\nfour plain words'; }
tool() { python3 "$PARLEY_SOURCE/test/e2e/sheet_tool.py" "$@"; }
markers() { python3 "$PARLEY_SOURCE/test/e2e/find_markers.py" "$@"; }
# NAME: the number of its row in the sheets of names.
number() { awk -F '\t' -v name="$1" '$2 == name { print $1 }' numbers; }

play() {
  local name party key pair one
  for name in Zkey0 Zkey1 North South West; do parley key new --name $name --cost light > $name.pub 2> /dev/null; done
  parley init --title "Ztitle0 of the dossier" --cost light
  dossier > dossier.toml
  parley import dossier.toml
  # That these have asked is for themselves and the desk.
  parley party add mothers --kind association --part-of north --name "en=Zmothers0 of the invented" --audience desk
  parley key admit $(cat Zkey1.pub) --name Zkey1 --role desk
  for party in North South West; do
    parley key admit $(cat $party.pub) --name Zfocal-$party-0 --role focal-point --party ${party,}
  done
  lists
  bring_in Zfile0.csv north sought south
  bring_in Zfile1.csv south sought north
  bring_in Zfile2.csv south held
  bring_in Zfile3.csv north held
  bring_in Zfile4.csv mothers sought south
  parley claim link
  # Two officers say who of the south's list is n0 and n1, and who of the north's is s0.
  for pair in "north-sought:2 south-held:2" "north-sought:3 south-held:3" "south-sought:2 north-held:2"; do
    confirm $pair Zreason0
  done
  # n0 and n1 are held; n2 died; n3 went on to the west; n4, n5, n9 and m1 are contested; n6 waits; n7 may
  # not be forwarded; n8 is held and known by an alias alone.
  parley claim round answers --for south -o south-1.xlsx
  parley claim round answers --for north -o north-1.xlsx
  { tool numbers south-1.xlsx; tool numbers north-1.xlsx; } > numbers
  tool fill south-1.xlsx south-1.csv \
    Qnamen0 Answer=Held Note=Zanswer0 "Your reference=Yours0" -- \
    Qnamen1 Answer=Held Note=Zanswer1 "Your reference=Yours1" -- \
    Qnamen2 Answer=Died Date=2018-05-13 "Cause of death=Zcause2" "Place of burial=Zgrave2" Note=Zanswer2 -- \
    Qnamen3 "Answer=Transferred to another" "To whom or held by whom=The invented west" Note=Zanswer3 -- \
    Qnamen4 "Answer=Not held" Note=Zanswer4 "Your reference=Yours4" -- \
    Qnamen5 "Answer=Not held" Note=Zanswer5 "Your reference=Yours5" -- \
    Qoriginn8 Answer=Held Note=Zanswer6 "Your reference=Yours6" -- \
    Qnamen9 "Answer=Not held" Note=Zanswer9 -- \
    Qnamem0 Answer=Held Note=Zanswer7 "Your reference=Yours7" -- \
    Qnamem1 "Answer=Held by another" "To whom or held by whom=Zother0" Note=Zanswer8
  tool fill north-1.xlsx north-1.csv Qnames0 Answer=Held Note=Zanswer10 "Your reference=Yours8" -- \
    Qnames1 Answer=Held Note=Zanswer11 "Your reference=Yours9"
  parley claim merge south-1.csv --by south
  parley claim merge north-1.csv --by north
  parley claim round answers --for west -o west-1.xlsx
  parley claim round remarks --for north -o north-2.xlsx
  parley claim round remarks --for mothers -o mothers-2.xlsx
  parley claim round remarks --for south -o south-2.xlsx
  tool fill north-2.xlsx north-2.csv Qnamen0 Remark=Accepted Note=Zremark0 -- \
    Qnamen1 Remark=Accepted Note=Zremark1 -- Qnamen4 Remark=Contested Note=Zremark4 -- \
    Qnamen5 Remark=Contested Note=Zremark5 -- Qoriginn8 Remark=Accepted Note=Zremark6 -- \
    Qnamen9 Remark=Contested Note=Zremark9
  tool fill mothers-2.xlsx mothers-2.csv Qnamem0 Remark=Accepted Note=Zremark2 -- Qnamem1 Remark=Contested Note=Zremark3
  tool fill south-2.xlsx south-2.csv Qnames0 Remark=Accepted Note=Zremark8 -- Qnames1 Remark=Accepted Note=Zremark7
  for party in north mothers south; do parley claim merge $party-2.csv --by $party; done
  # n5 is now said to have died, of which the family does not know; n4 and n9 stay disputed.
  parley claim round final-replies --for south -o south-3.xlsx
  tool fill south-3.xlsx south-3.csv Qnamen4 "Final reply=Not held" Note=Zreply4 -- \
    Qnamen5 "Final reply=Died" Date=2018-06-01 "Cause of death=Zcause5" "Place of burial=Zgrave5" Note=Zreply5 -- \
    Qnamen9 "Final reply=Not held" Note=Zreply9 -- Qnamem1 "Final reply=Not known" Note=Zreply1
  parley claim merge south-3.csv --by south
  parley claim round last-remarks --for north -o north-4.xlsx
  tool fill north-4.xlsx north-4.csv Qnamen4 "Last remark=Contested" Note=Zlast4 -- Qnamen9 "Last remark=Contested" Note=Zlast9
  parley claim merge north-4.csv --by north
  # The desk's own words. s1, n8 and m0, on no list of the holder's, are confirmed as answered; n1 does not travel.
  parley claim settle $(number Qnamen9) --status unknown --note Zsettled0
  parley claim event $(number Qnamen0) --kind re-arrested --by south --source Zsource0 --note Zevent0
  parley claim event $(number Qnamen1) --kind does-not-travel --by south
  parley remains add zremains-0 --by south --place Zremains0 --note Zremains1 --claim $(number Qnamen5)
  for one in Qnames1 Qoriginn8 Qnamem0; do confirm $(number $one) Zreason1; done
  terms > terms.toml
  parley exchange terms terms.toml
  parley exchange plan --on 2019-01-07
  for party in north south west mothers; do mkdir -p sheets-$party; mv $party-*.xlsx sheets-$party; done
  mark
}

bring_in() { parley list import $1 --by $2 --kind $3 ${4:+--holder $4} --date 2018-12-10; }

confirm() {  # WHAT... REASON
  local key
  for key in Zkey0 Zkey1; do parley claim decide "${@:1:$#-1}" same --reason "${!#}" --key $key; done
}

mark() {
  {
    grep -oh "Z[a-z-]*[nshgm]*[0-9][0-9]*" *.csv
    echo Ztitle0 Zkey0 Zkey1 Zfocal-{North,South,West}-0 Zoffice0 Zreason0 Zreason1 Zsettled0 Zevent0 Zsource0 |
      tr " " "\n"
    echo Zremains0 Zremains1 zremains-0 Zmothers0 Zfile{0..4} a.parley {north,south,mothers}-sought {north,south}-held |
      tr " " "\n"
  } | sort -u > hidden
  grep -oh "Yours[0-9]\|Qname[nshgm][0-9]" *.csv | sort -u > watched
  parley exchange status --json | grep -o '[0-9a-f]\{64\}' | head -1 | cut -c 1-12 > plan-id
  parley exchange status --json | grep -o '"terms": *"[0-9a-f]*' | grep -o '[0-9a-f]*$' | cut -c 1-12 >> plan-id
  parley log --json | grep -o '"id": *"[0-9a-f]*' | grep -o '[0-9a-f]*$' | cut -c 1-12 | grep -vFf plan-id | sort -u > ids
}

terms() {
  cat << 'END'
version = 1
parties = ["north", "south"]
[[corridor]]
between = ["north", "south"]
rule = "all-for-all"
[[first]]
class = "wounded-or-sick"
basis = "agreement"
note = "Qterms0"
END
}

dossier() {
  cat << 'END'
[[party]]
key = "north"
kind = "party"
names = { en = "The invented north", ar = "الشمال المتخيَّل" }
[[party]]
key = "south"
kind = "party"
names = { en = "The invented south", ar = "الجنوب المتخيَّل" }
[[party]]
key = "west"
kind = "party"
names = { en = "The invented west" }
END
}

# Every column that a list may have; a marker is "Z", the column, the list, the row. What may go with
# a name begins with "Q". n: sought by the north; m: by the mothers; s: by the south; h, g: held by them.
lists() {
  python3 - << 'END'
import csv
FORWARD = ["icrc-reference", "given", "father", "grandfather", "family", "mother", "name-other", "birth-place", "origin", "nationality", "capture-place"]
DESK = ["alias", "name-at-arrest", "document", "force", "unit", "rank", "service-number", "capture-source", "detention-place", "companions", "health", "contact", "status-word", "burial-place"]
PLACES = ["birth-place", "origin", "nationality", "capture-place"]
HEADERS = {"icrc-reference": "ICRC reference", "name-other": "Other spelling", "name-at-arrest": "Name at arrest", "document": "Identity document", "service-number": "Service number", "capture-source": "Source of information", "detention-place": "Place of detention", "status-word": "Status", "burial-place": "Burial place", "birth-place": "Place of birth", "capture-place": "Place of capture", "given": "First name", "father": "Father's name", "grandfather": "Grandfather's name", "family": "Family name", "mother": "Mother's name"}
def write(name, rows, tag):
    with open(name, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Reference", "Name"] + [HEADERS.get(f, f.capitalize()) for f in FORWARD + DESK] + ["Notes", "Consent", "Date of birth"])
        for i in range(rows):
            nameless = (tag, i) == ("n", 8)  # known by an alias alone
            named = [f"Zreference{tag}{i}"] + [("" if nameless and f not in PLACES else f"Q{f}{tag}{i}") for f in ["name"] + FORWARD]
            out.writerow(named + [f"Z{f}{tag}{i}" for f in DESK] + [f"Znote{tag}{i}", "no" if (tag, i) == ("n", 7) else "yes", f"Qborn{tag}{i}" if i == 0 else ""])
write("Zfile0.csv", 10, "n")
write("Zfile1.csv", 2, "s")
write("Zfile2.csv", 3, "h")
write("Zfile3.csv", 2, "g")
write("Zfile4.csv", 2, "m")
END
}
