#include "exchange/list_diff.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "base/run/in_order.hpp"
#include "exchange/list_diff_keys.hpp"
#include "exchange/list_diff_linkage.hpp"

namespace parley::exchange {
namespace {

constexpr std::size_t kNone = SIZE_MAX;
constexpr std::size_t kPiece = 1'000;

// A standing or dropped row of the list, as compared.
struct Old {
  std::size_t row = 0;  // in Lists::rows
  RowKeys keys;
  RowKeys received;  // of a mended row: what the file had
  bool taken = false;
};

struct New {
  std::size_t file_row = 0;
  RowKeys keys;
  std::size_t old = kNone;
};

using Index = std::unordered_map<std::string_view, std::vector<std::size_t>>;  // never iterated

class Differ {
 public:
  Differ(const Lists& lists, std::optional<std::size_t> list, const ListFile& file,
         const ListTerms& terms, int threads)
      : lists_(lists), list_(list), file_(file), terms_(terms), threads_(threads) {}

  ListDiff run() {
    read_old();
    read_new();
    match_equal(false);
    match_codes();
    match_names();
    match_linked();
    match_equal(true);
    settle_unread();
    tell();
    tell_perhaps();
    tell_alike();
    return std::move(out_);
  }

 private:
  void read_old() {
    if (!list_) return;
    for (const std::size_t at : lists_.lists[*list_].rows) {
      Old old;
      old.row = at;
      (lists_.rows[at].dropped ? gone_ : old_).push_back(std::move(old));
    }
    for (std::vector<Old>* olds : {&old_, &gone_}) {
      in_pieces(olds->size(), [this, olds](std::size_t i) {
        Old& old = (*olds)[i];
        const Row& row = lists_.rows[old.row];
        old.keys = keys_of(lists_.reading(row), row.cells);
        if (!row.received.empty()) old.received = keys_of(lists_.reading(row), row.received);
      });
    }
  }

  void read_new() {
    for (std::size_t i = 0; i < file_.rows.size(); ++i) {
      if (file_.rows[i].is_person()) new_.push_back({i, {}, kNone});
    }
    in_pieces(new_.size(), [this](std::size_t i) {
      new_[i].keys = keys_of(file_.reading(), file_.rows[new_[i].file_row].cells);
    });
  }

  template <class Work>
  void in_pieces(std::size_t size, Work work) {
    InOrder<bool> pieces(threads_, [](bool&&) {});
    for (std::size_t begin = 0; begin < size; begin += kPiece) {
      const std::size_t end = std::min(size, begin + kPiece);
      pieces.add([work, begin, end] {
        for (std::size_t i = begin; i < end; ++i) work(i);
        return true;
      });
    }
    pieces.finish();
  }

  void pair(New& fresh, std::size_t old) {
    fresh.old = old;
    old_[old].taken = true;
  }

  // Rows that say the same: with rows that stand, or with dropped ones, which then return.
  void match_equal(bool dropped) {
    std::vector<Old>& olds = dropped ? gone_ : old_;
    for (const bool received : {false, true}) {
      Index index;
      for (std::size_t i = 0; i < olds.size(); ++i) {
        const RowKeys& keys = received ? olds[i].received : olds[i].keys;
        if (!olds[i].taken && !keys.contents.empty()) index[keys.contents].push_back(i);
      }
      for (auto& [key, all] : index) std::reverse(all.begin(), all.end());  // the first is last
      for (New& fresh : new_) {
        if (fresh.old != kNone) continue;
        const auto found = index.find(fresh.keys.contents);
        if (found == index.end() || found->second.empty()) continue;
        if (dropped) {
          returned_.emplace_back(&fresh - new_.data(), found->second.back());
          olds[found->second.back()].taken = true;
          fresh.old = kReturned;
        } else {
          pair(fresh, found->second.back());
        }
        found->second.pop_back();
      }
    }
  }

  static std::string_view code_of(const RowKeys& keys, Field field) {
    for (const auto& [one, code] : keys.codes) {
      if (one == field) return code;
    }
    return {};
  }

  void match_codes() {
    for (const Field field :
         {Field::kDocument, Field::kIcrcReference, Field::kServiceNumber, Field::kReference}) {
      Index olds, news;
      for (std::size_t i = 0; i < old_.size(); ++i) {
        if (const auto code = code_of(old_[i].keys, field); !code.empty()) olds[code].push_back(i);
      }
      for (std::size_t i = 0; i < new_.size(); ++i) {
        if (const auto code = code_of(new_[i].keys, field); !code.empty()) news[code].push_back(i);
      }
      for (New& fresh : new_) {
        const std::string_view code = code_of(fresh.keys, field);
        if (code.empty() || fresh.old != kNone || news[code].size() != 1) continue;
        const auto found = olds.find(code);
        if (found == olds.end() || found->second.size() != 1) continue;
        Old& old = old_[found->second[0]];
        const bool births = !old.keys.birth.empty() && old.keys.birth == fresh.keys.birth;
        if (!old.taken && (births || names_agree(old.keys, fresh.keys))) {
          pair(fresh, found->second[0]);
        } else if (!old.taken) {
          perhaps_.emplace_back(&fresh - new_.data(), found->second[0]);
        }
      }
    }
  }

  // Unique among what is left on either side, by `key`; pairs are taken where `fits`.
  template <class Key, class Fits>
  void match_unique(Key key, Fits fits) {
    std::map<std::string, std::vector<std::size_t>> olds, news;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (!old_[i].taken) olds[key(old_[i].keys)].push_back(i);
    }
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (new_[i].old == kNone) news[key(new_[i].keys)].push_back(i);
    }
    for (const auto& [text, all] : news) {
      const auto found = olds.find(text);
      if (text.empty() || found == olds.end()) continue;
      const bool unique = all.size() == 1 && found->second.size() == 1;
      if (unique && fits(old_[found->second[0]].keys, new_[all[0]].keys)) {
        pair(new_[all[0]], found->second[0]);
      }
    }
  }

  void match_names() {
    match_unique(
        [](const RowKeys& keys) {
          return keys.birth.empty() || keys.name.find(' ') == std::string::npos
                     ? std::string()
                     : keys.name + "\x1F" + keys.birth;
        },
        [](const RowKeys& a, const RowKeys& b) { return support(a, b).against == 0; });
    match_unique(
        [](const RowKeys& keys) {
          return keys.name.find(' ') == std::string::npos ? std::string() : keys.name;
        },
        [](const RowKeys& a, const RowKeys& b) {
          const Support both = support(a, b);
          return (both.agree >= 1 && both.against == 0) || (both.agree >= 3 && both.against == 1);
        });
  }

  void match_linked() {
    std::vector<LinkedRow> olds, news;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (old_[i].taken) continue;
      const Row& row = lists_.rows[old_[i].row];
      const auto& version = lists_.lists[row.list].versions[row.version].value;
      olds.push_back({i, &version.reading, &row.cells, &version.date});
    }
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (new_[i].old != kNone) continue;
      news.push_back({i, &file_.reading(), &file_.rows[new_[i].file_row].cells, &file_.on});
    }
    const Linked linked = link_rows(olds, news, threads_);
    for (const auto& [old, fresh] : linked.sure) pair(new_[fresh], old);
    for (const auto& [old, fresh] : linked.queued) perhaps_.emplace_back(fresh, old);
  }

  // Unread rows: as before if the same cells are unread before, or were mended into a row.
  void settle_unread() {
    Index before, mended;
    std::vector<std::string> raws;
    if (list_) {
      raws.reserve(lists_.unread.size());
      for (std::size_t i = 0; i < lists_.unread.size(); ++i) {
        const UnreadRow& row = lists_.unread[i];
        if (row.list != *list_ || row.dropped) continue;
        unread_left_[i] = true;
        raws.push_back(raw_key(row.value.cells));
        before[raws.back()].push_back(i);
      }
      for (std::size_t i = 0; i < old_.size(); ++i) {
        if (!old_[i].taken && !old_[i].received.raw.empty()) {
          mended[old_[i].received.raw].push_back(i);
        }
      }
    }
    for (std::size_t i = 0; i < file_.rows.size(); ++i) {
      if (file_.rows[i].is_person()) continue;
      const std::string raw = raw_key(file_.rows[i].cells);
      if (const auto found = before.find(raw); found != before.end() && !found->second.empty()) {
        unread_left_.erase(found->second.back());
        found->second.pop_back();
        ++out_.unread_unchanged;
      } else if (const auto row = mended.find(raw); row != mended.end() && !row->second.empty()) {
        old_[row->second.back()].taken = true;
        row->second.pop_back();
        ++out_.unchanged;
        out_.mended.push_back(i);
      } else {
        out_.unread.push_back(i);
      }
    }
    for (const auto& [at, left] : unread_left_) out_.unread_dropped.push_back(at);
  }

  bool under_other_terms(const Row& row) const {
    const ListVersion& version = lists_.lists[row.list].versions[row.version].value;
    return version.consent != terms_.consent || version.holder != terms_.holder;
  }

  void tell() {
    for (const auto& [fresh, gone] : returned_) {
      out_.changed.push_back({new_[fresh].file_row, gone_[gone].row, {}, true});
    }
    for (const New& fresh : new_) {
      if (fresh.old == kReturned) continue;
      if (fresh.old == kNone) {
        out_.added.push_back(fresh.file_row);
        continue;
      }
      const Old& old = old_[fresh.old];
      const bool same =
          fresh.keys.contents == old.keys.contents || fresh.keys.contents == old.received.contents;
      if (same && !under_other_terms(lists_.rows[old.row])) {
        ++out_.unchanged;
        if (fresh.keys.contents != old.keys.contents) out_.mended.push_back(fresh.file_row);
      } else {
        out_.changed.push_back(
            {fresh.file_row, old.row, differing(old.keys.texts, fresh.keys.texts), false});
      }
    }
    std::sort(out_.mended.begin(), out_.mended.end());
    std::sort(out_.changed.begin(), out_.changed.end(),
              [](const auto& a, const auto& b) { return a.file_row < b.file_row; });
    for (const Old& old : old_) {
      if (!old.taken) out_.dropped.push_back(old.row);
    }
  }

  // What was added and dropped under one name, or as linkage or a code suggests.
  void tell_perhaps() {
    std::map<std::string, std::vector<std::size_t>> left;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (!old_[i].taken && !old_[i].keys.name.empty()) left[old_[i].keys.name].push_back(i);
    }
    for (std::size_t i = 0; i < new_.size(); ++i) {
      const auto found = left.find(new_[i].keys.name);
      if (new_[i].old != kNone || found == left.end()) continue;
      for (const std::size_t old : found->second) perhaps_.emplace_back(i, old);
    }
    std::sort(perhaps_.begin(), perhaps_.end());
    perhaps_.erase(std::unique(perhaps_.begin(), perhaps_.end()), perhaps_.end());
    for (const auto& [fresh, old] : perhaps_) {
      if (new_[fresh].old != kNone || old_[old].taken) continue;
      out_.perhaps.push_back({new_[fresh].file_row, old_[old].row});
    }
  }

  void tell_alike() {
    std::map<std::string, std::vector<std::size_t>> cells, documents;
    for (const New& fresh : new_) {
      std::string key;
      for (const auto& [field, text] : fresh.keys.texts) {
        if (field != Field::kReference)
          key += std::to_string(static_cast<int>(field)) + text + '\x1F';
      }
      cells[key].push_back(fresh.file_row);
      const std::string_view document = code_of(fresh.keys, Field::kDocument);
      if (!document.empty()) documents[std::string(document)].push_back(fresh.file_row);
    }
    for (auto& [key, rows] : cells) {
      if (rows.size() > 1) out_.alike.push_back({AlikeBy::kAllCells, rows});
    }
    for (auto& [key, rows] : documents) {
      const auto said = [&](const ListDiff::Alike& one) { return one.file_rows == rows; };
      if (rows.size() > 1 && std::none_of(out_.alike.begin(), out_.alike.end(), said)) {
        out_.alike.push_back({AlikeBy::kDocument, rows});
      }
    }
    std::sort(out_.alike.begin(), out_.alike.end(), [](const auto& a, const auto& b) {
      return std::pair(a.file_rows, a.by) < std::pair(b.file_rows, b.by);
    });
  }

  static constexpr std::size_t kReturned = SIZE_MAX - 1;

  const Lists& lists_;
  std::optional<std::size_t> list_;
  const ListFile& file_;
  const ListTerms& terms_;
  int threads_;
  std::vector<Old> old_, gone_;
  std::vector<New> new_;
  std::vector<std::pair<std::size_t, std::size_t>> returned_;  // new, gone
  std::vector<std::pair<std::size_t, std::size_t>> perhaps_;   // new, old
  std::map<std::size_t, bool> unread_left_;                    // in Lists::unread
  ListDiff out_;
};

}  // namespace

ListDiff diff_list(const Lists& lists, std::optional<std::size_t> list, const ListFile& file,
                   const ListTerms& terms, int threads) {
  return Differ(lists, list, file, terms, threads).run();
}

}  // namespace parley::exchange
