// The audit of size: whether a quarter of a city, and four of it, show what the city shows.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/estimators/student_t.hpp"
#include "analysis/truth/scale_verdicts.hpp"
#include "app/audits.hpp"
#include "app/interrupt.hpp"
#include "app/progress.hpp"
#include "app/year_tables.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/scaled.hpp"

namespace homeroom::app {
namespace {

constexpr int kReplicates = 20;
constexpr int kTimes = 4;
/// Probability that the audit of a city in which size does nothing fails.
constexpr double kErrorRate = 0.05;
/// From this |z| on an audit hardly tells anything: 20 replicates need less than 5.
constexpr double kBluntFrom = 8.0;
constexpr const char* kBlunt = ": too few replicates to find much; try --replicates 20";

/// The city at each size. A quarter of whole schools is rounded, and compared with four times
/// itself: a city of the scenario's size that has the quarter's proportions.
struct Sizes {
  Scenario own, quarter, evened, quadruple;
  bool even = false;  ///< the quarter is exact, and `evened` the scenario itself
};

bool same_schools(const Place& one, const Place& other) {
  for (std::size_t i = 0; i < one.schools.size(); ++i) {
    if (one.schools[i].count != other.schools[i].count) return false;
  }
  return one.neighbourhoods == other.neighbourhoods && one.opening_slots == other.opening_slots;
}

bool same_selections(const Law& one, const Law& other) {
  for (std::size_t i = 0; i < one.selections.size(); ++i) {
    if (one.selections[i].count != other.selections[i].count ||
        one.selections[i].double_status != other.selections[i].double_status) {
      return false;
    }
  }
  return true;
}

Sizes sizes_of(const Scenario& city, int cities) {
  const Scenario scenario = cities == 1 ? city : multiplied(city, cities);
  Sizes sizes{scenario, divided(scenario, kTimes), {}, multiplied(scenario, kTimes)};
  sizes.evened = multiplied(sizes.quarter, kTimes);
  sizes.even = same_schools(sizes.evened.place, scenario.place) &&
               same_selections(sizes.evened.law, scenario.law);
  return sizes;
}

int schools_of(const Place& place) {
  int schools = 0;
  for (const SchoolGroup& group : place.schools) schools += group.count;
  return schools;
}

std::map<std::string, int> by_model(const Place& place) {
  std::map<std::string, int> schools;
  for (const SchoolGroup& group : place.schools) schools[group.model] += group.count;
  return schools;
}

/// What each city has; and, where the quarter is not even, how far it is from one.
std::string about_sizes(const Sizes& sizes, int cities) {
  const auto line = [](const std::string& name, const Scenario& city) {
    return fmt::format("{:<22} {:>6} schools {:>9.0f} children {:>5} neighbourhoods {:>8.1f} km2\n",
                       name, schools_of(city.place), city.place.children(),
                       city.place.neighbourhoods, city.place.area_km2);
  };
  std::string text =
      line(cities == 1 ? "the scenario" : fmt::format("{} cities in one", cities), sizes.own) +
      line("x 4", sizes.quadruple) + line("x 1/4", sizes.quarter);
  if (sizes.even) return text + "\n";
  text += line("x 1/4 x 4", sizes.evened);
  text +=
      "A quarter of whole schools is rounded, every model with one at least. It is compared with\n"
      "four times itself, which is as large as the scenario and has the quarter's proportions:\n";
  const auto own = by_model(sizes.own.place), quarter = by_model(sizes.quarter.place);
  for (const auto& [model, schools] : own) {
    if (schools == 0) continue;
    text += fmt::format("  {}: {} schools, an even quarter {:g}, here {}\n", model, schools,
                        static_cast<double>(schools) / kTimes, quarter.at(model));
  }
  return text + "\n";
}

/// Means of one replicate; nothing where it was stopped.
std::optional<truth::LifeMeans> means_of(const Scenario& scenario, std::uint32_t replicate,
                                         Progress& progress) {
  ReplicatePlan plan;
  plan.replicate = replicate;
  plan.whereabouts = true;
  truth::ScaleLife life;
  plan.read_year = [&](const ReplicateRecords& year) { life.add(year.year(), tables_of(year)); };
  const auto children = static_cast<long long>(scenario.place.children());
  if (!run_replicate(scenario, plan, stop_requested(), [&] { progress.step(children); })) return {};
  return life.means();
}

/// Every replicate of a city; fewer where it was stopped.
std::vector<truth::LifeMeans> lives_of(const Scenario& scenario, int replicates,
                                       Progress& progress) {
  std::vector<std::optional<truth::LifeMeans>> found(static_cast<std::size_t>(replicates));
  for_each_replicate(found.size(), stop_requested(), [&](std::size_t i) {
    found[i] = means_of(scenario, static_cast<std::uint32_t>(i + 1), progress);
  });
  std::vector<truth::LifeMeans> lives;
  for (auto& one : found) {
    if (one) lives.push_back(std::move(*one));
  }
  return lives;
}

bool less_striking(const truth::ScaleVerdict& one, const truth::ScaleVerdict& other) {
  const auto size = [](const truth::ScaleVerdict& verdict) {
    if (!verdict.differs) return -1.0;
    return std::isnan(verdict.z) ? std::numeric_limits<double>::infinity() : std::abs(verdict.z);
  };
  return size(one) < size(other);
}

std::string verdict_on(const std::vector<truth::ScaleVerdict>& verdicts, int replicates) {
  const auto told = std::count_if(verdicts.begin(), verdicts.end(),
                                  [](const auto& one) { return !std::isnan(one.p); });
  const auto differing =
      std::count_if(verdicts.begin(), verdicts.end(), [](const auto& one) { return one.differs; });
  const double least =
      told > 0 ? estimators::t_within(1.0 - kErrorRate / static_cast<double>(told), replicates - 1)
               : 0.0;
  std::string text = fmt::format("\npassed: none of {} differences", told);
  if (differing > 0) {
    const auto most = *std::max_element(verdicts.begin(), verdicts.end(), less_striking);
    text = fmt::format(
        "\nfailed: first of all {}, city {}: {:.4g} before, {:.4g} after, z {:.2f}\n"
        "{} of {} differences",
        most.quantity, most.size, most.reference, most.scaled, most.z, differing, told);
  }
  return text +
         fmt::format(
             " beyond Monte Carlo error. Sizes share their dice, replicate by replicate; "
             "after Holm a city\nin which size does nothing fails with a probability of {:g} "
             "at most. Of {} replicates and {} differences\nthe first is told from |z| {:.1f} "
             "on{}\n",
             kErrorRate, replicates, told, least, least > kBluntFrom ? kBlunt : "");
}

}  // namespace

Audited audit_scale(const AuditOptions& options, const Scenario& scenario) {
  const int cities = options.cities.value_or(1);
  const Sizes sizes = sizes_of(scenario, cities);
  const int replicates = options.replicates.value_or(kReplicates);
  const double children = sizes.own.place.children() + sizes.quarter.place.children() +
                          sizes.quadruple.place.children() +
                          (sizes.even ? 0.0 : sizes.evened.place.children());
  const int years = scenario.run.burn_in_years + scenario.run.policy_years;
  const double lived = children * years * replicates;
  const ThreadLimit limit(options.threads.value_or(0));
  std::vector<truth::LifeMeans> own, quarter, quadruple, evened;
  {
    Progress progress(scenario.name, static_cast<long long>(lived),
                      fmt::format("{:.3g} million student-years", lived / 1e6), options.quiet);
    own = lives_of(sizes.own, replicates, progress);
    quarter = lives_of(sizes.quarter, replicates, progress);
    quadruple = lives_of(sizes.quadruple, replicates, progress);
    evened = sizes.even ? own : lives_of(sizes.evened, replicates, progress);
  }
  if (std::min({own.size(), quarter.size(), quadruple.size(), evened.size()}) <
      static_cast<std::size_t>(replicates)) {
    return {kInterrupted, "", ""};
  }
  const auto verdicts =
      truth::scale_verdicts({{"x 1/4", evened, quarter}, {"x 4", own, quadruple}}, kErrorRate);
  const bool failed =
      std::any_of(verdicts.begin(), verdicts.end(), [](const auto& one) { return one.differs; });
  Audited found;
  found.status = failed ? kFailed : kDone;
  found.text = fmt::format(
      "{}: audit scale: a quarter of the city, and four of it\n{} replicates, "
      "policy years {}-{}, seed {}\n\n{}{}{}",
      scenario.name, replicates, scenario.run.first_year, scenario.run.last_year(),
      scenario.run.seed, about_sizes(sizes, cities), truth::verdicts_text(verdicts),
      verdict_on(verdicts, replicates));
  found.csv = truth::verdicts_csv(scenario.name, verdicts);
  return found;
}

}  // namespace homeroom::app
