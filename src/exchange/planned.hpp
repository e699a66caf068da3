// Terms and plans as entries: kinds "terms" and "plan" (doc/format/exchange.md).
//
// Terms are kept as the file that was accepted, in the one spelling to_toml() gives. A plan names the
// terms, the day it was made for, and the checkpoint it was made at: from these and the view of that
// checkpoint it can be made again.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "exchange/plan/codec.hpp"
#include "exchange/plan/terms.hpp"
#include "record/body.hpp"
#include "record/view.hpp"

namespace parley::exchange {

constexpr std::string_view kTermsKind = "terms";

struct Planned {
  record::EntryId terms;
  Date on;                 // ages are those of this day; of day precision
  std::uint64_t size = 0;  // of the record the plan was made from
  Digest root{};
  planning::Plan plan;

  bool operator==(const Planned&) const = default;
};

record::Payload terms_payload(const planning::Terms& terms);
Result<planning::Terms> terms_from(const record::Payload& payload);

record::Payload to_payload(const Planned& planned);
Result<Planned> planned_from(const record::Payload& payload);

// All of a view, in the order of the record.
struct Plans {
  struct KeptTerms {
    record::EntryId id;
    std::uint64_t index = 0;
    planning::Terms value;
  };
  struct KeptPlan {
    record::EntryId id;
    std::uint64_t index = 0;
    Planned value;
  };
  std::vector<KeptTerms> terms;
  std::vector<KeptPlan> plans;
  std::vector<std::string> problems;

  const KeptTerms* terms_of(const Planned& planned) const;
};
Plans fold_plans(const record::View& view);

}  // namespace parley::exchange
