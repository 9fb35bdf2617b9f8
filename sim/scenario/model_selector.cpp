#include "sim/scenario/model_selector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom {

namespace {

using Words = std::vector<std::string>;

/// What a model is, in words: its choices and flags.
class Traits final : public FieldVisitor {
 public:
  std::map<std::string, std::string, std::less<>> words;
  void flag(std::string_view key, std::string_view, bool& field) override {
    words[std::string(key)] = field ? "true" : "false";
  }
  void choice(std::string_view key, const std::vector<std::string_view>& allowed, std::string_view,
              int& index) override {
    words[std::string(key)] = allowed[static_cast<std::size_t>(index)];
  }
  void number(const Meaning&, double&) override {}
  void number_if_known(const Meaning&, std::optional<double>&) override {}
  void integer(const Meaning&, int&) override {}
  void dated(const Meaning&, Dated&) override {}
  void numbers(const Meaning&, std::vector<double>&) override {}
  void text(std::string_view, std::string_view, std::string&) override {}
};

/// Schools that the district counts among its own: those it staffs, and organisations under
/// contract with it.
bool in_portfolio(const SchoolModel& model) {
  const bool own = model.employer == Employer::District && model.guarantee != Guarantee::Separate;
  return own || model.district_contract;
}

Traits traits_of(const SchoolModel& model, bool ordinary) {
  Traits traits;
  SchoolModel copy = model;
  copy.describe(traits);
  traits.words["ordinary"] = ordinary ? "true" : "false";
  traits.words["portfolio"] = in_portfolio(model) ? "true" : "false";
  traits.words["key"] = model.key;
  return traits;
}

/// What a condition may ask about, with the words it may name; none: any.
std::map<std::string, Words> conditions_known() {
  std::map<std::string, Words> known = {
      {"ordinary", {"true", "false"}}, {"portfolio", {"true", "false"}}, {"key", {}}};
  for (const Declared& field : declared_fields()) {
    if (!field.key.starts_with("models.KEY.")) continue;
    const std::string name = field.key.substr(11);
    if (field.kind == FieldKind::Flag) known[name] = {"true", "false"};
    if (field.kind == FieldKind::Choice) known[name] = field.allowed;
  }
  return known;
}

/// One condition: any of its words.
struct Condition {
  std::string about;
  Words words;
};

class ConditionReader {
 public:
  ConditionReader(std::string side, Faults& faults) : side_(std::move(side)), faults_(faults) {}

  std::vector<Condition> read(const Node& table) {
    std::vector<Condition> conditions;
    if (!table.is(Node::Kind::Table) || table.members.empty()) {
      faults_.add(table.at, side_, "wants a table of conditions",
                  side_ + " = { employer = \"district\" }");
      return conditions;
    }
    static const std::map<std::string, Words> known = conditions_known();
    for (const auto& [about, node] : table.members) {
      const auto condition = known.find(about);
      if (condition == known.end()) {
        Words names;
        for (const auto& [name, words] : known) names.push_back(name);
        faults_.add(node.at, side_ + "." + about, "is nothing that tells school models apart",
                    listed(names), nearest_of(about, names));
        continue;
      }
      conditions.push_back({about, words_of(about, node, condition->second)});
    }
    return conditions;
  }

 private:
  Words words_of(const std::string& about, const Node& node, const Words& allowed) {
    Words words;
    if (!node.is(Node::Kind::Array)) {
      add_word(about, node, allowed, words);
    } else {
      for (const Node& item : node.items) add_word(about, item, allowed, words);
    }
    return words;
  }

  void add_word(const std::string& about, const Node& node, const Words& allowed, Words& words) {
    const bool flag = node.is(Node::Kind::Boolean);
    const std::string word = flag ? (node.flag ? "true" : "false") : node.text;
    const bool kind = flag || node.is(Node::Kind::String);
    if (kind &&
        (allowed.empty() || std::find(allowed.begin(), allowed.end(), word) != allowed.end())) {
      words.push_back(word);
      return;
    }
    faults_.add(node.at, side_ + "." + about,
                kind ? fmt::format("\"{}\" is no choice", word)
                     : fmt::format("wants a word, not {}", in_words(node.kind)),
                listed(allowed), nearest_of(word, allowed));
  }

  std::string side_;
  Faults& faults_;
};

bool meets(const Traits& traits, const std::vector<Condition>& conditions) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& one) {
    return std::find(one.words.begin(), one.words.end(), traits.words.at(one.about)) !=
           one.words.end();
  });
}

}  // namespace

std::vector<std::string> models_meant(const Node& selector, const Scenario& scenario,
                                      Faults& faults) {
  const Node *where = selector.find("where"), *unless = selector.find("unless");
  if (!where) {
    faults.add(selector.at, "every_model", "does not say which models are meant",
               "where = { portfolio = true, ordinary = false }");
    return {};
  }
  const auto wanted = ConditionReader("every_model.where", faults).read(*where);
  const auto unwanted = unless ? ConditionReader("every_model.unless", faults).read(*unless)
                               : std::vector<Condition>{};
  const Law& law = scenario.law;
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < law.models.size(); ++i) {
    const Traits traits = traits_of(law.models[i], law.ordinary == ModelId(i));
    if (!meets(traits, wanted) || (!unwanted.empty() && meets(traits, unwanted))) continue;
    keys.push_back(law.models[i].key);
  }
  return keys;
}

}  // namespace homeroom
