#include "sim/scenario/sweep_design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/sweep_arm.hpp"
#include "sim/scenario/sweep_factor.hpp"
#include "sim/scenario/sweep_key.hpp"
#include "sim/scenario/toml_file.hpp"

namespace homeroom {
namespace {

/// Scalars of a design, apart from its lists.
struct Head {
  std::string name, description;
  int replicates = 1, first_replicate = 1, divide = 1;
  void describe(FieldVisitor& visit) {
    visit.text("name", "names the folder of results", name);
    visit.text("description", "what is asked", description);
    visit.integer({"replicates", "runs", 1, 1000000, "runs of each point, over dice of their own"},
                  replicates);
    visit.integer({"first_replicate", "1", 1, 1000000, "number of the first of them"},
                  first_replicate);
    visit.integer({"divide", "1", 1, 64, "one part in so many of each city is lived"}, divide);
  }
};

struct Method {
  int method = 0, points = 0, levels = 4, seed = 1;
  std::string file;
  void describe(FieldVisitor& visit) {
    static const std::vector<std::string_view> words = {"grid",  "list",     "lhs",
                                                        "sobol", "saltelli", "morris"};
    visit.choice("method", words, "how points are laid", method);
    visit.integer({"points", "points", 0, 100000000,
                   "points of lhs and sobol, base points of saltelli, trajectories of morris"},
                  points);
    visit.integer({"levels", "levels", 2, 64, "of each factor, of morris"}, levels);
    visit.integer({"seed", "1", 0, 2147483647, "of the points; the dice have that of the scenario"},
                  seed);
    visit.text("file", "of a list: comma-separated, a column for each key", file);
  }
};

/// Of a grid; a run is known by its number.
constexpr double kMostPoints = 1e12;

class DesignReader {
 public:
  DesignReader(const Node& root, Faults& faults) : root_(root), faults_(faults) {}

  SweepDesign read() {
    read_head();
    read_method();
    design_.scenarios = words("scenarios", true);
    design_.policies = words("policies", false);
    read_arms();
    if (!root_.find("policies") && design_.arms.empty()) design_.policies = {"none"};
    design_.settings = words("set", false);
    design_.outcomes = words("outcomes", true);
    read_factors();
    check_arms();
    check_sizes();
    return std::move(design_);
  }

 private:
  void read_head() {
    Head head;
    Node scalars = root_;
    for (const char* list :
         {"scenarios", "policies", "set", "outcomes", "design", "arms", "factors", "resolved"}) {
      scalars.members.erase(list);
    }
    FieldReader reader(scalars, "", Demand::Optional, faults_, unused_);
    head.describe(reader);
    refuse_unknown_keys(
        root_, "",
        {"name", "description", "replicates", "first_replicate", "divide", "scenarios", "policies",
         "set", "outcomes", "design", "arms", "factors", "resolved"},
        faults_);
    design_.name = head.name;
    design_.description = head.description;
    design_.replicates = head.replicates;
    design_.first_replicate = head.first_replicate;
    design_.divide = head.divide;
  }

  void read_method() {
    const Node* table = root_.find("design");
    if (!table || !table->is(Node::Kind::Table)) {
      faults_.add(table ? table->at : root_.at, "design", "is no table", "[design]");
      return;
    }
    if (!table->find("method")) {
      faults_.add(table->at, "design.method", "is missing", listed(sweep_methods()));
    }
    Method method;
    FieldReader reader(*table, "design", Demand::Optional, faults_, unused_);
    method.describe(reader);
    reader.refuse_unknown_keys();
    design_.method = static_cast<SweepMethod>(method.method);
    design_.size = static_cast<std::uint64_t>(method.points);
    design_.levels = method.levels;
    design_.seed = static_cast<std::uint64_t>(method.seed);
    design_.list = method.file;
    design_at_ = table->at;
  }

  std::vector<std::string> words(const std::string& key, bool needed) {
    std::vector<std::string> found;
    const Node* list = root_.find(key);
    if (!list) {
      if (needed) faults_.add(root_.at, key, "is missing", fmt::format("{} = [\"...\"]", key));
      return found;
    }
    std::set<std::string> seen;
    for (const Node& item : list->items) {
      if (!item.is(Node::Kind::String) || item.text.empty()) {
        faults_.add(item.at, key, fmt::format("wants strings, not {}", in_words(item.kind)));
      } else if (!seen.insert(item.text).second) {
        faults_.add(item.at, key, fmt::format("names \"{}\" twice", item.text));
      } else {
        found.push_back(item.text);
      }
    }
    if (!list->is(Node::Kind::Array) || (list->items.empty() && key != "set")) {
      faults_.add(list->at, key, "wants a list that holds something",
                  fmt::format("{} = [\"...\"]", key));
    }
    return found;
  }

  void read_arms() {
    const Node* list = root_.find("arms");
    if (!list) return;
    std::set<std::string> names(design_.policies.begin(), design_.policies.end());
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      SweepArmDesign arm = read_sweep_arm(list->items[i], fmt::format("arms.{}", i), faults_);
      if (!arm.name.empty() && !names.insert(arm.name).second) {
        faults_.add(arm.at, fmt::format("arms.{}.name", i), "names another arm or policy, too");
      }
      design_.arms.push_back(std::move(arm));
    }
    if (list->is(Node::Kind::Array) && !list->items.empty()) return;
    faults_.add(list->at, "arms", "wants tables that say something", "[[arms]]");
  }

  void read_factors() {
    const Node* list = root_.find("factors");
    if (!list) return;
    if (!list->is(Node::Kind::Array)) {
      faults_.add(list->at, "factors", fmt::format("wants tables, not {}", in_words(list->kind)),
                  "[[factors]]");
    }
    std::set<std::string> names, keys;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const Node& node = list->items[i];
      SweepFactor factor = read_sweep_factor(node, fmt::format("factors.{}", i), faults_);
      if (!keys.insert(factor.key).second) {
        faults_.add(node.at, fmt::format("factors.{}.key", i), "is a factor already");
      } else if (!names.insert(in_small_letters(factor.name)).second) {
        faults_.add(node.at, fmt::format("factors.{}.name", i), "names another factor, too");
      }
      design_.factors.push_back(std::move(factor));
    }
  }

  /// A factor's value would take the place of the arm's without a word.
  void check_arms() {
    for (std::size_t i = 0; i < design_.arms.size(); ++i) {
      for (const std::string& setting : design_.arms[i].settings) {
        const std::string key = setting.substr(0, setting.find('='));
        for (const SweepFactor& factor : design_.factors) {
          if (factor.key != key) continue;
          faults_.add(design_.arms[i].at, fmt::format("arms.{}.set", i), key + " is a factor");
        }
      }
    }
  }

  void check_sizes() {
    const bool list = design_.method == SweepMethod::List;
    if (list != design_.factors.empty() && (list || design_.method != SweepMethod::Grid)) {
      faults_.add(list ? root_.find("factors")->at : root_.at, "factors",
                  list ? "stand beside a list, whose columns are the factors" : "are missing",
                  list ? "none" : "[[factors]]");
    }
    if (list != !design_.list.empty()) {
      faults_.add(design_at_, "design.file", list ? "is missing" : "belongs to a list alone");
    }
    const bool sized = !list && design_.method != SweepMethod::Grid;
    if (sized && design_.size == 0) {
      faults_.add(design_at_, "design.points", "is missing, or 0: the design is empty",
                  "1 or more");
    }
    const bool power = (design_.size & (design_.size - 1)) == 0;
    if (design_.method == SweepMethod::Saltelli && !power) {
      faults_.add(design_at_, "design.points", "is no power of two, which Sobol' points want",
                  "64, 128, 256, ...");
    }
    for (std::size_t i = 0; i < design_.factors.size(); ++i) {
      const SweepFactor& factor = design_.factors[i];
      if (design_.method != SweepMethod::Grid || factor.spread == Spread::Levels) continue;
      faults_.add(factor.at, fmt::format("factors.{}.values", i), "is missing: a grid wants levels",
                  "values = [...]");
    }
    double grid = 1.0;
    for (const SweepFactor& factor : design_.factors) {
      if (design_.method == SweepMethod::Grid) grid *= static_cast<double>(factor.levels.size());
    }
    if (grid > kMostPoints) {
      faults_.add(root_.find("factors")->at, "factors",
                  fmt::format("have {:.3g} combinations, more than are counted", grid),
                  "at most 1,000,000,000,000; lhs or sobol takes as many as are asked for");
    }
  }

  const Node& root_;
  Faults& faults_;
  Provenance unused_;
  Spot design_at_;
  SweepDesign design_;
};

}  // namespace

const std::vector<std::string>& sweep_methods() {
  static const std::vector<std::string> words = {"grid",  "list",     "lhs",
                                                 "sobol", "saltelli", "morris"};
  return words;
}

SweepDesign sweep_design_in(const Node& table, const std::string& name,
                            const std::filesystem::path& file, Faults& faults) {
  SweepDesign design = DesignReader(table, faults).read();
  if (design.name.empty()) design.name = name;
  if (!design.list.empty() && design.list.is_relative()) {
    design.list = file.parent_path() / design.list;
  }
  design.file = file;
  return design;
}

SweepReading read_sweep_design(const std::filesystem::path& file) {
  SweepReading reading;
  Faults faults;
  if (const std::optional<Node> root = read_toml_file(file, faults)) {
    reading.design = sweep_design_in(*root, file.stem().string(), file, faults);
  }
  reading.design.file = file;
  reading.faults = faults.sorted();
  return reading;
}

}  // namespace homeroom
