// What name_evidence.hpp makes bits of: written by learn/name_evidence_learn.cpp.
#pragma once

namespace parley::text {

inline constexpr int kLeastEvidence = -8'000, kMostEvidence = 12'000;
inline constexpr int kInitialEvidence = 3'000;
inline constexpr int kApartEvidence = -1'000;  // the table knows two names
inline constexpr int kLeastGap = -60'000;

// Millibits: base, and for each thousand of the signs.
struct EvidenceLine {
  int base = 0, first = 0, second = 0, third = 0;
};
inline constexpr EvidenceLine kArabicEvidence{9'000, 600, 1'000, 0};
inline constexpr EvidenceLine kCyrillicEvidence{9'000, 600, 1'000, 0};
inline constexpr EvidenceLine kHebrewEvidence{9'000, 600, 1'000, 0};
inline constexpr EvidenceLine kSameScriptEvidence{-15'000, 26'000, -8'000, 300};
inline constexpr EvidenceLine kTwoScriptsEvidence{-18'000, 26'000, 0, 0};

}  // namespace parley::text
