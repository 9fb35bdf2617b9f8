#include "sim/scenario/policy_selections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom {

namespace {

Node integer_node(std::int64_t value, const Spot& at) {
  Node node;
  node.kind = Node::Kind::Integer;
  node.integer = value;
  node.at = at;
  return node;
}

int schools_of(const std::string& model, const Scenario& scenario) {
  int schools = 0;
  for (const SchoolGroup& group : scenario.place.schools) {
    if (group.model == model) schools += group.count;
  }
  for (const ListedSchool& school : scenario.place.school_list) schools += school.model == model;
  return schools;
}

/// A share becomes a count; of a city with schools at least one is chosen.
void count_share(const Scenario& scenario, Node& selection, Faults& faults) {
  const auto share = selection.members.find("share");
  if (share == selection.members.end()) return;
  const Node said = share->second;
  selection.members.erase(share);
  const bool good = said.is_number() && said.as_number() > 0.0 && said.as_number() <= 1.0;
  if (!good || selection.find("count")) {
    faults.add(said.at, "law.selections.share",
               good ? "stands beside a count; one of them is enough" : "is no share of the schools",
               good ? "" : "more than 0, at most 1");
    return;
  }
  const Node* from = selection.find("from");
  if (!from) {
    faults.add(said.at, "law.selections.share", "is a share of no school model's schools",
               "from = a school model beside it, or a count");
    return;
  }
  const int schools = schools_of(from->text, scenario);
  const int count = static_cast<int>(std::lround(said.as_number() * schools));
  selection.members.emplace("count", integer_node(std::max(count, std::min(1, schools)), said.at));
}

void complete(const Scenario& scenario, int from_year, Node& selection, Faults& faults) {
  const Law& law = scenario.law;
  const std::string ordinary = law.ordinary ? law.model(law.ordinary).key : std::string();
  if (!selection.find("volunteers")) {
    selection.members.try_emplace("from", string_node(ordinary, selection.at));
  }
  selection.members.try_emplace("year", integer_node(from_year, selection.at));
  count_share(scenario, selection, faults);
}

}  // namespace

void add_selections(const std::vector<PolicyFile>& files, int from_year, const Scenario& scenario,
                    Node& under, Faults& faults) {
  for (const PolicyFile& file : files) {
    const Node* said = find_path(file.root, "law.selections");
    if (!said) continue;
    if (!said->is(Node::Kind::Array)) {
      faults.add(said->at, "law.selections",
                 fmt::format("wants a list of tables, not {}", in_words(said->kind)),
                 "[[law.selections]]");
      continue;
    }
    Node& law = under.members.try_emplace("law", table_node(under.at)).first->second;
    Node empty;
    empty.kind = Node::Kind::Array;
    empty.at = said->at;
    Node& list = law.members.try_emplace("selections", empty).first->second;
    for (Node selection : said->items) {
      if (selection.is(Node::Kind::Table)) complete(scenario, from_year, selection, faults);
      list.items.push_back(std::move(selection));
    }
  }
}

}  // namespace homeroom
