#include "dossier/source.hpp"

#include "dossier/body.hpp"

namespace parley::dossier {
namespace {

template <class Ref>
Flaws flaws_of(const SourceOf<Ref>& source) {
  Flaws flaws;
  check_key(source.key, flaws);
  check_line("title", source.title, flaws);
  if (!source.publisher.empty()) check_line("publisher", source.publisher, flaws);
  if (source.date && !is_date(*source.date)) flaws.push_back({"date", "is not a date"});
  if (!source.url.empty()) {
    check_line("url", source.url, flaws);
    if (!source.url.starts_with("https://") && !source.url.starts_with("http://")) {
      flaws.push_back({"url", "does not begin with https:// or http://"});
    }
  }
  check_language(source.language, flaws);
  return flaws;
}

}  // namespace

std::string_view name(SourceKind kind) {
  switch (kind) {
    case SourceKind::kNewsReport: return "news-report";
    case SourceKind::kPressRelease: return "press-release";
    case SourceKind::kMeeting: return "meeting";
    case SourceKind::kDocument: return "document";
    case SourceKind::kInterview: return "interview";
    case SourceKind::kOther: return "other";
  }
  return "unknown";
}

std::optional<SourceKind> source_kind_named(std::string_view text) {
  for (const SourceKind kind :
       {SourceKind::kNewsReport, SourceKind::kPressRelease, SourceKind::kMeeting,
        SourceKind::kDocument, SourceKind::kInterview, SourceKind::kOther}) {
    if (name(kind) == text) return kind;
  }
  return {};
}

Flaws flaws(const Source& source) { return flaws_of(source); }
Flaws flaws(const SourceDraft& source) { return flaws_of(source); }

record::Payload to_payload(const Source& source, const std::set<std::int64_t>& apart) {
  BodyWriter body(Kind::kSource, apart);
  body.text(source_field::kKey, source.key);
  body.text(source_field::kKind, name(source.kind));
  body.text(source_field::kTitle, source.title);
  body.text(source_field::kPublisher, source.publisher);
  body.date(source_field::kDate, source.date);
  body.text(source_field::kUrl, source.url);
  body.text(source_field::kLanguage, source.language);
  return body.finish();
}

Result<Source> source_from(const record::Payload& payload) {
  BodyReader body(Kind::kSource, payload);
  Source source;
  source.key = body.key(source_field::kKey);
  source.kind = body.token(source_field::kKind, source_kind_named);
  source.title = body.text(source_field::kTitle, true);
  source.publisher = body.text(source_field::kPublisher);
  source.date = body.date(source_field::kDate);
  source.url = body.text(source_field::kUrl);
  source.language = body.text(source_field::kLanguage);
  PARLEY_TRY(body.finish());
  return source;
}

}  // namespace parley::dossier
