// A SQLite VFS that guards every page of a main database file with a checksum.
//
// The checksum fills the last 8 bytes of a page (the database reserves them), exactly as SQLite's
// own cksumvfs extension lays it out, so that other tools can check it: over the rest of the page
// as little-endian 32-bit words, s1 += word + s2, s2 += next word + s1; s1 then s2, little-endian.
// It is there against accidents (a bad disk, a bad stick), in slack space too; malice is met by the
// record's hashes and signatures.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace parley::record::sqlite {

constexpr int kReservedBytes = 8;

std::array<std::uint8_t, kReservedBytes> page_checksum(std::span<const std::uint8_t> page);

// What reads of a damaged page do: fail with SQLITE_IOERR_DATA, or give the page as it is.
enum class OnDamage { kFail, kRead };

// Registers, once, the VFS above `base` (empty: the default), and returns its name. It offers no
// shared memory, so that no file can make SQLite read a write-ahead log, which nothing guards.
std::string checksum_vfs(const std::string& base, OnDamage on_damage = OnDamage::kFail);

}  // namespace parley::record::sqlite
