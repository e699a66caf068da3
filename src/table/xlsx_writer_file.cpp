#include "table/xlsx_writer_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/core.h>

namespace parley::table {

// Where the file grows (memory without a name) and where the library has its scratch files.
struct XlsxFile::Place {
  int memory = -1;
  std::string directory;
  std::string path;

  Place() = default;
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    if (memory >= 0) close(memory);
    if (!directory.empty()) rmdir(directory.c_str());
  }
};

namespace {

tl::unexpected<Error> io(const char* what) {
  return fail(Fault::kIo, fmt::format("writing an XLSX file: {}", what));
}

Result<std::string> private_directory() {
  const char* set = std::getenv("TMPDIR");
  for (const char* base : {"/dev/shm", set != nullptr ? set : "/tmp", "/tmp"}) {
    std::string path = fmt::format("{}/parley-XXXXXX", base);
    if (mkdtemp(path.data()) != nullptr) return path;
  }
  return io("no directory for scratch files");
}

void set_look(lxw_format* format, const XlsxStyle& style) {
  constexpr lxw_color_t kHeaderFill = 0xD9E1E8;
  constexpr lxw_color_t kGroupFill = 0xEEEEEE;
  constexpr lxw_color_t kAnswerFill = 0xFFF9DB;
  constexpr lxw_color_t kRule = 0xA6A6A6;
  const bool in_table = style.look == XlsxLook::kBody || style.look == XlsxLook::kHeader ||
                        style.look == XlsxLook::kGroup;
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format(format, "@");
  format_set_reading_order(format, static_cast<std::uint8_t>(style.reading));
  if (in_table) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kRule);
  }
  switch (style.look) {
    case XlsxLook::kBody:
      if (style.kind == XlsxKind::kDate) format_set_num_format(format, "yyyy-mm-dd");
      if (style.kind == XlsxKind::kNumber) format_set_num_format(format, "General");
      if (!style.locked) {
        format_set_unlocked(format);
        format_set_bg_color(format, kAnswerFill);
      }
      break;
    case XlsxLook::kHeader:
      format_set_bold(format);
      format_set_bg_color(format, kHeaderFill);
      break;
    case XlsxLook::kTitle:
      format_set_bold(format);
      format_set_font_size(format, 14);
      break;
    case XlsxLook::kHeading: format_set_bold(format); break;
    case XlsxLook::kGroup:
      format_set_bold(format);
      format_set_bg_color(format, kGroupFill);
      break;
    case XlsxLook::kSmall: format_set_font_size(format, 9); break;
    case XlsxLook::kText: break;
  }
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// "_x0041_", which a reader of the format would take for "A".
bool looks_escaped(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && is_hex(text[2]) &&
         is_hex(text[3]) && is_hex(text[4]) && is_hex(text[5]) && text[6] == '_';
}

}  // namespace

XlsxFile::XlsxFile() : place_(std::make_unique<Place>()) {}
XlsxFile::XlsxFile(XlsxFile&& other) noexcept
    : place_(std::move(other.place_)),
      book_(std::exchange(other.book_, nullptr)),
      formats_(std::move(other.formats_)) {}
XlsxFile& XlsxFile::operator=(XlsxFile&& other) noexcept {
  std::swap(place_, other.place_);
  std::swap(book_, other.book_);
  std::swap(formats_, other.formats_);
  return *this;
}
XlsxFile::~XlsxFile() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

Result<XlsxFile> XlsxFile::open(const std::string& title, std::int64_t created) {
  XlsxFile file;
  Place& place = *file.place_;
  place.memory = memfd_create("parley-xlsx", MFD_CLOEXEC);
  if (place.memory < 0) return io("no memory for it");
  place.path = fmt::format("/proc/self/fd/{}", place.memory);
  PARLEY_ASSIGN(place.directory, private_directory());
  lxw_workbook_options options{};
  options.tmpdir = place.directory.data();
  file.book_ = workbook_new_opt(place.path.c_str(), &options);
  if (file.book_ == nullptr) return io("the library cannot begin");
  std::string copy = title;
  lxw_doc_properties properties{};
  properties.title = copy.data();
  properties.created = created;
  if (workbook_set_properties(file.book_, &properties) != LXW_NO_ERROR) return io("its properties");
  return file;
}

Result<lxw_worksheet*> XlsxFile::add(const std::string& name) {
  if (workbook_validate_sheet_name(book_, name.c_str()) != LXW_NO_ERROR) {
    return fail(Fault::kBadInput, "a name that a sheet cannot have, or that another has");
  }
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr) return io("a sheet");
  return sheet;
}

lxw_format* XlsxFile::format(const XlsxStyle& style) {
  lxw_format*& found = formats_[style];
  if (found == nullptr) {
    found = workbook_add_format(book_);
    set_look(found, style);
  }
  return found;
}

Result<Bytes> XlsxFile::finish() {
  if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) return io("its end");
  Bytes out;
  std::array<std::uint8_t, 65536> piece{};
  for (;;) {
    const ssize_t got =
        pread(place_->memory, piece.data(), piece.size(), static_cast<off_t>(out.size()));
    if (got < 0) return io("it cannot be read back");
    if (got == 0) return out;
    append(out, ByteView(piece.data(), static_cast<std::size_t>(got)));
  }
}

Result<std::string> xlsx_text(std::string_view text) {
  constexpr std::size_t kLongest = 32'767;
  if (!is_utf8(text)) return fail(Fault::kBadInput, "text that is not UTF-8");
  std::string out;
  std::size_t units = 0;  // of UTF-16
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    units += (byte & 0xC0) != 0x80 ? 1 : 0;
    units += byte >= 0xF0 ? 1 : 0;
    if (byte == 0) return fail(Fault::kBadInput, "a NUL character");
    if (looks_escaped(text.substr(at))) out += "_x005F";
    if (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF") {
      out += text[at + 2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";  // XML has neither
      at += 2;
      continue;
    }
    out += text[at];
  }
  // The library counts the characters of what it is given.
  const auto characters = std::count_if(
      out.begin(), out.end(), [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80; });
  if (units > kLongest || characters > static_cast<std::ptrdiff_t>(kLongest)) {
    return fail(Fault::kBadInput, "a text above 32,767 characters");
  }
  return out;
}

XlsxReading reading_of(std::string_view text) {
  if (text.empty()) return XlsxReading::kContext;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    const bool latin = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    if (latin || (byte >= 0xC3 && byte <= 0xD5)) break;  // to Cyrillic and Armenian
    // U+0580 to U+08FF but for the Arabic digits, U+FB1D to U+FDFF and U+FE70 to U+FEFF.
    const std::uint8_t next = at + 1 < text.size() ? static_cast<std::uint8_t>(text[at + 1]) : 0;
    const bool digit = (byte == 0xD9 && next >= 0xA0 && next <= 0xA9) ||
                       (byte == 0xDB && next >= 0xB0 && next <= 0xB9);
    if (byte >= 0xD6 && byte <= 0xDF && !digit) return XlsxReading::kRightToLeft;
    if (byte == 0xE0 && next >= 0xA0 && next <= 0xA3) return XlsxReading::kRightToLeft;
    if (byte == 0xEF && next >= 0xAC && next <= 0xBB && next != 0xB8)
      return XlsxReading::kRightToLeft;
  }
  return XlsxReading::kLeftToRight;
}

}  // namespace parley::table
