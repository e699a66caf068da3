#include "table/archive.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/core.h>
#include <zip.h>

namespace parley::table {
namespace {

// Below this, a ratio says nothing: a small sheet of empty cells packs to almost nothing.
constexpr std::size_t kRatioFrom = std::size_t{1} << 20;

std::string folded(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool leaves_archive(std::string_view name) {
  if (name.empty() || name.starts_with('/') || name.find('\\') != std::string_view::npos) {
    return true;
  }
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

// Where office files keep other files: remarked on by their readers, never opened.
bool is_embedding(std::string_view folded_name) {
  for (const std::string_view folder : {"xl/embeddings/", "xl/activex/", "object "}) {
    if (folded_name.starts_with(folder)) return true;
  }
  return false;
}

std::uint64_t little_endian(ByteView bytes, std::size_t at, std::size_t length) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < length; ++i) out |= std::uint64_t{bytes[at + i]} << 8 * i;
  return out;
}

// The number of members that the archive's end claims is what libzip reserves memory for, and the
// number of headers is what it reads: both are counted before it sees them. The largest number.
std::uint64_t claimed_members(ByteView bytes) {
  const std::string_view text = text_of(bytes);
  std::uint64_t most = 0;
  for (std::size_t at = text.find("PK\1\2"); at != std::string_view::npos;
       at = text.find("PK\1\2", at + 4)) {
    ++most;
  }
  const std::size_t tail = text.size() - std::min<std::size_t>(text.size(), 0x10000 + 128);
  for (std::size_t at = text.find("PK\5\6", tail); at != std::string_view::npos;
       at = text.find("PK\5\6", at + 4)) {
    if (at + 12 <= text.size()) {
      const std::uint64_t count = little_endian(bytes, at + 10, 2);
      if (count != 0xFFFF) most = std::max(most, count);
    }
  }
  for (std::size_t at = text.find("PK\6\7", tail); at != std::string_view::npos;
       at = text.find("PK\6\7", at + 4)) {
    if (at + 16 > text.size()) break;
    const std::uint64_t end = little_endian(bytes, at + 8, 8);
    if (text.size() < 40 || end > text.size() - 40) continue;
    most = std::max(most, little_endian(bytes, end + 32, 8));
  }
  return most;
}

}  // namespace

struct Archive::Zip {
  ByteView bytes;
  const SheetLimits* limits = nullptr;
  zip_t* zip = nullptr;
  std::map<std::string, std::uint64_t, std::less<>> index;  // by folded name

  Zip() = default;
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;
  ~Zip() {
    if (zip != nullptr) zip_discard(zip);
  }
};

Archive::Archive(std::unique_ptr<Zip> zip) : zip_(std::move(zip)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(ByteView bytes, const SheetLimits& limits) {
  if (bytes.size() > limits.file) {
    return fail(Fault::kBadInput, fmt::format("a file of more than {} bytes", limits.file));
  }
  if (claimed_members(bytes) > limits.members) {
    return fail(Fault::kBadInput,
                fmt::format("an archive of more than {} members", limits.members));
  }
  auto zip = std::make_unique<Zip>();
  zip->bytes = bytes;
  zip->limits = &limits;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    zip->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip->zip == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (zip->zip == nullptr) {
    return fail(Fault::kBadInput, "the archive is damaged or cut short: send or save it again");
  }
  Archive archive(std::move(zip));
  PARLEY_TRY(archive.check_members());
  return archive;
}

Result<void> Archive::check_members() {
  const zip_int64_t count = zip_get_num_entries(zip_->zip, 0);
  if (count > static_cast<zip_int64_t>(zip_->limits->members)) {
    return fail(Fault::kBadInput,
                fmt::format("an archive of more than {} members", zip_->limits->members));
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    PARLEY_TRY(check_member(static_cast<std::uint64_t>(i)));
  }
  return {};
}

Result<void> Archive::check_member(std::uint64_t index) {
  const auto refuse = [&](Fault fault, std::string_view what) {
    return fail(fault, fmt::format("member {} of the archive {}", index + 1, what));
  };
  const char* raw = zip_get_name(zip_->zip, index, ZIP_FL_ENC_RAW);
  if (raw == nullptr || leaves_archive(raw)) {
    return refuse(Fault::kBadInput, "has a name that leaves it");
  }
  const std::string lower = folded(raw);
  if (!zip_->index.emplace(lower, index).second) {
    return refuse(Fault::kBadInput, "has the name of another");
  }
  names_.emplace_back(raw);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip_->zip, index, 0, &stat) != 0)
    return refuse(Fault::kBadInput, "is damaged");
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return refuse(Fault::kLocked, "is encrypted: save the file without a password");
  }
  if (lower.ends_with('/') || is_embedding(lower)) return {};
  // A stored or packed archive begins with its signature; four bytes are enough to see it.
  zip_file_t* file = zip_fopen_index(zip_->zip, index, 0);
  if (file == nullptr) return refuse(Fault::kBadInput, "cannot be unpacked");
  std::array<char, 4> head{};
  const zip_int64_t length = zip_fread(file, head.data(), head.size());
  zip_fclose(file);
  if (length == 4 && std::string_view(head.data(), 4) == "PK\3\4") {
    return refuse(Fault::kBadInput, "is itself an archive");
  }
  return {};
}

std::string Archive::printable(std::string_view name) {
  const bool plain = name.size() <= 80 && std::all_of(name.begin(), name.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') ||
                              std::string_view("._-/[]").find(c) != std::string_view::npos;
                     });
  return plain ? std::string(name) : "a member of the archive";
}

std::string Archive::find(std::string_view name) const {
  const auto at = zip_->index.find(folded(name));
  return at == zip_->index.end() ? std::string() : names_[at->second];
}

Result<void> Archive::read(std::string_view name,
                           const std::function<Result<void>(ByteView)>& take) {
  const auto at = zip_->index.find(folded(name));
  if (at == zip_->index.end()) {
    return fail(Fault::kNotFound, fmt::format("the archive has no {}", printable(name)));
  }
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_stat_index(zip_->zip, at->second, 0, &stat);
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(zip_->zip, at->second, 0), zip_fclose);
  if (!file) return fail(Fault::kBadInput, fmt::format("{} cannot be unpacked", printable(name)));
  const std::size_t packed = std::clamp<std::size_t>(stat.comp_size, 1, zip_->bytes.size());
  const std::size_t declared = std::min<std::size_t>(stat.size, zip_->limits->unpacked + 1);
  // What the archive declares is believed where it is bad news; what is unpacked is counted anyway.
  PARLEY_TRY(check_size(name, declared, packed, unpacked_ + declared));
  std::vector<std::uint8_t> piece(std::size_t{64} << 10);
  std::size_t size = 0;
  for (;;) {
    const zip_int64_t length = zip_fread(file.get(), piece.data(), piece.size());
    if (length < 0)
      return fail(Fault::kBadInput, fmt::format("{} is damaged or cut short", printable(name)));
    if (length == 0) return {};
    size += static_cast<std::size_t>(length);
    unpacked_ += static_cast<std::size_t>(length);
    PARLEY_TRY(check_size(name, size, packed, unpacked_));
    PARLEY_TRY(take(ByteView(piece.data(), static_cast<std::size_t>(length))));
  }
}

Result<void> Archive::check_size(std::string_view name, std::size_t size, std::size_t packed,
                                 std::size_t all) const {
  const SheetLimits& limits = *zip_->limits;
  if (all > limits.unpacked) {
    return fail(Fault::kBadInput,
                fmt::format("{} unpacks to more than {} bytes", printable(name), limits.unpacked));
  }
  if (size > kRatioFrom && size / packed >= limits.ratio) {
    return fail(Fault::kBadInput, fmt::format("{} unpacks to more than {} times its size",
                                              printable(name), limits.ratio));
  }
  return {};
}

Result<std::string> Archive::text(std::string_view name, std::size_t most) {
  std::string out;
  PARLEY_TRY(read(name, [&](ByteView piece) -> Result<void> {
    if (piece.size() > most - out.size()) {
      return fail(Fault::kBadInput,
                  fmt::format("{} is larger than {} bytes", printable(name), most));
    }
    out += text_of(piece);
    return {};
  }));
  return out;
}

}  // namespace parley::table
