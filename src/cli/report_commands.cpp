#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "cli/rendering.hpp"
#include "desk/dossier/situation.hpp"
#include "desk/report/dossier_document.hpp"

namespace parley::cli {
namespace {

Result<int> run_dossier(Environment& environment, const Arguments& arguments) {
  const auto language = document::language_from_tag(arguments.language);
  if (!language) return fail(Fault::kUsage, "--language is en, ar, fr, ru or uk");
  desk::SituationRequest request;
  if (!arguments.as_of.empty()) {
    auto as_of = parse_date(arguments.as_of);
    if (!as_of) return within({Fault::kUsage, as_of.error().message, {}}, "--as-of");
    request.as_of = *as_of;
  }
  if (!arguments.for_party.empty()) request.party = arguments.for_party;
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_TRY(session.authorize(policy::Action::kReport, policy::Standing::kAll, "report dossier"));
  session.record().end();
  PARLEY_ASSIGN(const desk::Situation here, desk::situation(session, request));
  desk::DossierReport report;
  report.language = *language;
  report.title = here.title;
  report.party = here.party.value_or("");
  report.origin = here.origin;
  report.withheld = here.withheld;
  report.erased = here.erased;
  report.grades = arguments.grades && !here.party;
  const document::Document document =
      desk::dossier_document(here.dossier, here.status, here.timeline, report);
  PARLEY_ASSIGN(const std::string form, form_of(arguments.output));
  PARLEY_ASSIGN(const report::Fonts fonts, report::Fonts::load());
  PARLEY_ASSIGN(const Rendered paper, rendered(document, form, fonts));
  PARLEY_TRY(write_file(arguments.output, paper.bytes));
  environment.message(arguments.output);
  if (paper.spelled.empty()) return kOk;
  environment.message(spelled_text(paper.spelled));
  return kFindings;
}

}  // namespace

std::vector<Command> report_commands() {
  return {
      {"report dossier", "Write status and timeline as a document: HTML, PDF or XLSX",
       with({{"-o,--output", "FILE", "The file; its ending, .html, .pdf or .xlsx, says what it is",
              &Arguments::output, true},
             {"--language", "TAG", "en, ar, fr, ru or uk; default: en", &Arguments::language},
             {"--as-of", "DATE", "As known on that day; default: the latest there is",
              &Arguments::as_of},
             {"--for", "PARTY", "Only what that party may read", &Arguments::for_party},
             {"--grades", "", "With the desk's grades; never for a party", &Arguments::grades}},
            open_options()),
       run_dossier},
  };
}

}  // namespace parley::cli
