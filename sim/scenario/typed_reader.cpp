#include "sim/scenario/typed_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/sections.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

using Keys = std::vector<std::string>;

/// School models, groups of schools, classes of districts, selections. The largest shipped scenario
/// has some tens of each.
constexpr std::size_t kMostOfAKind = 1000;
/// A world counts its schools in 16 bits, opening slots among them.
constexpr std::size_t kMostSchools = 60000;

bool starts_with(const std::string& text, const std::string& head) {
  return text.starts_with(head);
}

Demand demand_of(const std::string& section) {
  // A nation has no starting values: each of its numbers is somebody's.
  if (section == "run" || section == "nation" || starts_with(section, "nation.")) {
    return Demand::Present;
  }
  return starts_with(section, "nature.") ? Demand::Documented : Demand::Optional;
}

bool is_model_key(const std::string& key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char letter) {
    return letter < 0x80 && (std::isalnum(letter) || letter == '_' || letter == '-');
  });
}

class TypedReader {
 public:
  TypedReader(const Node& root, Faults& faults, const Keys& brought)
      : root_(root), faults_(faults), brought_(brought) {}

  Scenario read() {
    refuse_unknown_keys(
        root_, "", {"name", "description", "run", "place", "nation", "law", "models", "nature"},
        faults_);
    make_room();
    text("name", scenario_.name);
    text("description", scenario_.description);
    std::string ordinary;
    text("law.ordinary", ordinary);
    scenario_sections(scenario_,
                      [&](const std::string& key, auto& described) { section(key, described); });
    refuse_unknown_keys(table("law"), "law", law_keys(), faults_);
    refuse_unknown_keys(table("nature"), "nature", nature_keys(), faults_);
    order_models();
    name_ordinary(ordinary);
    return std::move(scenario_);
  }

 private:
  /// The lists must have their length before the parts are walked.
  void make_room() {
    scenario_.place.schools.resize(list_length("place.schools"));
    if (find_path(root_, "nation")) {
      scenario_.nation.emplace().classes.resize(list_length("nation.classes"));
    }
    scenario_.place.school_list.resize(list_length("place.school_list", kMostSchools));
    scenario_.law.selections.resize(list_length("law.selections"));
    for (const auto& [key, member] : models_written()) {
      if (!is_model_key(key)) {
        faults_.add(member.at, "models." + key, "is no name for a model",
                    "letters, digits, - and _");
        continue;
      }
      SchoolModel model;
      model.key = model.label = key;
      scenario_.law.models.push_back(model);
    }
  }

  /// None where there are more than anybody has: each takes memory for all of its levers.
  const Node::Members& models_written() {
    static const Node::Members none;
    const Node& models = table("models");
    return refuse_many(models, "models", models.members.size(), kMostOfAKind) ? none
                                                                              : models.members;
  }

  bool refuse_many(const Node& node, const std::string& key, std::size_t count, std::size_t most) {
    if (count <= most) return false;
    faults_.add(node.at, key, fmt::format("holds {} entries", count),
                fmt::format("at most {}", most));
    return true;
  }

  std::size_t list_length(const std::string& key, std::size_t most = kMostOfAKind) {
    const Node* node = find_path(root_, key);
    if (node && node->is(Node::Kind::Array)) {
      return refuse_many(*node, key, node->items.size(), most) ? 0 : node->items.size();
    }
    if (!node) return 0;
    faults_.add(node->at, key, fmt::format("wants a list of tables, not {}", in_words(node->kind)),
                "[[" + key + "]]");
    return 0;
  }

  /// The table at a key; when there is none an empty one, which stands at the scenario's top.
  const Node& table(const std::string& key) {
    const Node* node = find_path(root_, key);
    if (node && node->is(Node::Kind::Table)) return *node;
    const bool first_look = absent_.count(key) == 0;
    if (node && first_look) {
      faults_.add(node->at, key, fmt::format("wants a table, not {}", in_words(node->kind)));
    }
    return absent_.try_emplace(key, table_node(node ? node->at : root_.at)).first->second;
  }

  template <class Described>
  void section(const std::string& key, Described& described) {
    const Node& fields = table(key);
    if (faults_.touches(key) && absent_.count(key) > 0) return;  // said already
    FieldReader reader(fields, key, demand_of(key), faults_, scenario_.provenance);
    described.describe(reader);
    reader.refuse_unknown_keys(key == "place"    ? Keys{"place.schools", "place.school_list"}
                               : key == "nation" ? Keys{"nation.classes"}
                                                 : Keys{});
  }

  void text(const std::string& key, std::string& field) {
    Noted noted;
    if (const Node* node = find_path(root_, key)) {
      if (node->is(Node::Kind::String)) {
        field = node->text;
      } else {
        faults_.add(node->at, key, fmt::format("wants a string, not {}", in_words(node->kind)));
      }
      noted.file = node->at.file_name();
      noted.line = node->at.line;
    }
    noted.value = toml_string(field);
    scenario_.provenance[key] = noted;
  }

  Keys law_keys() {
    Keys keys = {"law.ordinary", "law.selections"};
    law_chapters(scenario_.law, [&](const char* chapter, auto&) {
      keys.push_back(std::string("law.") + chapter);
    });
    return keys;
  }

  Keys nature_keys() {
    Keys keys;
    scenario_.nature.chapters(
        [&](const char* chapter, auto&) { keys.push_back(std::string("nature.") + chapter); });
    return keys;
  }

  /// By first mention in the nation, the school groups and listed schools; the sort is stable, so
  /// the rest stay sorted by key.
  void order_models() {
    Keys mentioned;
    if (scenario_.nation) mentioned = {scenario_.nation->model, scenario_.nation->choice_model};
    for (const SchoolGroup& group : scenario_.place.schools) {
      mentioned.push_back(group.model);
      mentioned.push_back(group.second_model);
    }
    for (const ListedSchool& school : scenario_.place.school_list) {
      mentioned.push_back(school.model);
      mentioned.push_back(school.second_model);
    }
    const auto turn = [&](const SchoolModel& model) {
      return std::find(mentioned.begin(), mentioned.end(), model.key) - mentioned.begin();
    };
    auto& models = scenario_.law.models;
    std::stable_sort(models.begin(), models.end(),
                     [&](const auto& one, const auto& other) { return turn(one) < turn(other); });
    std::stable_partition(models.begin(), models.end(), [&](const SchoolModel& model) {
      return std::find(brought_.begin(), brought_.end(), model.key) == brought_.end();
    });
  }

  void name_ordinary(const std::string& ordinary) {
    const auto& models = scenario_.law.models;
    for (std::size_t i = 0; i < models.size(); ++i) {
      if (models[i].key == ordinary) scenario_.law.ordinary = ModelId(i);
    }
  }

  const Node& root_;
  Faults& faults_;
  const Keys& brought_;
  Scenario scenario_{};
  std::map<std::string, Node> absent_;
};

}  // namespace

Scenario typed_scenario(const Node& root, Faults& faults, const std::vector<std::string>& brought) {
  return TypedReader(root, faults, brought).read();
}

}  // namespace homeroom
