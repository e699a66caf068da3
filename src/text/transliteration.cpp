#include "text/transliteration.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "text/code_points.hpp"
#include "text/transliteration_letters.hpp"
#include "text/transliteration_table.hpp"

namespace parley::text {
namespace {

constexpr std::size_t kMostLatin = 3, kMostNative = 2;
constexpr std::string_view kPlaces = "^+~";
constexpr std::size_t kDeletions = 1;  // the group without native letters

std::uint8_t number(const std::vector<char32_t>& alphabet, char32_t letter) {
  const auto found = std::lower_bound(alphabet.begin(), alphabet.end(), letter);
  if (found == alphabet.end() || *found != letter) return 0;
  return static_cast<std::uint8_t>(found - alphabet.begin() + 1);
}

void tidy(std::vector<char32_t>& alphabet) {
  std::sort(alphabet.begin(), alphabet.end());
  alphabet.erase(std::unique(alphabet.begin(), alphabet.end()), alphabet.end());
  alphabet.resize(std::min<std::size_t>(alphabet.size(), 250));
}

// Letters and how many they are.
std::uint32_t latin_key(const std::uint8_t* letters, std::size_t size) {
  std::uint32_t key = static_cast<std::uint32_t>(size);
  for (std::size_t i = 0; i < size; ++i) key = key << 8 | letters[i];
  return key;
}

std::int16_t narrow(int weight) {
  return static_cast<std::int16_t>(std::clamp(weight, -32'000, 32'000));
}

class Reader {
 public:
  explicit Reader(std::string_view line) : points_(code_points(line)) {}

  bool done() const { return at_ == points_.size(); }
  char32_t letter() { return done() ? 0 : points_[at_++]; }
  bool space() { return letter() == U' '; }
  std::u32string word() {
    std::u32string out;
    while (!done() && points_[at_] != U' ') out.push_back(points_[at_++]);
    if (out == U"_") out.clear();
    return out;
  }
  bool weight(int& out) {
    const bool negative = !done() && points_[at_] == U'-';
    if (negative) ++at_;
    int value = 0, digits = 0;
    for (; !done() && points_[at_] >= U'0' && points_[at_] <= U'9' && digits < 6; ++digits) {
      value = value * 10 + static_cast<int>(points_[at_++] - U'0');
    }
    out = negative ? -value : value;
    return digits > 0;
  }

 private:
  std::u32string points_;
  std::size_t at_ = 0;
};

}  // namespace

const Transliteration& Transliteration::of(Script native) {
  const auto read = [](std::span<const std::string_view> lines) {
    return parse(lines).value();  // committed: it can be read
  };
  static const Transliteration kNothing({}, {});
  switch (native) {
    case Script::kArabic: {
      static const Transliteration kModel = read(arabic_transliteration());
      return kModel;
    }
    case Script::kCyrillic: {
      static const Transliteration kModel = read(cyrillic_transliteration());
      return kModel;
    }
    case Script::kHebrew: {
      static const Transliteration kModel = read(hebrew_transliteration());
      return kModel;
    }
    default: return kNothing;
  }
}

Transliteration::Transliteration(std::span<const Unit> units, std::span<const Context> contexts) {
  for (const Unit& unit : units) {
    latin_alphabet_.insert(latin_alphabet_.end(), unit.latin.begin(), unit.latin.end());
    native_alphabet_.insert(native_alphabet_.end(), unit.native.begin(), unit.native.end());
  }
  for (const Context& context : contexts) {
    if (kPlaces.find(context.where) != kPlaces.npos) marks_.push_back(context.letter);
  }
  tidy(latin_alphabet_), tidy(native_alphabet_), tidy(marks_);
  latin_count_ = latin_alphabet_.size() + 2;
  native_count_ = native_alphabet_.size() + 2;
  mark_count_ = marks_.size() + 1;

  // The last two: an unknown letter of either side against nothing, at the price of the dearest.
  const std::size_t count = units.size() + 2;
  weights_.resize(count);
  group_of_.resize(count);
  before_latin_.resize(count * latin_count_), after_latin_.resize(count * latin_count_);
  before_native_.resize(count * native_count_), after_native_.resize(count * native_count_);
  on_latin_.resize(count * kMostLatin * mark_count_);
  native_group_.resize(native_count_ * native_count_);
  native_group_[native_key(end(), end())] = kDeletions;

  const auto place = [&](std::size_t unit, std::span<const std::uint8_t> latin,
                         std::span<const std::uint8_t> native, int weight) {
    const std::uint8_t first = native.empty() ? end() : native[0];
    const std::uint8_t second = native.size() < 2 ? end() : native[1];
    std::uint16_t& group = native_group_[native_key(first, second)];
    if (group == 0) group = static_cast<std::uint16_t>(group_count_++);
    group_of_[unit] = group;
    weights_[unit] = weight;
    by_latin_.push_back({latin_key(latin.data(), latin.size()), static_cast<std::uint16_t>(unit)});
  };
  int dearest = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    std::array<std::uint8_t, kMostLatin> latin{};
    std::array<std::uint8_t, kMostNative> native{};
    const std::size_t a = std::min(units[i].latin.size(), kMostLatin);
    const std::size_t b = std::min(units[i].native.size(), kMostNative);
    for (std::size_t k = 0; k < a; ++k) latin[k] = number(latin_alphabet_, units[i].latin[k]);
    for (std::size_t k = 0; k < b; ++k) native[k] = number(native_alphabet_, units[i].native[k]);
    place(i, {latin.data(), a}, {native.data(), b}, units[i].weight);
    if (a == 0 || b == 0) dearest = std::min(dearest, units[i].weight);
  }
  constexpr std::array<std::uint8_t, 1> kUnknown{0};
  place(units.size(), kUnknown, {}, dearest);
  place(units.size() + 1, {}, kUnknown, dearest);
  std::sort(by_latin_.begin(), by_latin_.end());

  for (const Context& context : contexts) {
    const std::int16_t weight = narrow(context.weight);
    const auto latin_number = [&](char32_t letter) {
      return letter == U'#' ? static_cast<std::uint8_t>(latin_count_ - 1)
                            : number(latin_alphabet_, letter);
    };
    const auto latin = [&] { return context.unit * latin_count_ + latin_number(context.letter); };
    const auto native = [&] {
      const std::size_t letter =
          context.letter == U'#' ? end() : number(native_alphabet_, context.letter);
      return context.unit * native_count_ + letter;
    };
    const bool other = context.where == '(' || context.where == ')';
    const bool mark = kPlaces.find(context.where) != kPlaces.npos;
    if (!mark && context.letter != U'#' &&
        number(other ? native_alphabet_ : latin_alphabet_, context.letter) == 0) {
      continue;  // 0 stands for any such letter
    }
    switch (context.where) {
      case '<': before_latin_[latin()] = weight; break;
      case '>': after_latin_[latin()] = weight; break;
      case '(': before_native_[native()] = weight; break;
      case ')': after_native_[native()] = weight; break;
      default:
        on_latin_[(context.unit * kMostLatin + kPlaces.find(context.where)) * mark_count_ +
                  number(marks_, context.letter)] = weight;
    }
  }
  for (std::size_t unit = 0; unit < count; ++unit) {
    const auto most = [&](const std::vector<std::int16_t>& row) {
      const auto begin = row.begin() + static_cast<std::ptrdiff_t>(unit * native_count_);
      return *std::max_element(begin, begin + static_cast<std::ptrdiff_t>(native_count_));
    };
    most_beside_.push_back(most(before_native_) + most(after_native_));
  }
}

Result<Transliteration> Transliteration::parse(std::span<const std::string_view> lines) {
  std::vector<Unit> units;
  std::vector<Context> contexts;
  for (const std::string_view line : lines) {
    Reader reader(line);
    Unit unit;
    unit.latin = reader.word();
    bool fine = reader.space();
    unit.native = reader.word();
    fine = fine && reader.space() && reader.weight(unit.weight) &&
           unit.latin.size() <= kMostLatin && unit.native.size() <= kMostNative &&
           !(unit.latin.empty() && unit.native.empty());
    if (fine && !reader.done()) fine = reader.space();
    while (fine && !reader.done()) {
      Context context{.unit = units.size()};
      const char32_t where = reader.letter();
      fine = std::u32string_view(U"<>()^+~").find(where) != std::u32string_view::npos;
      context.where = static_cast<char>(where);
      context.letter = reader.letter();
      fine = fine && reader.weight(context.weight);
      if (fine) contexts.push_back(context);
    }
    if (!fine || units.size() > 60'000) {
      return fail(Fault::kBadInput, "unit " + std::to_string(units.size() + 1) +
                                        " of the transliteration: it cannot be read");
    }
    units.push_back(std::move(unit));
  }
  return Transliteration(units, contexts);
}

Letters Transliteration::latin(std::string_view word) const {
  Letters out;
  for (const MarkedLetter& letter : latin_letters(word)) {
    if (out.size == kMostLetters) break;
    out.letter[out.size] = number(latin_alphabet_, letter.letter);
    out.mark[out.size++] = number(marks_, letter.mark);
  }
  return out;
}

Letters Transliteration::native(std::string_view word) const {
  Letters out;
  for (const char32_t letter : native_letters(word)) {
    if (out.size == kMostLetters) break;
    out.letter[out.size++] = number(native_alphabet_, letter);
  }
  return out;
}

TransliterationQuery::TransliterationQuery(const Transliteration& model, std::string_view latin)
    : model_(&model), letters_(model.latin(latin)), first_(model.group_count_ + 1) {
  std::vector<Edge> found;
  const auto& words = letters_.letter;
  const std::uint8_t size = letters_.size;
  const auto latin_end = static_cast<std::uint8_t>(model.latin_count_ - 1);
  for (std::uint8_t from = 0; from <= size; ++from) {
    for (std::uint8_t to = from; to <= size && to - from <= static_cast<int>(kMostLatin); ++to) {
      const std::uint8_t before = from == 0 ? latin_end : words[from - 1U];
      const std::uint8_t after = to == size ? latin_end : words[to];
      const std::uint32_t key = latin_key(&words[from % kMostLetters], to - from);
      for (auto place = std::lower_bound(model.by_latin_.begin(), model.by_latin_.end(),
                                         Transliteration::Place{key, 0});
           place != model.by_latin_.end() && place->latin == key; ++place) {
        const std::size_t unit = place->unit;
        int weight = model.weights_[unit] +
                     model.before_latin_[unit * model.latin_count_ + before] +
                     model.after_latin_[unit * model.latin_count_ + after];
        for (std::size_t i = from; i < to; ++i) {
          weight += model.on_latin_[(unit * kMostLatin + (i - from)) * model.mark_count_ +
                                    letters_.mark[i]];
        }
        found.push_back({weight, place->unit, from, to});
      }
    }
  }
  // By group; `found` is by `from` already.
  for (const Edge& edge : found) ++first_[model.group_of_[edge.unit] + 1U];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  edges_.resize(found.size());
  std::vector<std::uint32_t> at(first_);
  for (const Edge& edge : found) edges_[at[model.group_of_[edge.unit]]++] = edge;

  rest_.fill(kImpossible), most_.fill(kImpossible);
  rest_[size] = most_[size] = 0;
  for (std::size_t i = found.size(); i-- > 0;) {
    const Edge& edge = found[i];
    const int most = edge.weight + model.most_beside_[edge.unit];
    if (edge.from == edge.to) {
      most_inserted_ = std::max(most_inserted_, most);
    } else {
      rest_[edge.from] = std::max(rest_[edge.from], edge.weight + rest_[edge.to]);
      most_[edge.from] = std::max(most_[edge.from], most + most_[edge.to]);
    }
  }
}

void TransliterationQuery::add(std::size_t group, std::uint8_t before, std::uint8_t after,
                               const Column& from, Column& out) const {
  const std::size_t count = model_->native_count_;
  for (std::uint32_t i = first_[group]; i < first_[group + 1]; ++i) {
    const Edge& edge = edges_[i];
    const int score = from[edge.from] + edge.weight +
                      model_->before_native_[edge.unit * count + before] +
                      model_->after_native_[edge.unit * count + after];
    out[edge.to] = std::max(out[edge.to], score);
  }
}

void TransliterationQuery::start(std::uint8_t after, Column& out) const {
  std::fill_n(out.begin(), letters_.size + 1U, kImpossible);
  out[0] = 0;
  add(kDeletions, model_->end(), after, out, out);
}

void TransliterationQuery::next(const Column& two, const Column& one,
                                const std::array<std::uint8_t, 3>& last, std::uint8_t after,
                                Column& out) const {
  const std::uint8_t end = model_->end();
  std::fill_n(out.begin(), letters_.size + 1U, kImpossible);
  const std::size_t single = model_->native_group_[model_->native_key(last[0], end)];
  if (single != 0) add(single, last[1], after, one, out);
  if (last[1] != end) {
    const std::size_t pair = model_->native_group_[model_->native_key(last[1], last[0])];
    if (pair != 0) add(pair, last[2], after, two, out);
  }
  // In place: a unit without native letters goes on from where another has led in this column.
  add(kDeletions, last[0], after, out, out);
}

int TransliterationQuery::score(const Letters& native, int least) const {
  std::array<Column, 3> columns;
  const std::uint8_t end = model_->end();
  const auto letter = [&](std::size_t i) { return i < native.size ? native.letter[i] : end; };
  start(letter(0), columns[0]);
  std::array<std::uint8_t, 3> last{end, end, end};
  for (std::size_t i = 0; i < native.size; ++i) {
    last = {native.letter[i], last[0], last[1]};
    const Column &one = columns[i % 3], &two = columns[(i + 2) % 3];
    next(two, one, last, letter(i + 1), columns[(i + 1) % 3]);
    if (least == kImpossible) continue;
    // Every way runs through this column or, by a unit of two native letters, past it.
    int most = kImpossible;
    for (std::size_t k = 0; k <= letters_.size; ++k) {
      most = std::max(most, std::max(one[k], columns[(i + 1) % 3][k]) + most_[k]);
    }
    if (most + static_cast<int>(native.size - i) * most_inserted_ < least) return kImpossible;
  }
  const int score = columns[native.size % 3][letters_.size];
  return score < kImpossible / 2 ? kImpossible : score;
}

}  // namespace parley::text
