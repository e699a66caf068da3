#include <algorithm>
#include <string_view>

#include "base/bytes.hpp"
#include "base/run/in_order.hpp"
#include "desk/name/names.hpp"
#include "text/encoding.hpp"
#include "text/folding.hpp"
#include "text/name_index.hpp"

namespace parley::desk {
namespace {

constexpr std::size_t kChunk = 64;  // questions of one piece of work

Result<std::string> text_of(const NameFile& file) {
  auto decoded = text::decode(bytes_of(file.bytes));
  if (!decoded) return within(std::move(decoded.error()), file.name);
  return std::move(decoded->text);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool is_name(std::string_view line) {
  return line.size() <= kLongestName && text::script_of(line) != text::Script::kNone;
}

// Lines with a letter, of equal ones the first.
std::vector<std::string_view> candidates(std::string_view text, NamesFound& out) {
  std::vector<std::string_view> names;
  for (const std::string_view line : lines_of(text)) {
    out.too_long += line.size() > kLongestName;
    if (is_name(line)) names.push_back(line);
  }
  std::vector<std::uint32_t> order(names.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return names[a] != names[b] ? names[a] < names[b] : a < b;
  });
  std::vector<bool> again(names.size());
  for (std::size_t i = 1; i < order.size(); ++i) {
    again[order[i]] = names[order[i]] == names[order[i - 1]];
  }
  std::vector<std::string_view> once;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!again[i]) once.push_back(names[i]);
  }
  out.names = once.size();
  out.repeated = names.size() - once.size();
  return once;
}

}  // namespace

Result<NamesFound> find_names(const FindRequest& request) {
  NamesFound out;
  std::string questions = request.query;
  if (request.query.empty()) {
    PARLEY_ASSIGN(questions, text_of(request.queries));
  } else if (!is_name(request.query)) {
    return fail(Fault::kBadInput, "the name asked for has no letter, or is too long");
  }
  PARLEY_ASSIGN(const std::string text, text_of(request.names));
  const std::vector<std::string_view> names = candidates(text, out);
  const std::vector<std::string_view> queries =
      request.query.empty() ? lines_of(questions) : std::vector<std::string_view>{request.query};
  std::array<bool, 6> scripts{};
  for (const std::string_view query : queries) {
    if (!is_name(query)) continue;
    for (const text::Script script : {text::script_of(query)}) {
      scripts[static_cast<std::size_t>(script)] = true;
    }
  }
  const text::NameIndex index(names, scripts);
  const auto answer = [&](std::string_view query) {
    NamesFound::One one{std::string(query), {}};
    if (!is_name(query)) return one;
    for (const auto& found : index.find(query, request.most)) {
      one.found.push_back({std::string(names[found.name]), text::probability_ppm(found.worth)});
    }
    return one;
  };
  using Answers = std::vector<NamesFound::One>;
  InOrder<Answers> pieces(request.threads, [&out](Answers&& some) {
    for (NamesFound::One& one : some) out.asked.push_back(std::move(one));
  });
  for (std::size_t begin = 0; begin < queries.size(); begin += kChunk) {
    const std::size_t end = std::min(queries.size(), begin + kChunk);
    pieces.add([&, begin, end] {
      Answers some;
      for (std::size_t i = begin; i < end; ++i) some.push_back(answer(queries[i]));
      return some;
    });
  }
  pieces.finish();
  return out;
}

}  // namespace parley::desk
