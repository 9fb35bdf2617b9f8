#include "app/workshop/city.hpp"

#include <algorithm>
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/model_selector.hpp"

namespace homeroom::workshop {
namespace {

Node flag_node(bool flag) {
  Node node;
  node.kind = Node::Kind::Boolean;
  node.flag = flag;
  return node;
}

/// What policies call the autonomous schools of a district (docs/scenario_files.md, Policies).
Node autonomous_selector() {
  Node where = table_node({});
  where.members.emplace("portfolio", flag_node(true));
  where.members.emplace("ordinary", flag_node(false));
  Node selector = table_node({});
  selector.members.emplace("where", std::move(where));
  return selector;
}

std::string unquoted(const std::string& literal) {
  const bool quoted = literal.size() >= 2 && literal.front() == '"' && literal.back() == '"';
  return quoted ? literal.substr(1, literal.size() - 2) : literal;
}

/// Models that school groups, selections and levers of the law name, and those that these name.
class Named {
 public:
  explicit Named(const Scenario& scenario) : scenario_(scenario) {
    for (const SchoolModel& model : scenario.law.models) known_.insert(model.key);
    note_below("place.");
    note_below("law.");
  }
  const std::set<std::string>& keys() const { return named_; }

 private:
  void note_below(const std::string& part) {
    for (auto at = scenario_.provenance.lower_bound(part); at != scenario_.provenance.end(); ++at) {
      if (!at->first.starts_with(part)) break;
      const Declared* field = find_declared(at->first);
      if (!field || field->kind != FieldKind::Text) continue;
      const std::string word = unquoted(at->second.value);
      if (known_.count(word) == 0 || !named_.insert(word).second) continue;
      note_below("models." + word + ".");
    }
  }

  const Scenario& scenario_;
  std::set<std::string> known_, named_;
};

}  // namespace

bool City::has_model(const std::string& model) const {
  return std::find(models.begin(), models.end(), model) != models.end();
}

City city_of(const std::filesystem::path& file, Scenario scenario) {
  City city{file.stem().string(), file, std::move(scenario), {}, {}};
  const std::set<std::string> named = Named(city.scenario).keys();
  // In the order of the law, which is that of the place.
  for (const SchoolModel& model : city.scenario.law.models) {
    if (named.count(model.key) > 0) city.models.push_back(model.key);
  }
  Faults none;
  for (const std::string& key : models_meant(autonomous_selector(), city.scenario, none)) {
    if (named.count(key) > 0) city.autonomous.push_back(key);
  }
  return city;
}

int schools_of(const City& city, const std::string& model) {
  int schools = 0;
  for (const SchoolGroup& group : city.scenario.place.schools) {
    if (group.model == model || group.second_model == model) schools += group.count;
  }
  for (const ListedSchool& school : city.scenario.place.school_list) {
    if (school.model == model || school.second_model == model) ++schools;
  }
  return schools;
}

}  // namespace homeroom::workshop
