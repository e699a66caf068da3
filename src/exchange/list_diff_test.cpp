#include "exchange/list_diff.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "exchange/list_testing.hpp"

namespace parley::exchange {
namespace {

namespace gen = rc::gen;
using testing::diff_of;
using testing::file_of;
using testing::import;

const std::string kHeader = "Ref,Name,Born,Mother,Captured at\n";

const std::string kFirst = kHeader +
                           "A1,Anna Karl Berg,12.03.1980,Maria,North Gate\n"
                           "A2,Boris Otto Weiss,1975,Clara,South Gate\n"
                           "A3,Dora Emil Kranz,,Vera,East Gate\n";

record::View view_of(const std::string& csv) {
  record::View view;
  import(view, file_of(csv));
  return view;
}

std::vector<std::string> names(const std::vector<Field>& fields) {
  std::vector<std::string> out;
  for (const Field field : fields) out.emplace_back(name(field));
  return out;
}

}  // namespace

TEST_CASE("diff_list: a new list, and the same file again") {
  record::View view = view_of(kFirst);
  const ListDiff again = diff_of(view, file_of(kFirst));
  CHECK(again.is_empty());
  CHECK(again.unchanged == 3);
  CHECK(again.perhaps.empty());
  CHECK(again.alike.empty());
}

TEST_CASE("diff_list: added, changed, dropped") {
  const record::View view = view_of(kFirst);
  const ListDiff diff =
      diff_of(view, file_of(kHeader + "A4,Ernst Paul Wolf,1990,Ida,North Gate\n"
                                      "A1,Anna Karl Berg,13.03.1980,Maria,North Gate\n"
                                      "A2,Boris Otto Weiss,1975,Clara,South Gate\n"));
  CHECK(diff.added == std::vector<std::size_t>{0});
  REQUIRE(diff.changed.size() == 1);
  CHECK(diff.changed[0].file_row == 1);
  CHECK(diff.changed[0].row == 0);
  CHECK(names(diff.changed[0].fields) == std::vector<std::string>{"born"});
  CHECK(diff.dropped == std::vector<std::size_t>{2});
  CHECK(diff.unchanged == 1);
}

TEST_CASE("diff_list: other columns, another order of them, another spelling of dates") {
  const record::View view = view_of(kFirst);
  CHECK(diff_of(view, file_of("Nr;Captured at;DOB;Name of mother;Full name;Ref\n"
                              "7;North  Gate;1980-03-12;Maria;Anna Karl Berg;A1\n"
                              "8;South Gate;1975;Clara;Boris Otto Weiss;A2\n"
                              "9;East Gate;-;Vera;Dora Emil Kranz;A3\n"))
            .is_empty());
}

TEST_CASE("diff_list: by name and something else, where references are new") {
  const record::View view = view_of(kFirst);
  const ListDiff diff =
      diff_of(view, file_of(kHeader + "B7,Anna Karl Berg,12.03.1980,Maria,West Gate\n"
                                      "B8,Boris Otto Weiss,1975,Clara,South Gate\n"
                                      "B9,Dora Emil Kranz,,Vera,East Gate\n"));
  CHECK(diff.added.empty());
  CHECK(diff.dropped.empty());
  REQUIRE(diff.changed.size() == 3);
  CHECK(names(diff.changed[0].fields) == std::vector<std::string>{"reference", "capture-place"});
}

TEST_CASE("diff_list: only the name is the same: added and dropped, and said") {
  const record::View view = view_of("Name,Born\nAnna Karl Berg,1980\n");
  const ListDiff diff = diff_of(view, file_of("Name,Born\nAnna Karl Berg,1991\n"));
  CHECK(diff.added.size() == 1);
  CHECK(diff.dropped.size() == 1);
  REQUIRE(diff.perhaps.size() == 1);
  CHECK(diff.perhaps[0].file_row == 0);
  CHECK(diff.perhaps[0].row == 0);
}

TEST_CASE("diff_list: what tells of a person between two parties' lists tells between versions") {
  // The name in one column and then in four, another spelling; of two papers in a cell one is left.
  const record::View view = view_of(
      "Name,Documents,Born,ICRC number\n"
      "Mahmoud Naser Qassem Jarahi,01-23456; 55-90871,1981,ICRC-4471\n"
      "Khaled Yousef Omar Marouni,01-99871; 55-11223,1990,ICRC-5512\n");
  const ListDiff diff = diff_of(
      view,
      file_of("Given name,Father's name,Grandfather's name,Family name,Documents,Born,ICRC number\n"
              "Mahmud,Nasir,Qasim,Garahi,55-90871,1981,\n"
              "Halid,Yusuf,Umar,Maruni,55-11223,1990,\n"));
  CHECK(diff.added.empty());
  CHECK(diff.dropped.empty());
  CHECK(diff.changed.size() == 2);
}

TEST_CASE("diff_list: a reference that is another person's now") {
  const record::View view = view_of(kFirst);
  const ListDiff diff =
      diff_of(view, file_of(kHeader + "A1,Ernst Paul Wolf,1990,Ida,West Gate\n"
                                      "A2,Boris Otto Weiss,1975,Clara,South Gate\n"
                                      "A3,Dora Emil Kranz,,Vera,East Gate\n"));
  CHECK(diff.changed.empty());
  CHECK(diff.added == std::vector<std::size_t>{0});
  CHECK(diff.dropped == std::vector<std::size_t>{0});
  CHECK(diff.perhaps.size() == 1);
}

TEST_CASE("diff_list: a dropped person returns") {
  record::View view = view_of(kFirst);
  import(view, file_of(kHeader + "A1,Anna Karl Berg,12.03.1980,Maria,North Gate\n"));
  const ListDiff diff = diff_of(view, file_of(kFirst));
  CHECK(diff.added.empty());
  REQUIRE(diff.changed.size() == 2);
  CHECK(diff.changed[0].returned);
  import(view, file_of(kFirst));
  CHECK(diff_of(view, file_of(kFirst)).is_empty());
}

TEST_CASE("diff_list: rows that say the same are one another's equal") {
  const std::string twice =
      kHeader + "A1,Anna Karl Berg,1980,Maria,x\nA1,Anna Karl Berg,1980,Maria,x\n";
  record::View view = view_of(twice);
  CHECK(fold_lists(view).rows.size() == 2);
  const ListDiff again = diff_of(view, file_of(twice));
  CHECK(again.is_empty());
  REQUIRE(again.alike.size() == 1);
  CHECK(again.alike[0].file_rows == std::vector<std::size_t>{0, 1});
  const ListDiff once = diff_of(view, file_of(kHeader + "A1,Anna Karl Berg,1980,Maria,x\n"));
  CHECK(once.dropped == std::vector<std::size_t>{1});
  CHECK(once.unchanged == 1);
}

TEST_CASE("diff_list: one document number twice") {
  const ListDiff diff =
      diff_list({}, {}, file_of("Name,Passport\nAnna Berg,77\nBoris Weiss,٧٧\n"), {}, 1);
  REQUIRE(diff.alike.size() == 1);
  CHECK(diff.alike[0].by == AlikeBy::kDocument);
}

TEST_CASE("diff_list: unread rows, mended rows") {
  const std::string csv = kHeader + "A1,,1980,Maria,x\nA2,Boris Otto Weiss,99.99.1975,Clara,y\n";
  record::View view = view_of(csv);
  CHECK(diff_of(view, file_of(csv)).is_empty());
  CHECK(diff_of(view, file_of(csv)).unread_unchanged == 1);
  CHECK(
      diff_of(view, file_of(kHeader + "A2,Boris Otto Weiss,99.99.1975,Clara,y\n")).unread_dropped ==
      std::vector<std::size_t>{0});

  // Mended by hand: the unread row is a row now, the bad date is a good one.
  const Lists before = fold_lists(view);
  const record::EntryId version = before.lists[0].versions[0].id;
  testing::add(view,
               to_payload(ListRow{version, 2, {"A1", "Anna Karl Berg", "1980", "Maria", "x"}}));
  dossier::Correction gone;
  gone.of = before.unread[0].id;
  gone.reason = "mended";
  gone.withdrawn = true;
  testing::add(view, dossier::to_payload(gone));
  dossier::Correction mended;
  mended.of = before.rows[0].id;
  mended.reason = "mended";
  mended.replacement =
      to_payload(ListRow{version, 3, {"A2", "Boris Otto Weiss", "09.09.1975", "Clara", "y"}});
  testing::add(view, dossier::to_payload(mended));

  // The file as it was does not undo it; nor does the file with the mending in it.
  const ListDiff same = diff_of(view, file_of(csv));
  CHECK(same.is_empty());
  CHECK(same.unchanged == 2);
  CHECK(diff_of(view, file_of(kHeader + "A1,Anna Karl Berg,1980,Maria,x\n"
                                        "A2,Boris Otto Weiss,09.09.1975,Clara,y\n"))
            .is_empty());
  // A file that says something new does.
  CHECK(
      diff_of(view, file_of(kHeader + "A1,,1980,Maria,x\nA2,Boris Otto Weiss,08.08.1975,Clara,y\n"))
          .changed.size() == 1);
}

TEST_CASE("diff_list: rows are said again under other terms") {
  const record::View view = view_of(kFirst);
  ListTerms terms;
  terms.consent = false;
  const ListDiff diff = diff_of(view, file_of(kFirst), terms);
  CHECK(diff.changed.size() == 3);
  CHECK(diff.changed[0].fields.empty());
}

TEST_CASE("diff_list: any edits, in any order, are found as they were made") {
  CHECK(rc::check([] {
    struct Line {
      std::string ref, name, born, mother, place;
      std::string line() const {
        return ref + "," + name + "," + born + "," + mother + "," + place + "\n";
      }
    };
    const auto syllables = std::vector<std::string>{"ka", "lo", "mi", "ru", "ta", "ve", "zo", "ni"};
    const auto word = [&syllables](std::uint64_t n) {
      std::string out;
      for (int i = 0; i < 4; ++i, n /= 8) out += syllables[n % 8];
      return out;
    };
    std::vector<Line> people;
    const int count = *gen::inRange(1, 25);
    for (int i = 0; i < count; ++i) {
      const auto n = static_cast<std::uint64_t>(i);
      people.push_back({"R" + std::to_string(i),
                        word(n * 97 + 11) + " " + word(n * 61 + 5) + " " + word(n * 31 + 3),
                        std::to_string(1950 + i), word(n * 7), word(n * 3)});
    }
    std::string first = kHeader;
    for (const Line& person : people) first += person.line();
    const record::View view = view_of(first);

    std::vector<std::string> lines;
    std::size_t added = 0, changed = 0, dropped = 0;
    for (Line person : people) {
      const int what = *gen::inRange(0, 5);
      if (what == 0) {
        ++dropped;
        continue;
      }
      if (what == 1) {
        person.place += "x";
        ++changed;
      } else if (what == 2) {
        person.ref += "9";
        ++changed;
      }
      lines.push_back(person.line());
    }
    for (int i = *gen::inRange(0, 5); i > 0; --i, ++added) {
      const auto n = static_cast<std::uint64_t>(1000 + i * 377);
      lines.push_back(
          Line{"N" + std::to_string(i), word(n * 97) + " " + word(n * 61), "2001", word(n), "q"}
              .line());
    }
    // Any order.
    for (std::size_t i = lines.size(); i > 1; --i) {
      std::swap(lines[i - 1], lines[*gen::inRange<std::size_t>(0, i)]);
    }
    std::string second = kHeader;
    for (const std::string& line : lines) second += line;
    const ListDiff diff = diff_of(view, file_of(second));
    RC_ASSERT(diff.added.size() == added);
    RC_ASSERT(diff.changed.size() == changed);
    RC_ASSERT(diff.dropped.size() == dropped);
    RC_ASSERT(diff.unchanged == people.size() - changed - dropped);

    // What was imported once is not imported again.
    record::View after = view;
    import(after, file_of(second));
    RC_ASSERT(diff_of(after, file_of(second)).is_empty());
  }));
}

}  // namespace parley::exchange
