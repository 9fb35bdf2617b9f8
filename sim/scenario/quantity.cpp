#include "sim/scenario/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/nearest.hpp"

namespace homeroom {

namespace {

class NotesReader {
 public:
  NotesReader(const Node& node, const std::string& key, const Meaning* meaning, Faults& faults)
      : node_(node), key_(key), meaning_(meaning), faults_(faults) {}

  void read(Noted& noted) {
    refuse_unknown_words();
    noted.source = text_of("source");
    const Node* source = node_.find("source");
    if (source && source->is(Node::Kind::String) && source->text.empty()) {
      fault("source", "is empty", "a citation");
    }
    noted.status = word_of("status");
    if (!meaning_) return;
    check_unit();
    noted.range = range();
  }

  void demand_all() {
    for (const std::string& word : note_words()) {
      const bool of_numbers = word == "unit" || word == "range";
      if ((of_numbers && !meaning_) || node_.find(word)) continue;
      faults_.add(node_.at, key_ + "." + word, "is missing", owed_text(word));
    }
  }

 private:
  std::string owed_text(const std::string& word) const {
    if (word == "status") return listed(status_words());
    if (word == "unit") return fmt::format("\"{}\"", meaning_->unit);
    if (word == "range") return "[low, high] within " + range_text(meaning_->low, meaning_->high);
    return {};
  }

  void fault(const std::string& word, const std::string& what, const std::string& allowed) {
    const Node* member = node_.find(word);
    faults_.add(member ? member->at : node_.at, key_ + "." + word, what, allowed);
  }

  void refuse_unknown_words() {
    for (const auto& [word, member] : node_.members) {
      const bool of_numbers = word == "unit" || word == "range";
      const auto& words = note_words();
      const bool known = std::find(words.begin(), words.end(), word) != words.end();
      if (known && (meaning_ || !of_numbers)) continue;
      faults_.add(member.at, key_ + "." + word, "is no part of a value with notes", listed(words),
                  faults_.worth_a_suggestion() ? nearest_of(word, words) : "");
    }
  }

  std::string text_of(const std::string& word) {
    const Node* member = node_.find(word);
    if (!member || member->is(Node::Kind::String)) return member ? member->text : "";
    fault(word, fmt::format("wants a string, not {}", in_words(member->kind)), "");
    return "";
  }

  std::string word_of(const std::string& word) {
    const std::string said = text_of(word);
    const auto& words = status_words();
    if (said.empty() || std::find(words.begin(), words.end(), said) != words.end()) return said;
    faults_.add(node_.find(word)->at, key_ + "." + word, fmt::format("\"{}\" is no status", said),
                listed(words), nearest_of(said, words));
    return "";
  }

  void check_unit() {
    if (!node_.find("unit")) return;
    const std::string unit = text_of("unit");
    if (unit != meaning_->unit) {
      fault("unit", fmt::format("\"{}\" is another unit", unit), owed_text("unit"));
    }
  }

  std::optional<std::pair<double, double>> range() {
    const Node* member = node_.find("range");
    if (!member) return std::nullopt;
    const bool two_numbers = member->is(Node::Kind::Array) && member->items.size() == 2 &&
                             member->items[0].is_number() && member->items[1].is_number();
    if (two_numbers) {
      const double low = member->items[0].as_number(), high = member->items[1].as_number();
      if (low <= high && low >= meaning_->low && high <= meaning_->high) return {{low, high}};
    }
    fault("range", "is no range of this quantity", owed_text("range"));
    return std::nullopt;
  }

  const Node& node_;
  const std::string& key_;
  const Meaning* meaning_;
  Faults& faults_;
};

}  // namespace

Quantity read_quantity(const Node& node, const std::string& key, const Meaning* meaning,
                       NotesOwed owed, Faults& faults) {
  Quantity quantity;
  quantity.noted.file = node.at.file_name();
  quantity.noted.line = node.at.line;
  if (meaning) quantity.noted.unit = meaning->unit;
  const bool noted = has_notes(node);
  NotesReader notes(node, key, meaning, faults);
  if (noted) notes.read(quantity.noted);
  if (owed == NotesOwed::All) {
    if (noted) {
      notes.demand_all();
    } else {
      faults.add(node.at, key, "is a bare value; its notes are missing", listed(note_words()));
    }
  }
  quantity.value = noted ? node.find("value") : &node;
  if (!quantity.value && owed == NotesOwed::None) {
    faults.add(node.at, key + ".value", "is missing");
  }
  return quantity;
}

}  // namespace homeroom
