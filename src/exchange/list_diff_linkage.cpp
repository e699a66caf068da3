#include "exchange/list_diff_linkage.hpp"

#include "exchange/match_record.hpp"
#include "linkage/link.hpp"

namespace parley::exchange {
namespace {

// One party writes a place one way: places are compared by their texts.
const MatchPlaces& no_places() {
  static const dossier::Dossier kEmpty;
  static const MatchPlaces places(kEmpty);
  return places;
}

std::vector<linkage::Record> records_of(const std::vector<LinkedRow>& rows) {
  std::vector<linkage::Record> out;
  for (const LinkedRow& row : rows) {
    const Result<Person> person = read_person(*row.reading, *row.cells, *row.on);
    if (!person) continue;
    out.push_back(match_record(*person, no_places(), static_cast<std::uint32_t>(row.index)));
    with_references(out.back(), match_references(*person));
  }
  return out;
}

}  // namespace

Linked link_rows(const std::vector<LinkedRow>& before, const std::vector<LinkedRow>& after,
                 int threads) {
  Linked out;
  if (before.empty() || after.empty()) return out;
  const auto olds = linkage::Records::of(match_schema(), records_of(before));
  const auto news = linkage::Records::of(match_schema(), records_of(after));
  if (!olds || !news) return out;
  linkage::Options options;
  options.threads = threads;
  options.per_person = 1;
  // One party writes a person much the same from one version to the next: few candidates will do.
  options.block.candidates = 12;
  const auto links = linkage::link(*olds, *news, options);
  if (!links) return out;
  for (const linkage::Pair& pair : links->pairs) {
    if (pair.standing == linkage::Standing::kSure) {
      out.sure.emplace_back(pair.a, pair.b);
    } else if (pair.standing == linkage::Standing::kQueued && pair.assigned) {
      out.queued.emplace_back(pair.a, pair.b);
    }
  }
  return out;
}

}  // namespace parley::exchange
