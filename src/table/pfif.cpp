#include "table/pfif.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "table/sheet_builder.hpp"
#include "table/xml.hpp"

namespace parley::table {
namespace {

constexpr std::string_view kNote = "note";

constexpr std::array<std::string_view, 34> kPersonFields = {"person_record_id",
                                                            "full_name",
                                                            "given_name",
                                                            "first_name",
                                                            "family_name",
                                                            "last_name",
                                                            "alternate_names",
                                                            kNote,
                                                            "sex",
                                                            "date_of_birth",
                                                            "age",
                                                            "home_street",
                                                            "home_neighborhood",
                                                            "home_city",
                                                            "home_state",
                                                            "home_postal_code",
                                                            "home_zip",
                                                            "home_country",
                                                            "description",
                                                            "other",
                                                            "source_name",
                                                            "source_date",
                                                            "source_url",
                                                            "entry_date",
                                                            "expiry_date",
                                                            "author_name",
                                                            "author_email",
                                                            "author_phone",
                                                            "photo_url",
                                                            "profile_urls",
                                                            "found",
                                                            "status",
                                                            "last_known_location",
                                                            "text"};

constexpr std::array<std::string_view, 17> kNoteFields = {"note_record_id",
                                                          "person_record_id",
                                                          "linked_person_record_id",
                                                          "text",
                                                          "status",
                                                          "found",
                                                          "last_known_location",
                                                          "author_made_contact",
                                                          "source_date",
                                                          "entry_date",
                                                          "author_name",
                                                          "author_email",
                                                          "author_phone",
                                                          "email_of_found_person",
                                                          "phone_of_found_person",
                                                          "photo_url",
                                                          "expiry_date"};

std::optional<std::size_t> place_of(std::span<const std::string_view> fields,
                                    std::string_view name) {
  const auto at = std::find(fields.begin(), fields.end(), name);
  if (at == fields.end()) return {};
  return static_cast<std::size_t>(at - fields.begin());
}

using Record = std::vector<std::string>;  // one text a field

class Reader final : public XmlHandler {
 public:
  Reader(const SheetLimits& limits, SheetBuilder& builder) : limits_(limits), builder_(builder) {
    builder_.begin_sheet("person");
  }

  bool is_pfif = false;

  Result<void> open(XmlName name, const XmlAttributes&) override {
    ++depth_;
    if (depth_ == 1) {
      is_pfif = name.local == "pfif" && name.space.starts_with("http://zesty.ca/pfif/1.");
      if (!is_pfif) {
        return fail(Fault::kUnsupported, "XML, but not PFIF: save the table as xlsx or csv");
      }
      return put_row(kPersonFields);
    }
    if (field_depth_ != 0) return {};
    if (depth_ == 2 && name.local == "person") {
      person_.assign(kPersonFields.size(), {});
      in_person_ = true;
    } else if (name.local == kNote && (depth_ == 2 || (depth_ == 3 && in_person_))) {
      note_.assign(kNoteFields.size(), {});
      note_depth_ = depth_;
    } else if (in_person_ || note_depth_ != 0) {
      open_field(name.local);
    }
    return {};
  }

  Result<void> close(XmlName) override {
    if (field_depth_ == depth_) {
      field_depth_ = 0;
      field_ = nullptr;
    } else if (note_depth_ == depth_) {
      PARLEY_TRY(close_note());
    } else if (depth_ == 2 && in_person_) {
      in_person_ = false;
      PARLEY_TRY(put_row(person_));
    }
    --depth_;
    return {};
  }

  Result<void> text(std::string_view piece) override {
    if (field_ == nullptr) return {};
    if (piece.size() > limits_.cell - std::min(limits_.cell, field_->size())) {
      return fail(Fault::kBadInput, fmt::format("a field of more than {} bytes", limits_.cell));
    }
    *field_ += piece;
    return {};
  }

  Result<void> put_notes() {
    if (notes_.empty()) return {};
    builder_.begin_sheet("note");
    row_ = 0;
    PARLEY_TRY(put_row(kNoteFields));
    for (const Record& note : notes_) PARLEY_TRY(put_row(note));
    return {};
  }

 private:
  void open_field(std::string_view name) {
    field_depth_ = depth_;
    const bool in_note = note_depth_ != 0;
    Record& record = in_note ? note_ : person_;
    const auto place = in_note ? place_of(kNoteFields, name) : place_of(kPersonFields, name);
    field_ = place ? &record[*place] : nullptr;
    if (!place) builder_.remark(in_person_ ? row_ + 1 : 0, 0, "a field that PFIF does not have");
    if (place && !record[*place].empty()) record[*place] += '\n';  // a field that stands twice
  }

  Result<void> close_note() {
    note_depth_ = 0;
    const std::string& said = note_[*place_of(kNoteFields, "text")];
    if (in_person_ && !said.empty()) {
      std::string& all = person_[*place_of(kPersonFields, kNote)];
      if (all.size() + said.size() > limits_.cell) {
        return fail(Fault::kBadInput, fmt::format("notes of more than {} bytes", limits_.cell));
      }
      if (!all.empty()) all += '\n';
      all += said;
    }
    if (in_person_ && note_[1].empty()) note_[1] = person_[0];
    for (const std::string& one : note_) note_bytes_ += one.size();
    if (note_bytes_ > limits_.text || notes_.size() * kNoteFields.size() >= limits_.cells) {
      return fail(Fault::kBadInput, "more notes than parley reads");
    }
    notes_.push_back(std::move(note_));
    return {};
  }

  template <class Texts>
  Result<void> put_row(const Texts& texts) {
    PARLEY_TRY(builder_.begin_row(++row_));
    for (std::size_t i = 0; i < texts.size(); ++i) {
      PARLEY_TRY(builder_.put(i + 1, {std::string(texts[i]), CellKind::kText}));
    }
    return builder_.end_row();
  }

  const SheetLimits& limits_;
  SheetBuilder& builder_;
  std::size_t depth_ = 0;
  std::size_t note_depth_ = 0;   // of the note under way; 0: none
  std::size_t field_depth_ = 0;  // of the field under way; 0: none
  bool in_person_ = false;
  std::string* field_ = nullptr;
  Record person_;
  Record note_;
  std::vector<Record> notes_;
  std::size_t note_bytes_ = 0;
  std::uint64_t row_ = 0;
};

}  // namespace

Result<SheetFile> read_pfif(ByteView bytes, const SheetLimits& limits) {
  if (bytes.size() > limits.file) {
    return fail(Fault::kBadInput, fmt::format("a file of more than {} bytes", limits.file));
  }
  SheetBuilder builder(limits);
  Reader reader(limits, builder);
  PARLEY_TRY(read_xml(bytes, reader));
  PARLEY_TRY(reader.put_notes());
  return std::move(builder).finish("pfif");
}

}  // namespace parley::table
