#include "text/name_evidence.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/code_points.hpp"
#include "text/edit_distance.hpp"
#include "text/name_evidence_table.hpp"
#include "text/name_roles.hpp"
#include "text/sounds.hpp"

namespace parley::text {
namespace {

constexpr std::size_t kPatronymicEnding = 4;              // letters
constexpr int kInitialFits = 500, kMostOfTwoNames = 600;  // of likeness()

std::string joined(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out.push_back(c);
  }
  return out;
}

bool is_native(Script script) {
  return script == Script::kArabic || script == Script::kCyrillic || script == Script::kHebrew;
}

// Letters as bytes, the same letter the same byte in both.
std::pair<std::string, std::string> as_bytes(std::string_view a, std::string_view b) {
  const std::u32string x = code_points(a), y = code_points(b);
  std::u32string alphabet = x + y;
  std::sort(alphabet.begin(), alphabet.end());
  alphabet.erase(std::unique(alphabet.begin(), alphabet.end()), alphabet.end());
  const auto bytes = [&](const std::u32string& points) {
    std::string out;
    for (const char32_t point : points) {
      const auto at = std::lower_bound(alphabet.begin(), alphabet.end(), point);
      out.push_back(static_cast<char>(std::min<std::ptrdiff_t>(at - alphabet.begin(), 255)));
    }
    return out;
  };
  return {bytes(x), bytes(y)};
}

// From thousandths of what the fit took as one, times a weight in millibits.
int line(const EvidenceLine& fit, int first, int second, int third) {
  const std::int64_t sum = std::int64_t{fit.base} * 1000 + std::int64_t{fit.first} * first +
                           std::int64_t{fit.second} * second + std::int64_t{fit.third} * third;
  return static_cast<int>(std::clamp<std::int64_t>(sum / 1000, -1'000'000, 1'000'000));
}

int within(int millibits) { return std::clamp(millibits, kLeastEvidence, kMostEvidence); }

// Of a patronymic, without what all of them end in.
NamePart stem_of(const NamePart& part) {
  std::u32string points = code_points(part.folded);
  points.resize(points.size() - std::min<std::size_t>(points.size(), kPatronymicEnding));
  NamePart out;
  out.folded = to_utf8(points);
  out.script = part.script;
  out.sounds = sounds_of(out.folded, out.script);
  return out;
}

}  // namespace

std::string_view name(Ground ground) {
  switch (ground) {
    case Ground::kSpelling: return "spelling";
    case Ground::kKnown: return "known";
    case Ground::kLearnt: return "learnt";
    case Ground::kSounds: return "sounds";
    case Ground::kInitial: return "initial";
    case Ground::kNone: break;
  }
  return "none";
}

ReadyPart::ReadyPart(NamePart part, const std::array<bool, 6>& scripts) : part_(std::move(part)) {
  std::vector<std::string> forms{joined(part_.written)};
  if (std::string folded = joined(part_.folded); folded != forms[0]) {
    forms.push_back(std::move(folded));
  }
  if (is_native(part_.script)) {
    const Transliteration& model = Transliteration::of(part_.script);
    for (const std::string& form : forms) {
      const Letters letters = model.native(form);
      if (letters_.empty() || !(letters == letters_[0])) letters_.push_back(letters);
    }
  }
  if (part_.script != Script::kLatin || part_.initial) return;
  for (const Script script : {Script::kArabic, Script::kCyrillic, Script::kHebrew}) {
    if (!scripts[static_cast<std::size_t>(script)]) continue;
    const Transliteration& model = Transliteration::of(script);
    Letters first;
    for (const std::string& form : forms) {
      const Letters letters = model.latin(form);
      if (&form != forms.data() && letters == first) continue;
      first = letters;
      asking_.push_back({script, TransliterationQuery(model, form)});
    }
  }
}

std::optional<Signs> learnt_signs(const ReadyPart& a, const ReadyPart& b) {
  if (a.part_.script != Script::kLatin) {
    if (b.part_.script != Script::kLatin) return std::nullopt;
    return learnt_signs(b, a);
  }
  if (b.letters_.empty() || a.part_.initial || b.part_.initial) return std::nullopt;
  std::optional<Signs> best;
  for (const ReadyPart::Asking& asking : a.asking_) {
    if (asking.script != b.part_.script) continue;
    const int most = asking.query.rest()[0];
    for (const Letters& letters : b.letters_) {
      const int score = asking.query.score(letters);
      const int gap = score <= kImpossible / 2 ? kLeastGap : std::max(score - most, kLeastGap);
      if (!best || gap > best->gap) {
        best = Signs{gap, static_cast<int>(asking.query.size()), 0, 0};
      }
    }
  }
  return best;
}

Signs plain_signs(const NamePart& a, const NamePart& b) {
  Signs signs;
  signs.alike = likeness(a, b);
  if (a.script != b.script) return signs;
  const auto [x, y] = as_bytes(joined(a.folded), joined(b.folded));
  const std::size_t longer = std::max(x.size(), y.size());
  signs.length = static_cast<int>(std::min(x.size(), y.size()));
  if (longer > 0) signs.edits = static_cast<int>(1000 * edit_distance(x, y) / longer);
  return signs;
}

int learnt_evidence(Script native, int gap, int length) {
  if (length == 0) return kLeastEvidence;
  const EvidenceLine& fit = native == Script::kArabic     ? kArabicEvidence
                            : native == Script::kCyrillic ? kCyrillicEvidence
                                                          : kHebrewEvidence;
  return line(fit, gap, 1000 * std::min(length, 10), 0);
}

Evidence evidence(const ReadyPart& a, const ReadyPart& b) {
  const NamePart &x = a.part(), &y = b.part();
  if (x.initial || y.initial) {
    const bool fits = likeness(x, y) >= kInitialFits;
    return {fits ? kInitialEvidence : kLeastEvidence, fits ? Ground::kInitial : Ground::kNone};
  }
  if (!x.folded.empty() && joined(x.folded) == joined(y.folded)) {
    return {kMostEvidence, Ground::kSpelling};
  }
  if (x.group != 0 && x.group == y.group) return {kMostEvidence, Ground::kKnown};
  // The table knows them as different names.
  const bool apart = x.group != 0 && y.group != 0 && likeness(x, y) <= kMostOfTwoNames;
  const auto told = [&](int bits, Ground ground) {
    if (apart) bits = std::min(bits, kApartEvidence);
    return Evidence{within(bits), bits > 0 ? ground : Ground::kNone};
  };
  if (const std::optional<Signs> signs = learnt_signs(a, b)) {
    const Script native = x.script == Script::kLatin ? y.script : x.script;
    return told(learnt_evidence(native, signs->gap, signs->length), Ground::kLearnt);
  }
  const bool patronymics = is_patronymic(x.folded) && is_patronymic(y.folded);
  const Signs signs = patronymics ? plain_signs(stem_of(x), stem_of(y)) : plain_signs(x, y);
  if (x.script != y.script)
    return told(line(kTwoScriptsEvidence, signs.alike, 0, 0), Ground::kSounds);
  return told(line(kSameScriptEvidence, signs.alike, signs.edits, 1000 * std::min(signs.length, 8)),
              Ground::kSounds);
}

}  // namespace parley::text
