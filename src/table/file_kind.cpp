#include "table/file_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace parley::table {
namespace {

using namespace std::string_view_literals;

struct Beginning {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::string_view kSave = ": save the table as xlsx or csv";
constexpr std::string_view kPicture = "a picture: parley reads no text in pictures";
constexpr std::string_view kArchive = "an archive: unpack it and send the file itself";
constexpr std::string_view kOldSheet = "an old spreadsheet (.xls): save it as xlsx or csv";

constexpr std::array kBeginnings = {
    Beginning{"%PDF-"sv, "a PDF: ask for the table it was made from, as xlsx or csv"},
    Beginning{"{\\rtf"sv, "a text document (RTF): put the table into a sheet, as xlsx or csv"},
    Beginning{"\x89PNG"sv, kPicture},
    Beginning{"\xFF\xD8\xFF"sv, kPicture},
    Beginning{"GIF8"sv, kPicture},
    Beginning{"II*\0"sv, kPicture},
    Beginning{"MM\0*"sv, kPicture},
    Beginning{"\x1F\x8B"sv, kArchive},
    Beginning{"BZh"sv, kArchive},
    Beginning{"\xFD"
              "7zXZ"sv,
              kArchive},
    Beginning{"7z\xBC\xAF\x27\x1C"sv, kArchive},
    Beginning{"Rar!\x1A\x07"sv, kArchive},
    Beginning{"\x09\x00\x04\x00"sv, kOldSheet},
    Beginning{"\x09\x02\x06\x00"sv, kOldSheet},
    Beginning{"\x09\x04\x06\x00"sv, kOldSheet},
    Beginning{"\x09\x08"sv, kOldSheet},
    Beginning{"SQLite format 3\0"sv, "a database, not a table"},
    Beginning{"MIME-Version:"sv, "a saved web page (MHTML): save the table as xlsx or csv"},
};

// Compound files: old Office documents, and encrypted new ones, told apart by the names in them.
Error compound_file(std::string_view bytes) {
  const auto holds = [&](std::string_view name) {
    std::string wide;
    for (const char c : name) {
      wide += c;
      wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
  };
  if (holds("EncryptedPackage") || holds("EncryptionInfo")) {
    return {Fault::kLocked, "the file is encrypted: save it without a password", {}};
  }
  if (holds("WordDocument")) {
    return {Fault::kUnsupported,
            "an old text document (.doc): put the table into a sheet, as xlsx or csv",
            {}};
  }
  return {Fault::kUnsupported, std::string(kOldSheet), {}};
}

std::string_view without_space(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool begins_with(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  return std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
  });
}

}  // namespace

Result<FileKind> file_kind(ByteView bytes) {
  const std::string_view text = text_of(bytes);
  if (text.starts_with("PK\3\4"sv) || text.starts_with("PK\5\6"sv)) return FileKind::kZip;
  if (text.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return tl::unexpected<Error>(compound_file(text));
  }
  for (const Beginning& one : kBeginnings) {
    if (text.starts_with(one.bytes)) return fail(Fault::kUnsupported, std::string(one.what));
  }
  std::string_view mark = text;
  if (mark.starts_with("\xEF\xBB\xBF")) mark.remove_prefix(3);
  mark = without_space(mark);
  for (const std::string_view html : {"<!doctype html", "<html", "<table", "<meta", "<style"}) {
    if (begins_with(mark, html)) {
      return fail(Fault::kUnsupported, "a web page" + std::string(kSave));
    }
  }
  const bool utf16 = text.starts_with("\xFF\xFE<\0"sv) || text.starts_with("\xFE\xFF\0<"sv);
  return utf16 || mark.starts_with("<?xml") || mark.starts_with('<') ? FileKind::kXml
                                                                     : FileKind::kText;
}

}  // namespace parley::table
