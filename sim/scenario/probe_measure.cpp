#include "sim/scenario/probe_measure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/node_lists.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {
namespace {

constexpr double kWidest = 1e9;

/// The scalars of a measure.
struct MeasureFields {
  ProbeMeasure& measure;
  std::string policy, p, error, degrees;
  int statistic = 0, correction = 0;
  void describe(FieldVisitor& visit) {
    visit.text("says", "what is found, as a sentence has it before the number", measure.says);
    visit.text("unit", "of the number", measure.unit);
    visit.text("city", "of the sweep; left out: each", measure.city);
    visit.choice("statistic", probe_statistics(), "told of the replicates", statistic);
    visit.choice("correction", probe_corrections(), "of several p", correction);
    visit.text("policy", "of all terms that name none", policy);
    visit.text("p", "outcome that is the p of what is found", p);
    visit.text("error", "outcome that is its standard error", error);
    visit.text("degrees", "outcome that is its degrees of freedom", degrees);
    visit.number_if_known({"smallest", "as the outcome", 0.0, kWidest, "error that matters"},
                          measure.smallest);
    visit.number_if_known({"most", "share", 0.0, 1.0, "share up to which the method holds"},
                          measure.most);
    visit.number_if_known({"margin", "as the outcome", 0.0, kWidest, "of equivalence"},
                          measure.margin);
    visit.integer({"exceptions", "outcomes", 0, 100, "that may be left out of the order"},
                  measure.exceptions);
    visit.flag("told", "in the sentence, not in the table alone", measure.told);
  }
};

class MeasureReader {
 public:
  MeasureReader(const Node& table, const std::string& prefix, const SweepDesign& sweep,
                Faults& faults)
      : table_(table), prefix_(prefix), sweep_(sweep), faults_(faults) {}

  ProbeMeasure read() {
    read_scalars();
    if (const Node* list = table_.find("outcomes")) {
      for (const std::string& name : strings_of(list, prefix_ + ".outcomes", faults_)) {
        measure_.found.push_back(with_defaults(name));
      }
    }
    terms("found", measure_.found);
    read_truth();
    check();
    return std::move(measure_);
  }

 private:
  void read_scalars() {
    Node scalars = table_;
    for (const char* other : {"found", "outcomes", "truth", "at"}) scalars.members.erase(other);
    MeasureFields fields{measure_, {}, {}, {}, {}};
    FieldReader reader(scalars, prefix_, Demand::Optional, faults_, unused_);
    fields.describe(reader);
    reader.refuse_unknown_keys();
    measure_.at = table_.at;
    measure_.statistic = static_cast<ProbeStatistic>(fields.statistic);
    measure_.correction = static_cast<ProbeCorrection>(fields.correction);
    policy_ = fields.policy;
    if (const Node* at = table_.find("at")) levels_ = levels_in(*at, prefix_ + ".at");
    if (!fields.p.empty()) measure_.p = with_defaults(fields.p);
    if (!fields.error.empty()) measure_.error = with_defaults(fields.error);
    if (!fields.degrees.empty()) measure_.degrees = with_defaults(fields.degrees);
  }

  ProbeTerm with_defaults(const std::string& outcome) {
    ProbeTerm term{outcome, policy_.empty() ? sweep_.policies.front() : policy_, levels_, 1.0};
    check_policy(term.policy, table_);
    return term;
  }

  void check_policy(const std::string& policy, const Node& where) {
    const auto& known = sweep_.policies;
    if (std::find(known.begin(), known.end(), policy) != known.end()) return;
    faults_.add(where.at, prefix_ + ".policy", fmt::format("the sweep has no \"{}\"", policy),
                listed(known), nearest_of(policy, known));
  }

  std::map<std::string, std::string> levels_in(const Node& table, const std::string& prefix) {
    std::map<std::string, std::string> levels;
    for (const auto& [name, level] : table.members) {
      const bool text = level.is(Node::Kind::String);
      levels[name] = text ? level.text : toml_literal(level);
      check_level(name, levels[name], level, prefix);
    }
    return levels;
  }

  void check_level(const std::string& name, const std::string& level, const Node& where,
                   const std::string& prefix) {
    std::vector<std::string> names;
    for (const SweepFactor& factor : sweep_.factors) {
      names.push_back(factor.name);
      if (factor.name != name) continue;
      if (std::find(factor.levels.begin(), factor.levels.end(), level) == factor.levels.end()) {
        faults_.add(where.at, prefix, fmt::format("{} has no level \"{}\"", name, level),
                    listed(factor.levels));
      }
      return;
    }
    faults_.add(where.at, prefix, fmt::format("the sweep has no factor \"{}\"", name),
                listed(names), nearest_of(name, names));
  }

  void terms(const std::string& key, std::vector<ProbeTerm>& into) {
    for_each_table(table_.find(key), prefix_ + "." + key, faults_,
                   [&](const Node& table, const std::string& prefix) {
                     into.push_back(term_in(table, prefix));
                   });
  }

  ProbeTerm term_in(const Node& table, const std::string& prefix) {
    refuse_unknown_keys(
        table, prefix, {prefix + ".outcome", prefix + ".policy", prefix + ".at", prefix + ".times"},
        faults_);
    const Node* outcome = table.find("outcome");
    ProbeTerm term = with_defaults(outcome ? outcome->text : "");
    if (term.outcome.empty()) faults_.add(table.at, prefix + ".outcome", "is missing");
    if (const Node* policy = table.find("policy")) {
      term.policy = policy->text;
      check_policy(term.policy, *policy);
    }
    if (const Node* at = table.find("at")) term.at = levels_in(*at, prefix + ".at");
    if (const Node* times = table.find("times")) {
      if (!times->is_number()) faults_.add(times->at, prefix + ".times", "wants a number");
      term.times = times->as_number();
    }
    return term;
  }

  void read_truth() {
    const Node* truth = table_.find("truth");
    if (!truth) return;
    if (truth->is_number()) {
      measure_.true_value = truth->as_number();
    } else {
      terms("truth", measure_.truth);
    }
  }

  void need(bool there, const char* key) {
    if (there) return;
    const auto word = probe_statistics()[static_cast<std::size_t>(measure_.statistic)];
    faults_.add(table_.at, prefix_ + "." + key, fmt::format("is missing, and {} needs it", word));
  }

  void check() {
    need(!measure_.says.empty(), "says");
    need(table_.find("statistic") != nullptr, "statistic");
    need(!measure_.found.empty(), is_of_several(measure_.statistic) ? "outcomes" : "found");
    const auto& cities = sweep_.scenarios;
    if (!measure_.city.empty() &&
        std::find(cities.begin(), cities.end(), measure_.city) == cities.end()) {
      faults_.add(table_.at, prefix_ + ".city",
                  fmt::format("the sweep has no \"{}\"", measure_.city), listed(cities),
                  nearest_of(measure_.city, cities));
    }
    const bool of_truth = measure_.statistic == ProbeStatistic::Power ||
                          measure_.statistic == ProbeStatistic::WrongSign;
    const bool known = measure_.true_value || !measure_.truth.empty();
    if (of_truth) need(known, "truth");
    if (measure_.statistic == ProbeStatistic::Power) need(measure_.p.has_value(), "p");
    if (measure_.statistic == ProbeStatistic::Unproven) {
      need(measure_.p.has_value(), "p");
      need(measure_.error.has_value(), "error");
      need(measure_.degrees.has_value(), "degrees");
      need(measure_.margin.has_value(), "margin");
    }
    check_rule(known);
  }

  /// A rule that nothing could be judged by is none.
  void check_rule(bool known) {
    if (measure_.smallest && (measure_.statistic != ProbeStatistic::Mean || !known)) {
      faults_.add(table_.at, prefix_ + ".smallest", "is the rule of a mean whose truth is known");
    }
    if (measure_.most && !is_share(measure_.statistic)) {
      faults_.add(table_.at, prefix_ + ".most", "is the rule of a share");
    }
  }

  const Node& table_;
  const std::string& prefix_;
  const SweepDesign& sweep_;
  Faults& faults_;
  Provenance unused_;
  ProbeMeasure measure_;
  std::string policy_;
  std::map<std::string, std::string> levels_;
};

}  // namespace

ProbeMeasure read_probe_measure(const Node& table, const std::string& prefix,
                                const SweepDesign& sweep, Faults& faults) {
  return MeasureReader(table, prefix, sweep, faults).read();
}

}  // namespace homeroom
