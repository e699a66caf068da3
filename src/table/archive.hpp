// A zip archive with XML members, as XLSX and ODS files are, read with suspicion.
//
// Promises: only what is asked for is unpacked, a piece at a time, within the limits of size, ratio
// and number of members, whatever the archive claims; checksums are verified. Refused as a whole:
// encrypted members, a name that stands twice (also in another case), names that leave the archive
// ("../", "/", "\"), an archive in the archive outside an office file's folders of embedded things.
// Does not: write, follow links, or trust declared sizes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "table/sheet.hpp"

namespace parley::table {

class Archive {
 public:
  // `bytes` and `limits` must outlive the archive. Error (kBadInput): damaged, or refused as above;
  // (kLocked): encrypted.
  static Result<Archive> open(ByteView bytes, const SheetLimits& limits);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // The names of the members, in the archive's order; folders end in "/".
  const std::vector<std::string>& names() const { return names_; }
  // A name as an error may print it: a hostile archive chooses its names.
  static std::string printable(std::string_view name);
  // As the archive spells it, where case is the only difference; empty: there is none.
  std::string find(std::string_view name) const;

  // Hands the member's bytes to `take`, piece by piece, until it returns an error.
  // Error (kNotFound): no such member; (kBadInput): damaged or beyond a limit; or `take`'s error.
  Result<void> read(std::string_view name, const std::function<Result<void>(ByteView)>& take);
  // XML elements read so far of all members: kept here by those who read them.
  std::size_t elements_read = 0;

  // The whole of a small member. Error: as read(), or more than `most` bytes.
  Result<std::string> text(std::string_view name, std::size_t most);

 private:
  struct Zip;
  explicit Archive(std::unique_ptr<Zip> zip);
  Result<void> check_members();
  Result<void> check_member(std::uint64_t index);
  // `size`: of the member, unpacked; `all`: of all read with it.
  Result<void> check_size(std::string_view name, std::size_t size, std::size_t packed,
                          std::size_t all) const;

  std::unique_ptr<Zip> zip_;
  std::vector<std::string> names_;
  std::size_t unpacked_ = 0;  // of all members read
};

}  // namespace parley::table
