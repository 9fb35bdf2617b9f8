// What the command line asked for, as plain data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace homeroom::app {

/// Exit statuses of every command.
enum Status { kDone = 0, kFailed = 1, kBadInput = 2, kInterrupted = 130 };

/// Policies laid over a scenario.
struct PolicyOptions {
  std::vector<std::string> policies;  ///< --policy NAME, each a set such as R1+R6
  std::optional<int> from_year;       ///< --policy-from YEAR; none: the first policy year
};

struct RunOptions {
  std::vector<std::string> scenarios;
  std::string output;         ///< empty: results/<scenario name>
  std::string keep_burn_ins;  ///< folder of burnt-in cities; empty: none is kept
  std::string anchor_from;    ///< scenario whose burn-in sets growth's zero; empty: each its own
  std::optional<int> replicates;  ///< --replicates N
  std::optional<int> replicate;   ///< --replicate K: that one alone
  std::optional<std::int64_t> seed;
  std::optional<int> years;                ///< policy years
  std::optional<int> threads;              ///< none: all cores
  std::optional<int> district;             ///< --district K of a nation: that one alone
  int divide = 1;                          ///< --divide N: one part in N of each city
  std::vector<std::string> settings;       ///< --set KEY=VALUE
  PolicyOptions policy;                    ///< all together
  bool schools = false, streamed = false;  ///< of a nation
  bool burn_in = false, students = false, dry_run = false, force = false, quiet = false,
       timing = false;
};

struct CheckOptions {
  PolicyOptions policy;
  std::vector<std::string> scenarios;
  std::vector<std::string> settings;
};

struct ExplainOptions {
  std::vector<std::string> topic;  ///< a key, a table, words, a scenario file, "models", ...
  std::string scenario;            ///< the scenario whose values are shown
  PolicyOptions policy;
  std::vector<std::string> settings;
};

struct PatternsOptions {
  std::vector<std::string> scenarios;  ///< none: boston
  std::vector<std::string> settings;
  std::string bands;              ///< file of bands; empty: the shipped one
  std::string output;             ///< file for the verdicts as comma-separated text; empty: none
  std::optional<int> replicates;  ///< none: the scenario's
  std::optional<int> threads;     ///< none: all cores
  bool force = false, quiet = false;
};

struct CompareOptions {
  std::string base;
  std::vector<std::string> alternatives;  ///< scenario files
  PolicyOptions policy;                   ///< each --policy an alternative of its own
  std::string ladder;                     ///< --ladder NAME: more such sets; empty: none
  std::string output;                     ///< empty: results/compare/<name of the base>
  std::string keep_burn_ins;              ///< folder of burnt-in cities; empty: none is kept
  std::optional<int> replicates;
  std::optional<std::int64_t> seed;
  std::optional<int> years;
  std::optional<int> threads;
  std::vector<std::string> settings;  ///< --set KEY=VALUE, for every arm
  bool dry_run = false, timing = false, force = false, quiet = false;
};

struct AuditOptions {
  std::string kind;      ///< null, relabel, threads, scale, effect
  std::string scenario;  ///< file
  PolicyOptions policy;  ///< all together
  std::vector<std::string> settings;
  std::string output;             ///< file of comma-separated text; of effect a folder; empty: none
  std::optional<int> replicates;  ///< none: as many as the audit needs
  std::optional<std::int64_t> seed;
  std::optional<int> years;    ///< policy years
  std::optional<int> threads;  ///< none: all cores
  std::string model;           ///< of effect: key of the model
  std::optional<int> year;     ///< of effect: none: the last with tests
  std::optional<int> cities;   ///< of scale: none: one
  bool force = false, quiet = false;
};

struct ImportOptions {
  std::vector<std::string> lists;
  std::vector<std::string> leaids, districts;
  std::vector<std::string> maps;
  std::string locations, crosswalk;
  std::string output;
  int students = 0;
  bool large = false, lenient = false, force = false;
};

struct EstimateOptions {
  std::string table;  ///< comma-separated, with a header
  // A regression.
  std::vector<std::string> outcomes;      ///< columns, each entry one or a list with commas
  std::vector<std::string> on, controls;  ///< the same; controls of other estimates as well
  std::vector<std::string> factors;       ///< of these, columns to be taken as words
  std::vector<std::string> bases;         ///< COLUMN=WORD
  std::string cluster, weights;           ///< columns; empty: none
  std::string errors;                     ///< classical, HC1, HC3; empty: HC1
  std::optional<double> margin;           ///< smallest effect that matters
  std::string adjust;                     ///< holm, bh; empty: none
  // Survival.
  std::string survival, event, entry;  ///< columns
  // Growth percentiles.
  std::string growth;              ///< column of the score now
  std::vector<std::string> prior;  ///< columns of scores before, the last first
  std::string within;              ///< column of groups ranked, or drawn, apart; empty: none
  std::optional<int> fewest;       ///< rows that make a norm
  // Differences in differences.
  std::string difference, unit, year, first;  ///< columns
  std::string event_study;                    ///< never, not-yet; empty: the regression
  std::string by;                             ///< column of groups, of survival and growth
  // Value added of schools, and its index.
  std::string value_added, school;  ///< columns
  std::string index, error;         ///< columns of estimates and of their errors
  std::string cuts;                 ///< NEAR,FAR [standard errors]; empty: no index
  // The report's regression and its twin of children.
  std::vector<std::string> report, tested, shares;  ///< columns
  std::vector<std::string> children, traits;        ///< columns
  std::vector<double> proficient_from;              ///< cuts of the scores; empty: scores
  std::string model, enrolment;                     ///< columns
  std::vector<std::string> reference;               ///< words of the model
  // Matched comparison.
  std::string twins, school_before, model_before;  ///< columns
  std::vector<std::string> treated;                ///< words of the model
  std::vector<std::string> alike;                  ///< columns
  std::optional<double> caliper;                   ///< [of the score before]
  // Lotteries.
  std::string lottery, offer, chance, attended, enrolled;  ///< columns
  std::string chance_as;                                   ///< cells, linear; empty: cells
  // Chances of an offer.
  std::string chances, rank, priority, number, ever, asked, examined, separate;  ///< columns
  std::string assignment;  ///< deferred, immediate
  std::string output;      ///< file of comma-separated text; empty: none
  bool drop_missing = false, force = false;
};

struct DecideOptions {
  std::string folder;   ///< of a sweep that was collected
  std::string outcome;  ///< empty: the only one there is
  std::string better;   ///< higher, lower; empty: higher
  std::string against;  ///< policy; empty: the first of the sweep
  std::string by;       ///< factor whose values are the policies; empty: policies are
  std::optional<double> regret_above;   ///< where is more regretted than this?
  std::string csv;                      ///< file of comma-separated text; empty: none
  std::optional<double> until_certain;  ///< add replicates until the ranking is certain so far
  std::optional<int> budget;            ///< runs that may be added
  std::optional<int> threads;           ///< of these; none: all cores
  bool force = false, quiet = false;
};

struct ClaimsOptions {
  std::string folder;  ///< of claims; empty: the shipped ones
  std::string output = "results/claims";
  std::vector<std::string> ids, cities;
  std::optional<int> threads;
  bool list = false, quick = false, resume = false, quiet = false;
  bool robust = false;       ///< each verdict is tried over a space of what nobody measured
  bool judge_again = false;  ///< runs of another program are judged where this one lives the same
};

struct ProbesOptions {
  std::string folder;  ///< of probes; empty: the shipped ones
  std::string output = "results/probes";
  std::vector<std::string> ids;
  std::optional<int> threads;
  bool list = false, quick = false, resume = false, quiet = false;
};

struct SweepOptions {
  std::string design;                  ///< file, or the name of one in scenarios/sweeps
  std::string output;                  ///< empty: results/sweeps/<name of the design>
  std::string keep_burn_ins;           ///< folder of burnt-in cities; empty: none is kept
  int shard = 1, shards = 1;           ///< --shard K/N
  std::optional<int> replicates;       ///< none: the design's
  std::optional<int> first_replicate;  ///< none: the design's
  std::optional<int> threads;          ///< none: all cores
  std::vector<std::string> settings;
  bool resume = false, dry_run = false, quiet = false;
  bool unchecked = false;   ///< made by the program: points are looked at when they are lived
  bool tells_empty = true;  ///< outcomes that no run has; false where they are other cities'
  std::string program;      ///< whose runs they are; empty: this one's
};

struct CollectOptions {
  std::string folder;  ///< of a sweep
  bool quiet = false;
};

struct SensitivityOptions {
  std::string folder;                 ///< of a collected sweep
  std::vector<std::string> outcomes;  ///< none: all of the sweep
  std::string csv;                    ///< file for the findings; empty: none
  double level = 0.95;                ///< of confidence
  int resamples = 1000;
  std::int64_t seed = 1;  ///< of the resampling
  bool leave_out = false, force = false;
};

struct ReportOptions {
  std::string folder;  ///< of results
  std::string output;  ///< page; empty: report.html in the folder
  bool force = false;
};

struct SchemaOptions {
  std::string file = "scenario";  ///< kind: scenario, nature, models, places, patterns, policies
  std::string scenario;           ///< whose ranges bound nature; empty: the declared ones
};

/// `command_line` is what was typed, for the manifest.
int run(const RunOptions& options, const std::vector<std::string>& command_line);
int check(const CheckOptions& options);
int explain(const ExplainOptions& options);
int show_patterns(const PatternsOptions& options);
int compare(const CompareOptions& options, const std::vector<std::string>& command_line);
int audit(const AuditOptions& options, const std::vector<std::string>& command_line);
int import_lists(const ImportOptions& options);
int estimate(const EstimateOptions& options);
int decide(const DecideOptions& options);
int sweep(const SweepOptions& options);
int collect(const CollectOptions& options);
int sensitivity_of(const SensitivityOptions& options);
int judge_claims(const ClaimsOptions& options);
int tell_probes(const ProbesOptions& options);
int make_report(const ReportOptions& options);
int schema(const SchemaOptions& options);

}  // namespace homeroom::app
