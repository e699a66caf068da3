// The dossier's status and timeline as a document: what a desk prints and hands over.
//
// Promises: parley's own words in the language asked for (labels.hpp); what people entered stands
// as it was entered, in isolated runs with its language where that is known. Names of parties and
// measures are in the document's language where the dossier has them, else in English.
// Contradicting statements stand side by side, none preferred. The same arguments give the same
// document: its date is the status's, never a clock's. Every statement carries its number in the
// record, which is the same for every audience. Does not: choose what the audience may read; the
// dossier is that audience's already. Say what is true.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "dossier/status.hpp"
#include "dossier/timeline.hpp"
#include "dossier/view.hpp"

namespace parley::desk {

struct DossierReport {
  document::Language language =
      document::Language::kEnglish;  // one of kReportLanguages, else English
  std::string title;                 // of the dossier, as entered; may be empty
  std::string party;                 // handle of the party it is for; empty: for the desk
  std::string origin;                // of the record, as its checkpoints name it; may be empty
  std::uint64_t withheld = 0;        // entries outside the audience (record::View::withheld)
  std::uint64_t erased = 0;          // entries erased by order (record::View::erased)
  bool grades = false;               // show the desk's grades; never done for a party
};

// Size and root of the checkpoint are the dossier's. `status` and `timeline` are of that dossier;
// the document speaks of the day `status.as_of`.
document::Document dossier_document(const dossier::Dossier& dossier, const dossier::Status& status,
                                    const std::vector<dossier::Event>& timeline,
                                    const DossierReport& report);

}  // namespace parley::desk
