// What name_evidence.hpp makes bits of: written by learn/name_evidence_learn.cpp.
#pragma once

namespace parley::text {

inline constexpr int kLeastEvidence = -8'000, kMostEvidence = 12'000;
inline constexpr int kInitialEvidence = 3'000;
inline constexpr int kApartEvidence = -4'000;  // the table knows two names
inline constexpr int kLeastGap = -60'000;

// Millibits: base, and for each thousand of the signs.
struct EvidenceLine {
  int base = 0, first = 0, second = 0, third = 0;
};
inline constexpr EvidenceLine kArabicEvidence{5186, 271, 599, 0};
inline constexpr EvidenceLine kCyrillicEvidence{4778, 294, 852, 0};
inline constexpr EvidenceLine kHebrewEvidence{6121, 261, 448, 0};
inline constexpr EvidenceLine kSameScriptEvidence{7467, 15894, -11580, -729};
inline constexpr EvidenceLine kTwoScriptsEvidence{-5657, 23237, 0, 0};

}  // namespace parley::text
