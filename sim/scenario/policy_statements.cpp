#include "sim/scenario/policy_statements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/model_selector.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/neutral.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/policy_value.hpp"

namespace homeroom {

namespace {

const std::vector<std::string>& statement_words() {
  static const std::vector<std::string> words = {"value", "at_least", "at_most", "source",
                                                 "status"};
  return words;
}

bool is_value_word(const std::string& word) {
  return word == "value" || word == "at_least" || word == "at_most";
}

Statement::Kind kind_of(const std::string& word) {
  if (word == "at_least") return Statement::Kind::AtLeast;
  return word == "at_most" ? Statement::Kind::AtMost : Statement::Kind::Set;
}

/// Years begin with a digit or a sign: what begins with a letter is a word, or was meant to be one.
bool uses_words(const Node& node) {
  return node.is(Node::Kind::Table) &&
         std::any_of(node.members.begin(), node.members.end(), [](const auto& member) {
           return !member.first.empty() && member.first[0] >= 'a' && member.first[0] <= 'z';
         });
}

class Gathering {
 public:
  Gathering(int from_year, const Scenario& scenario, Faults& faults, Faults& warnings)
      : from_(from_year), scenario_(scenario), faults_(faults), warnings_(warnings) {}

  void add(const PolicyFile& file) {
    policy_ = file.name.empty() ? "the scenario's policy" : file.name;
    if (const Node* law = file.root.find("law")) add_law(*law);
    if (const Node* models = file.root.find("models")) add_models(*models);
    if (const Node* every = file.root.find("every_model")) add_selectors(*every);
  }

  Statements take() { return std::move(statements_); }

 private:
  bool is_table(const Node& node, const std::string& key) {
    if (node.is(Node::Kind::Table)) return true;
    faults_.add(node.at, key, fmt::format("wants a table, not {}", in_words(node.kind)));
    return false;
  }

  void add_law(const Node& law) {
    if (!is_table(law, "law")) return;
    for (const auto& [chapter, levers] : law.members) {
      const std::string key = "law." + chapter;
      if (chapter == "selections") continue;
      if (chapter == "ordinary") {
        faults_.add(levers.at, key, "stays the city's: a policy changes what the model may do");
      } else if (is_table(levers, key)) {
        for (const auto& [lever, value] : levers.members) add(key + "." + lever, value);
      }
    }
  }

  void add_models(const Node& models) {
    if (!is_table(models, "models")) return;
    for (const auto& [name, levers] : models.members) {
      const std::string key = "models." + name;
      if (!is_model(name)) {
        const std::vector<std::string> known = model_keys();
        faults_.add(levers.at, key, "is no school model of the city; `brings` adds one",
                    listed(known), nearest_of(name, known));
      } else if (is_table(levers, key)) {
        for (const auto& [lever, value] : levers.members) add(key + "." + lever, value);
      }
    }
  }

  void add_selectors(const Node& every) {
    if (!every.is(Node::Kind::Array)) return add_selector(every);
    for (const Node& one : every.items) add_selector(one);
  }

  void add_selector(const Node& every) {
    if (!is_table(every, "every_model")) return;
    const std::size_t faults = faults_.count();
    const std::vector<std::string> chosen = models_meant(every, scenario_, faults_);
    if (faults_.count() == faults && chosen.empty()) {
      warnings_.add(
          every.at, "every_model",
          fmt::format("no school model of \"{}\" is meant: nothing changes by it", scenario_.name));
    }
    if (const Node* classes = every.find("neutral")) add_neutral(*classes, chosen);
    for (const auto& [lever, value] : every.members) {
      if (lever == "where" || lever == "unless" || lever == "neutral") continue;
      if (!is_known("models.KEY." + lever, "every_model." + lever, value.at)) continue;
      for (const std::string& model : chosen) {
        // What is wrong for one model is wrong for all, and told once.
        if (!add("models." + model + "." + lever, value, "every_model." + lever)) break;
      }
    }
  }

  /// All levers of the classes as the model of ordinary practice has them.
  void add_neutral(const Node& classes, const std::vector<std::string>& models) {
    const std::set<std::string> meant = neutral_classes(classes, faults_);
    if (!scenario_.law.ordinary || meant.empty()) return;
    const std::string ordinary = "models." + scenario_.law.model(scenario_.law.ordinary).key;
    for (const Declared& field : declared_fields()) {
      if (meant.count(field.field_class) == 0) continue;
      const std::string lever = field.key.substr(field.key.rfind('.'));
      Statement statement;
      statement.policy = policy_;
      statement.value = written_from(scenario_.provenance.at(ordinary + lever).value, from_);
      statement.value.at = classes.at;
      statement.notes = table_node(classes.at);
      statement.notes.members["source"] =
          string_node("neutral: as " + ordinary + lever, classes.at);
      for (const std::string& model : models) {
        statements_["models." + model + lever].push_back(statement);
      }
    }
  }

  void add(const std::string& key, const Node& written) { add(key, written, key); }

  /// True if it is sound; `called`: by what name faults are told.
  bool add(const std::string& key, const Node& written, const std::string& called) {
    if (!is_known(key, called, written.at)) return false;
    Statement statement;
    statement.policy = policy_;
    statement.notes = table_node(written.at);
    if (!uses_words(written)) {
      statement.value = written;
      statements_[key].push_back(std::move(statement));
      return true;
    }
    int values = 0;
    for (const auto& [word, member] : written.members) {
      if (is_value_word(word)) {
        statement.kind = kind_of(word);
        statement.value = member;
        ++values;
      } else if (word == "source" || word == "status") {
        statement.notes.members[word] = member;
      } else {
        const auto& words = statement_words();
        faults_.add(member.at, called + "." + word, "is no part of what a policy says",
                    listed(words), nearest_of(word, words));
        return false;
      }
    }
    if (values != 1) {
      faults_.add(written.at, called, "wants one value", "value, at_least or at_most");
      return false;
    }
    statements_[key].push_back(std::move(statement));
    return true;
  }

  bool is_known(const std::string& key, const std::string& called, const Spot& at) {
    if (find_declared(key)) return true;
    std::string nearest = faults_.worth_a_suggestion() ? nearest_key(key, siblings(key)) : "";
    const bool every = called.starts_with("every_model.");
    if (every && !nearest.empty()) nearest = last_part(nearest);
    faults_.add(at, called, "is no known lever",
                nearest.empty() ? "one of those of homeroom explain levers" : "", nearest);
    return false;
  }

  /// Declared keys of the same section.
  std::vector<std::string> siblings(const std::string& key) const {
    const std::string section = declared_key(key.substr(0, key.rfind('.')));
    std::vector<std::string> found;
    for (const Declared& field : declared_fields()) {
      if (field.key.substr(0, field.key.rfind('.')) == section) found.push_back(field.key);
    }
    return found;
  }

  bool is_model(const std::string& name) const {
    const std::vector<std::string> known = model_keys();
    return std::find(known.begin(), known.end(), name) != known.end();
  }

  std::vector<std::string> model_keys() const {
    std::vector<std::string> keys;
    for (const SchoolModel& model : scenario_.law.models) keys.push_back(model.key);
    return keys;
  }

  int from_;
  const Scenario& scenario_;
  Faults &faults_, &warnings_;
  std::string policy_;
  Statements statements_;
};

}  // namespace

Statements statements_of(const std::vector<PolicyFile>& files, int from_year,
                         const Scenario& scenario, Faults& faults, Faults& warnings) {
  Gathering gathering(from_year, scenario, faults, warnings);
  for (const PolicyFile& file : files) gathering.add(file);
  return gathering.take();
}

}  // namespace homeroom
