// A record that has been opened with its passphrase: reads views, appends acts.
//
// Promises: what view() gives has passed its commitments; append() continues the tree of the last
// checkpoint or fails.
// Does not: decide who may do what (policy), nor verify signatures and the whole tree (verify).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "record/act.hpp"
#include "record/note.hpp"
#include "record/store.hpp"
#include "record/view.hpp"

namespace parley::record {

struct Appended {
  std::vector<EntryId> ids;  // of the act's entries, without the closing one
  std::uint64_t size = 0;
  std::string checkpoint;
};

class Record {
 public:
  // Makes a record in an empty store: `found` writes the first act into the builder. The dossier
  // id is random. Leaves nothing behind if anything fails.
  static Result<Record> create(
      std::unique_ptr<Store> store, const Passphrase& passphrase, Kdf cost, const SecretKey& founder,
      Random& random,
      const std::function<Result<void>(const PublicKey& log, ActBuilder& act)>& found);

  // Error (kLocked): the passphrase opens none of the slots.
  static Result<Record> open(std::unique_ptr<Store> store, const Passphrase& passphrase);

  const DossierId& dossier() const { return meta_.dossier; }
  std::string origin() const { return log_origin(meta_.dossier); }
  VerifierKey log_verifier() const;
  const SymmetricKey& dossier_key() const { return dossier_key_; }
  Store& store() { return *store_; }

  // Everything, as the desk that holds the passphrase can read it. Restrict it before use.
  // Error (kBroken): an entry that does not open or does not match its commitment.
  // The same at any number of threads.
  Result<View> view(int threads = 1);

  // Takes the write lock; view() then reads the state that append() continues.
  Result<void> begin_write() { return store_->begin_write(); }
  void end() { store_->end(); }
  ActBuilder act(const SecretKey& author, Random& random) const {
    return ActBuilder(meta_.dossier, dossier_key_, author, random);
  }
  // An act of the record itself, by the log's key: for what the program must note by itself.
  ActBuilder act_by_log(Random& random) const {
    return ActBuilder(meta_.dossier, dossier_key_, log_, random);
  }
  // Precondition: begin_write(). Ends the write.
  Result<Appended> append(ActBuilder& act, std::vector<Erasure> erasures = {});

  // Replaces the passphrases that open the record. `label` names the slot.
  Result<void> set_passphrase(const std::string& label, const Passphrase& passphrase, Kdf cost,
                              Random& random);
  Result<void> remove_passphrase(const std::string& label);
  std::vector<std::string> passphrase_labels() const;

  // The last checkpoint with the cosignatures it has got.
  Result<std::string> checkpoint();

 private:
  Record(std::unique_ptr<Store> store, Meta meta, SymmetricKey dossier_key, SecretKey log);

  std::unique_ptr<Store> store_;
  Meta meta_;
  SymmetricKey dossier_key_;
  SecretKey log_;
};

// The part of a view that an audience may read. Withheld entries and parts are counted, not shown.
View restrict(View view, const std::function<bool(const AudienceId&)>& may_read);

// Opens one stored entry. Error (kBroken): seal or commitment do not fit.
// Empty where the payload is not there (erased, or never given).
Result<std::optional<Opened>> open_entry(const SymmetricKey& dossier_key, std::uint64_t index,
                                         const StoredEntry& entry);

}  // namespace parley::record
