#include "sim/scenario/sweep_arm.hpp"

#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/node_lists.hpp"

namespace homeroom {
namespace {

struct Fields {
  std::string name, policy = "none";
  void describe(FieldVisitor& visit) {
    visit.text("name", "stands in the column of policies", name);
    visit.text("policy", "a set of policies, or none", policy);
  }
};

}  // namespace

SweepArmDesign read_sweep_arm(const Node& table, const std::string& prefix, Faults& faults) {
  SweepArmDesign arm;
  arm.at = table.at;
  if (!table.is(Node::Kind::Table)) {
    faults.add(table.at, prefix, "is no table", "name, policy, set");
    return arm;
  }
  Node scalars = table;
  scalars.members.erase("set");
  Provenance unused;
  Fields fields;
  FieldReader reader(scalars, prefix, Demand::Optional, faults, unused);
  fields.describe(reader);
  reader.refuse_unknown_keys({prefix + ".set"});
  arm.name = fields.name;
  arm.policy = fields.policy;
  if (arm.name.empty()) faults.add(table.at, prefix + ".name", "is missing");
  arm.settings = strings_of(table.find("set"), prefix + ".set", faults);
  return arm;
}

}  // namespace homeroom
