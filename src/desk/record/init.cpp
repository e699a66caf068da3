#include "desk/record/init.hpp"

namespace parley::desk {

Result<Founded> init(std::unique_ptr<record::Store> store, const Passphrase& passphrase,
                     const record::SecretKey& founder, const Setting& setting,
                     const InitRequest& request) {
  if (request.title.empty() || request.key_name.empty()) {
    return fail(Fault::kUsage, "a dossier needs a title, and its founder's key a name");
  }
  const auto found = [&](const record::PublicKey& log, record::ActBuilder& act) -> Result<void> {
    policy::Audience all{setting.random.id<record::AudienceId>(), std::string(policy::kAllName),
                         true, {}};
    policy::Audience desk{setting.random.id<record::AudienceId>(), std::string(policy::kDeskName),
                          false, {}};
    policy::AdmittedKey key;
    key.id = record::key_id(founder.public_key());
    key.role = policy::Role::kDesk;
    key.name = request.key_name;
    const auto add = [&](const record::AudienceId& audience, record::Payload payload) {
      payload.time = setting.clock.now();
      payload.office = setting.office;
      return act.add({audience, std::move(payload), {}});
    };
    PARLEY_TRY(add(all.id, policy::to_payload(policy::Founding{request.title, log})));
    PARLEY_TRY(add(all.id, policy::to_payload(key)));
    PARLEY_TRY(add(desk.id, policy::to_payload(all)));
    PARLEY_TRY(add(desk.id, policy::to_payload(desk)));
    return {};
  };
  PARLEY_ASSIGN(record::Record record,
                record::Record::create(std::move(store), passphrase, request.cost, founder,
                                       setting.random, found));
  Founded out;
  out.dossier = record.dossier();
  out.verifier_key = format_verifier_key(record.log_verifier());
  PARLEY_ASSIGN(out.size, record.store().size());
  PARLEY_ASSIGN(out.checkpoint, record.checkpoint());
  return out;
}

}  // namespace parley::desk
