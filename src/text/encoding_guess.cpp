#include "text/encoding_guess.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "text/code_page.hpp"

namespace parley::text {
namespace {

enum class Script : std::uint8_t { kNone, kLatin, kCyrillic, kArabic };

struct Letter {
  Script script = Script::kNone;
  bool upper = false;
  bool final_only = false;  // ends a word
  bool mark = false;        // never begins one
  std::int8_t weight = 0;
  bool ascii = false;
};

bool one_of(char16_t c, std::u16string_view all) { return all.find(c) != all.npos; }

Letter arabic(char16_t c) {
  Letter letter{Script::kArabic, false, one_of(c, u"ةى"), false, 0, false};
  letter.mark = c >= 0x064B && c <= 0x0652;
  if (one_of(c, u"اليمونرةتبدع")) {
    letter.weight = 4;
  } else if (one_of(c, u"حسهكفقأىشجخصطءإئزض")) {
    letter.weight = 2;
  } else if (one_of(c, u"ٹڈڑںھہے")) {
    letter.weight = -2;  // of Urdu
  }
  return letter;
}

Letter cyrillic(char16_t c) {
  Letter letter{Script::kCyrillic, false, false, false, 0, false};
  letter.upper = c < 0x0430 || c == 0x0490;
  char16_t small = c;
  if (c >= 0x0410 && c < 0x0430) small = static_cast<char16_t>(c + 0x20);
  if (c >= 0x0400 && c < 0x0410) small = static_cast<char16_t>(c + 0x50);
  if (c == 0x0490) small = 0x0491;
  if (one_of(small, u"оаеинтрсвл")) {
    letter.weight = 4;
  } else if (one_of(small, u"кмдпуяыьзбгчйхжшюіїє")) {
    letter.weight = 2;
  } else if (!one_of(small, u"цщэфъёґў")) {
    letter.weight = -2;  // of Serbian and Macedonian
  }
  return letter;
}

Letter latin(char16_t c) {
  Letter letter{Script::kLatin, false, false, false, 0, false};
  letter.upper = (c >= 0xC0 && c <= 0xDE) || one_of(c, u"ŒŠŽŸ");
  const char16_t small = c >= 0xC0 && c <= 0xDE ? static_cast<char16_t>(c + 0x20)
                         : c == u'Œ'            ? u'œ'
                                                : c;
  if (small == u'é') {
    letter.weight = 4;
  } else if (one_of(small, u"èàçêôïîâëûùüöäñáíóœ")) {
    letter.weight = 2;
  } else if (one_of(small, u"ðþÿ")) {
    letter.weight = -2;
  }
  return letter;
}

Letter letter_of(char16_t c) {
  if (c >= 0x0621 && c <= 0x06D2 && c != 0x0640) return arabic(c);
  if (c >= 0x0401 && c <= 0x0491) return cyrillic(c);
  if ((c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7) || one_of(c, u"ŒœŠšŽžŸ")) return latin(c);
  Letter none;
  // Punctuation that lists use counts nothing, rare signs count against.
  if (!one_of(c, u"\u00A0«»–—‘’“”„…•№°€،؛؟ـ\u200C\u200D\u200E\u200F")) none.weight = -2;
  return none;
}

std::array<Letter, 256> letters_of(const CodePage& page) {
  std::array<Letter, 256> letters{};
  for (std::size_t i = 0; i < 128; ++i) {
    const bool upper = i >= 'A' && i <= 'Z';
    if (upper || (i >= 'a' && i <= 'z')) {
      letters[i] = {Script::kLatin, upper, false, false, 0, true};
    }
    letters[128 + i] = letter_of(page[i]);
  }
  return letters;
}

// What the step from one character to the next counts. `capitals`: two capitals before `b`.
int step(const Letter& a, const Letter& b, bool capitals) {
  if (b.script == Script::kNone) return 0;
  if (a.script == Script::kNone) return b.mark ? -4 : 0;
  if (a.ascii && b.ascii) return 0;
  if (a.script != b.script) return -5;
  if (a.final_only && !b.mark) return -4;
  if (b.upper && !a.upper && a.script != Script::kArabic) return -5;
  if (capitals && !b.upper && a.script == Script::kCyrillic) return -3;
  if (a.script == Script::kLatin && !a.ascii && !b.ascii) return -3;
  return 0;
}

constexpr std::int64_t kOut = std::numeric_limits<std::int64_t>::min();

struct Score {
  std::int64_t sum = kOut;
  std::int64_t letters = 0;  // beyond ASCII
};

Score score(ByteView bytes, const CodePage& page) {
  const auto letters = letters_of(page);
  Score out{0, 0};
  Letter before;
  bool capitals = false;
  for (const std::uint8_t byte : bytes) {
    if (byte >= 0x80 && page[byte - 0x80] == 0) return {};
    const Letter& letter = letters[byte];
    out.sum += letter.weight + step(before, letter, capitals);
    if (byte >= 0x80 && letter.script != Script::kNone) ++out.letters;
    capitals = before.upper && letter.upper;
    before = letter;
  }
  return out;
}

// How many bytes of the text the two pages read differently.
std::int64_t differences(ByteView bytes, const CodePage& a, const CodePage& b) {
  std::int64_t count = 0;
  for (const std::uint8_t byte : bytes) {
    if (byte >= 0x80 && a[byte - 0x80] != b[byte - 0x80]) ++count;
  }
  return count;
}

}  // namespace

EncodingGuess guess_code_page(ByteView bytes) {
  bytes = bytes.first(std::min(bytes.size(), std::size_t{4} << 20));
  constexpr std::array kPages = {Encoding::kWindows1252, Encoding::kWindows1256,
                                 Encoding::kWindows1251};
  std::array<Score, kPages.size()> scores;
  std::size_t best = 0;
  for (std::size_t i = 0; i < kPages.size(); ++i) {
    scores[i] = score(bytes, *code_page(kPages[i]));
    if (scores[i].sum > scores[best].sum) best = i;
  }
  // Likely: 20 letters, and ahead of each other page by a point for each byte read differently.
  bool likely = scores[best].letters >= 20;
  for (std::size_t i = 0; i < kPages.size(); ++i) {
    if (i == best || scores[i].sum == kOut) continue;
    const std::int64_t differ = differences(bytes, *code_page(kPages[i]), *code_page(kPages[best]));
    likely = likely && scores[best].sum - scores[i].sum >= differ;
  }
  return {kPages[best], likely ? Sureness::kLikely : Sureness::kGuess};
}

}  // namespace parley::text
