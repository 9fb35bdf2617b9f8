#include "sim/scenario/probe.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/node_lists.hpp"
#include "sim/scenario/probe_measure.hpp"
#include "sim/scenario/toml_file.hpp"

namespace homeroom {
namespace {

struct Head {
  Probe& probe;
  void describe(FieldVisitor& visit) {
    visit.text("id", "number of the weak inference", probe.id);
    visit.text("weakness", "in one sentence of ours", probe.weakness);
    visit.text("source", "section or figure", probe.source);
    visit.text("question", "what the probe asks", probe.question);
    visit.text("known", "what is true by construction, and how", probe.known);
    visit.integer({"replicates", "cities", 2, 10000, "lived"}, probe.replicates);
    visit.integer({"quick", "cities", 2, 10000, "lived with --quick"}, probe.quick);
  }
};

class ProbeReader {
 public:
  ProbeReader(const Node& root, const std::filesystem::path& file, Faults& faults)
      : root_(root), faults_(faults) {
    probe_.file = file;
  }

  Probe read() {
    read_head();
    const Node* sweep = root_.find("sweep");
    if (!sweep || !sweep->is(Node::Kind::Table)) {
      faults_.add(sweep ? sweep->at : root_.at, "sweep", "is no table", "[sweep]");
      return std::move(probe_);
    }
    read_sweep(*sweep);
    for_each_table(
        root_.find("measures"), "measures", faults_,
        [&](const Node& table, const std::string& prefix) {
          probe_.measures.push_back(read_probe_measure(table, prefix, probe_.sweep, faults_));
        });
    if (probe_.measures.empty()) {
      faults_.add(root_.at, "measures", "are missing", "[[measures]]");
    }
    name_outcomes();
    return std::move(probe_);
  }

 private:
  void read_head() {
    Node scalars = root_;
    for (const char* table : {"sweep", "measures"}) scalars.members.erase(table);
    Head head{probe_};
    FieldReader reader(scalars, "", Demand::Optional, faults_, unused_);
    head.describe(reader);
    reader.refuse_unknown_keys();
    refuse_missing_keys(root_, "", {"id", "weakness", "source", "question", "known"}, faults_);
    if (probe_.id != probe_.file.stem().string()) {
      faults_.add(root_.at, "id", fmt::format("\"{}\" is not the file's name", probe_.id),
                  probe_.file.stem().string());
    }
    if (probe_.quick > probe_.replicates) {
      faults_.add(root_.at, "quick", "is above replicates");
    }
  }

  /// Outcomes are those that measures name, so that a sweep of a probe has none of its own.
  void read_sweep(const Node& table) {
    for (const char* ours : {"outcomes", "replicates", "first_replicate"}) {
      if (const Node* there = table.find(ours)) {
        faults_.add(there->at, fmt::format("sweep.{}", ours), "follows from the measures",
                    "nothing here");
      }
    }
    Node with_outcome = table;
    Node list;
    list.kind = Node::Kind::Array;
    list.at = table.at;
    list.items.push_back(string_node("named by measures", table.at));
    with_outcome.members["outcomes"] = list;
    probe_.sweep = sweep_design_in(with_outcome, probe_.id, probe_.file, faults_);
    if (probe_.sweep.method != SweepMethod::Grid) {
      faults_.add(table.at, "sweep.design.method", "is none of probes", "grid");
    }
    if (probe_.sweep.policies.empty()) probe_.sweep.policies = {"none"};
  }

  void name_outcomes() {
    std::vector<std::string> names;
    const auto name = [&](const ProbeTerm& term) {
      if (std::find(names.begin(), names.end(), term.outcome) == names.end()) {
        names.push_back(term.outcome);
      }
    };
    for (const ProbeMeasure& measure : probe_.measures) {
      for (const auto* terms : {&measure.found, &measure.truth}) {
        std::for_each(terms->begin(), terms->end(), name);
      }
      for (const auto* term : {&measure.p, &measure.error, &measure.degrees}) {
        if (*term) name(**term);
      }
    }
    probe_.sweep.outcomes = std::move(names);
  }

  const Node& root_;
  Faults& faults_;
  Provenance unused_;
  Probe probe_;
};

}  // namespace

ProbeReading read_probe(const std::filesystem::path& file) {
  ProbeReading reading;
  Faults faults;
  if (const std::optional<Node> root = read_toml_file(file, faults)) {
    reading.probe = ProbeReader(*root, file, faults).read();
  }
  reading.probe.file = file;
  reading.faults = faults.sorted();
  return reading;
}

}  // namespace homeroom
