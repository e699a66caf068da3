#include "exchange/lists.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "dossier/correction.hpp"
#include "dossier/testing.hpp"

namespace parley::exchange {
namespace {

namespace gen = rc::gen;
using dossier::testing::add;
using dossier::testing::id_of;
using record::EntryId;

ListVersion a_version(const std::string& key = "north-held") {
  ListVersion version;
  version.key = key;
  version.kind = ListKind::kHeld;
  version.by = id_of("north");
  version.file = "held.csv";
  version.format = "csv";
  version.reading.columns = {{"Name", Field::kName}, {"Nr", {}}, {"Name 2", Field::kName}};
  return version;
}

record::Payload correction(const EntryId& of, std::optional<ListRow> row) {
  dossier::Correction out;
  out.of = of;
  out.reason = "new version";
  out.withdrawn = !row;
  if (row) out.replacement = to_payload(*row);
  return dossier::to_payload(out);
}

}  // namespace

TEST_CASE("fold_lists: versions, rows, corrections, drops") {
  record::View view;
  const EntryId v1 = add(view, to_payload(a_version()));
  const EntryId a = add(view, to_payload(ListRow{v1, 2, {"Anna"}}));
  const EntryId b = add(view, to_payload(ListRow{v1, 3, {"", "7", "Boris"}}));
  const EntryId c = add(view, to_payload(ListUnread{v1, 4, {"", "8"}, "nobody is named"}));
  ListVersion second = a_version();
  second.dropped = {b, c};
  const EntryId v2 = add(view, to_payload(second));
  add(view, correction(a, ListRow{v2, 5, {"Anna B."}}));

  Lists lists = fold_lists(view);
  CHECK(lists.problems.empty());
  REQUIRE(lists.lists.size() == 1);
  CHECK(lists.find("north-held") == lists.lists.data());
  CHECK(lists.find("south-held") == nullptr);
  CHECK(lists.lists[0].versions.size() == 2);
  CHECK(lists.lists[0].rows == std::vector<std::size_t>{0, 1});
  const Row* row = lists.row(a);
  REQUIRE(row != nullptr);
  CHECK(row->id == a);
  CHECK(row->version == 1);
  CHECK(row->row == 5);
  CHECK_FALSE(row->dropped);
  CHECK(row->received.empty());
  CHECK(lists.text(*row, Field::kName) == "Anna B.");
  CHECK(lists.text(*row, Field::kBorn).empty());
  CHECK(lists.row(b)->dropped);
  CHECK(lists.text(*lists.row(b), Field::kName) == "Boris");
  REQUIRE(lists.unread.size() == 1);
  CHECK(lists.unread[0].dropped);

  SUBCASE("a correction of a dropped row makes it stand again, a withdrawal drops it") {
    add(view, correction(b, ListRow{v2, 3, {"Boris"}}));
    add(view, correction(a, {}));
    lists = fold_lists(view);
    CHECK_FALSE(lists.row(b)->dropped);
    CHECK(lists.row(a)->dropped);
  }
  SUBCASE("a correction may name an earlier correction") {
    const EntryId first = add(view, correction(b, ListRow{v2, 3, {"Boris"}}));
    add(view, correction(first, ListRow{v2, 3, {"Boris C."}}));
    CHECK(fold_lists(view).row(b)->cells == std::vector<std::string>{"Boris C."});
  }
}

TEST_CASE("fold_lists: what was mended by hand keeps what the file had") {
  record::View view;
  const EntryId v1 = add(view, to_payload(a_version()));
  const EntryId a = add(view, to_payload(ListRow{v1, 2, {"Anna", "31.31.1980"}}));
  const EntryId u = add(view, to_payload(ListUnread{v1, 3, {"", "9"}, "nobody is named"}));
  const EntryId b = add(view, to_payload(ListRow{v1, 3, {"Boris", "9"}}));
  add(view, correction(u, {}));
  add(view, correction(a, ListRow{v1, 2, {"Anna", "13.01.1980"}}));
  add(view, correction(a, ListRow{v1, 2, {"Anna", "31.01.1980"}}));
  Lists lists = fold_lists(view);
  CHECK(lists.row(a)->cells.back() == "31.01.1980");
  CHECK(lists.row(a)->received.back() == "31.31.1980");
  CHECK(lists.row(b)->received == std::vector<std::string>{"", "9"});
  CHECK(lists.unread[0].dropped);

  const EntryId v2 = add(view, to_payload(a_version()));
  add(view, correction(a, ListRow{v2, 2, {"Anna"}}));
  CHECK(fold_lists(view).row(a)->received.empty());
}

TEST_CASE("fold_lists: what cannot be read is a problem and hides nothing") {
  record::View view;
  const EntryId v1 = add(view, to_payload(a_version()));
  const EntryId a = add(view, to_payload(ListRow{v1, 2, {"Anna"}}));
  record::Payload bad = to_payload(ListRow{v1, 2, {"Anna"}});
  bad.body.erase(2);
  add(view, bad);
  add(view, to_payload(ListRow{id_of("elsewhere"), 2, {"Anna"}}));
  add(view, to_payload(ListUnread{id_of("elsewhere"), 2, {"Anna"}, "why"}));
  const EntryId other = add(view, to_payload(a_version("south-held")));
  add(view, correction(a, ListRow{other, 2, {"Anna"}}));
  ListVersion drops = a_version("south-held");
  drops.dropped = {a};
  add(view, to_payload(drops));
  ListVersion same_key = a_version();
  same_key.by = id_of("south");
  add(view, to_payload(same_key));

  const Lists lists = fold_lists(view);
  CHECK(lists.problems.size() == 6);
  for (const std::string& text : lists.problems) CHECK(text.find("Anna") == std::string::npos);
  CHECK(lists.lists.size() == 3);
  CHECK(lists.find("north-held")->by == id_of("north"));
  REQUIRE(lists.rows.size() == 1);
  CHECK_FALSE(lists.rows[0].dropped);
}

TEST_CASE("fold_lists: any history, against a plain replay") {
  CHECK(rc::check([] {
    struct Known {
      std::vector<std::string> cells;
      bool dropped = false;
    };
    record::View view;
    std::map<EntryId, Known> known;
    std::vector<EntryId> ids;
    EntryId version = add(view, to_payload(a_version()));
    for (int step = *gen::inRange(0, 40); step > 0; --step) {
      const auto some_row = [&] { return ids[*gen::inRange<std::size_t>(0, ids.size())]; };
      const std::string cell = "n" + std::to_string(step);
      const int what = *gen::inRange(0, 5);
      if (what < 2 || ids.empty()) {
        ids.push_back(add(view, to_payload(ListRow{version, step, {cell}})));
        known[ids.back()] = {{cell}, false};
      } else if (what == 2) {
        const EntryId id = some_row();
        add(view, correction(id, ListRow{version, step, {cell}}));
        known[id] = {{cell}, false};
      } else if (what == 3) {
        const EntryId id = some_row();
        add(view, correction(id, {}));
        known[id].dropped = true;
      } else {
        ListVersion next = a_version();
        next.rows = step;
        next.dropped = {some_row()};
        known[next.dropped[0]].dropped = true;
        version = add(view, to_payload(next));
      }
    }
    const Lists lists = fold_lists(view);
    RC_ASSERT(lists.problems.empty());
    RC_ASSERT(lists.rows.size() == ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      RC_ASSERT(lists.rows[i].id == ids[i]);
      RC_ASSERT(lists.row(ids[i]) == &lists.rows[i]);
      RC_ASSERT(lists.rows[i].cells == known[ids[i]].cells);
      RC_ASSERT(lists.rows[i].dropped == known[ids[i]].dropped);
    }
  }));
}

}  // namespace parley::exchange
