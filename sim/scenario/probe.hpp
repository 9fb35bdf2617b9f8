// A weak inference of the report as data: cities in which the truth is known, what its method finds
// in them, and when that is called misleading. All of it is written down before anything is run.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/sweep_design.hpp"

namespace homeroom {

/// What is told of the values of many replicates.
enum class ProbeStatistic {
  Mean,            ///< of a sum of outcomes, with its interval
  Quantiles,       ///< median, and where nine in ten single replicates lie
  Significant,     ///< share of replicates with p below .05
  Power,           ///< share with p below .05 and the sign of the truth
  WrongSign,       ///< share with the other sign than the truth
  Unproven,        ///< of those with p above .05, share in which no equivalence is shown either
  Disagree,        ///< share in which some of several p lie below .05 and some do not
  AnySignificant,  ///< share in which at least one of several p lies below .05
  Rejected,        ///< mean share of several p below .05
  Positive,        ///< mean share of several estimates above 0
  Rising,          ///< share in which several outcomes rise in their order
};
const std::vector<std::string_view>& probe_statistics();

/// How several p are held against chance.
enum class ProbeCorrection { None, Holm, BenjaminiHochberg };
const std::vector<std::string_view>& probe_corrections();

/// An outcome of the runs under one policy and at some levels, times a number.
struct ProbeTerm {
  std::string outcome, policy;
  std::map<std::string, std::string> at;  ///< level by factor; others are averaged over
  double times = 1.0;
};

struct ProbeMeasure {
  std::string says, unit, city;  ///< no city: each of the sweep
  ProbeStatistic statistic = ProbeStatistic::Mean;
  ProbeCorrection correction = ProbeCorrection::None;
  std::vector<ProbeTerm> found;  ///< a sum; of statistics of several outcomes each by itself
  std::vector<ProbeTerm> truth;  ///< a sum; empty: `true_value`, or nothing is known
  std::optional<double> true_value;
  std::optional<ProbeTerm> p, error, degrees;  ///< beside the estimate that is found
  std::optional<double> smallest;  ///< of a mean: what is nearer to the truth does not mislead
  std::optional<double> most;      ///< of a share: up to which the method holds
  std::optional<double> margin;    ///< of equivalence
  int exceptions = 0;              ///< of Rising: outcomes that may be left out of the order
  bool told = true;                ///< false: a row of the table alone
  Spot at;
};

struct Probe {
  std::string id, weakness, source, question, known;
  int replicates = 40, quick = 8;
  SweepDesign sweep;  ///< its outcomes are those that measures name
  std::vector<ProbeMeasure> measures;
  std::filesystem::path file;
};

struct ProbeReading {
  Probe probe;
  std::vector<Fault> faults;
};

/// Reads one probe; what it says counts only where there is no fault. Looked at is what the file
/// tells by itself: what scenarios say of it is looked at when they are read.
ProbeReading read_probe(const std::filesystem::path& file);

/// True where a statistic is told of several outcomes, each by itself.
bool is_of_several(ProbeStatistic statistic);
/// True where a statistic is a share, of replicates or in each of them.
bool is_share(ProbeStatistic statistic);
/// True where it is the mean of a share in each replicate.
bool is_mean_share(ProbeStatistic statistic);

}  // namespace homeroom
