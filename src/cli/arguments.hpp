// What was written on the command line, before anything is made of it.
#pragma once

#include <string>
#include <vector>

namespace parley::cli {

struct Arguments {
  // Common to many commands.
  std::string dossier;        // -d, or PARLEY_DOSSIER
  std::string key;            // --key, or PARLEY_KEY
  std::string office;         // --office, or PARLEY_OFFICE
  std::string passphrase_fd;  // a file descriptor to read passphrases from, a line each
  std::string wait = "10";    // seconds for another writer
  std::string threads;
  bool json = false;
  bool dry_run = false;

  // Positional: files, entries, keys, as the command says.
  std::vector<std::string> items;

  std::string title, name, role, party, reason, cost = "standard";
  std::string audience = "all";
  std::vector<std::string> field_audiences;  // FIELD=AUDIENCE
  std::vector<std::string> fields;
  std::string against, as_of, for_party;
  std::string language = "en", output;
  bool closed = false, with_changes = false, grades = false, remove = false, admitted = false,
       list = false;
  std::string label, size, to, form;

  // Dossier objects.
  std::string handle, kind, part_of, within, latitude, longitude, geonames;
  std::string publisher, date, url;
  std::vector<std::string> names;  // LANGUAGE=NAME
  std::vector<std::string> speakers, measures, meets, parties;
  std::string text, quotation, text_language, said, reported, source, place, point, stance;
  std::string awaits, awaits_from, about, statement, code, note;
  bool said_inferred = false, about_inferred = false;

  // Claims.
  std::string deadline, state, status, on, of;
  std::vector<std::string> claims;
  std::string sheet_language;  // as the option says; empty: not said
  bool remind = false, again = false, before_reply = false;

  // Lists of people.
  std::string by, holder, list_key, consent, sheet, mapping, save_mapping, encoding;
  bool columns = false, rows = false, replace = false, as_planned = false;

  // Who is the same person.
  std::string next, merge, order;
  bool blind = false;
  bool check = false;

  // Papers.

  // Tables without a dossier.
  std::string truth, pairs, clusters, model, apply, columns_file, save_columns;
  std::vector<std::string> explain;
  std::string svg;
  bool one_to_one = false, one_to_many = false, many_to_many = false, within_too = false;
  // Names.
  std::string query, queries, in, top = "10";
};

}  // namespace parley::cli
