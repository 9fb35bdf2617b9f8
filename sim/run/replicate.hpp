// One replicate of a scenario: founded, burnt in, lived through, and observed year by year.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "sim/observe/erosion.hpp"
#include "sim/observe/groups.hpp"
#include "sim/observe/hidden_decomposition.hpp"
#include "sim/observe/hidden_truth.hpp"
#include "sim/observe/learning_records.hpp"
#include "sim/observe/public_records.hpp"
#include "sim/observe/sustainability.hpp"
#include "sim/observe/whereabouts.hpp"
#include "sim/run/offers.hpp"
#include "sim/run/summary.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/year/year.hpp"

namespace homeroom {

struct ReplicateRecords;

/// What must be seen year by year to be known at the end.
struct Chronicle {
  Lifetimes lifetimes;
  Erosion erosion;
  explicit Chronicle(const Scenario& scenario)
      : lifetimes(scenario.law.models.size()), erosion(scenario.nature.governance) {}
  void note(const World& world, const Law& law) {
    lifetimes.note(world, law);
    erosion.note(world, law);
  }
};

/// A city at the end of its burn-in. Scenarios that differ from the first policy year on only, may
/// begin from one.
struct BurntIn {
  World world;
  Chronicle chronicle;
};

/// Takes the city at the end of its burn-in and growth's zero after each of its years.
using BurntInReader =
    std::function<void(const BurntIn& city, const std::vector<GrowthZero>& zeros)>;

/// Takes the records of one observed year.
using YearReader = std::function<void(ReplicateRecords& year)>;

struct ReplicatePlan {
  std::uint32_t replicate = 1;
  bool microdata = false;     ///< students, applications, cutoffs, teachers as well
  bool burn_in_rows = false;  ///< observe burn-in years, too
  bool groups = false;        ///< children by group, too
  /// Where it is given, each observed year's yearly tables and microdata go there and are not kept:
  /// microdata of a whole replicate would fill the memory.
  YearReader read_year = {};
  int district = 0;            ///< of a nation, counted from 1; 0: the scenario's city
  int microdata_from = 0;      ///< first year of which microdata are observed
  bool learning = false;       ///< what each child's achievement is made of
  int whereabouts_from = 0;    ///< first year of which they are observed
  bool whereabouts = false;    ///< who is where, and how each came there, for comparisons
  bool keep_burnt_in = false;  ///< leave the city at the end of the burn-in behind, for others
  /// Where it is given, the city there is lived on: that of a scenario with the same seed, place,
  /// nature, run and law until the first policy year.
  const BurntIn* burnt_in = nullptr;
  /// Growth's zero after each burn-in year, where the scenario that sets it has been lived already.
  const std::vector<GrowthZero>* zeros = nullptr;
  BurntInReader read_burnt_in = {};  ///< called before the first policy year, where it is given
  std::optional<OffersAsked> note_offers = {};  ///< leave these offers behind
  /// Offers that are withheld in their year: their lines are refused whatever their number.
  const Offers* withhold = nullptr;
};

/// Everything a replicate leaves behind.
struct ReplicateRecords {
  std::uint32_t replicate = 0;
  Batch schools, models, district, events, truth, truth_models, sustainability, survival,
      hidden_sustainability, groups, truth_groups;
  std::optional<Microdata> microdata;
  std::optional<Whereabouts> whereabouts;
  std::optional<Batch> learning;  ///< of the year
  std::optional<BurntIn> burnt_in;
  std::vector<GrowthZero> zeros;  ///< growth's zero after each burn-in year
  std::optional<Offers> offers;   ///< see ReplicatePlan::note_offers
  Summary summary;
  ChapterTimes times;
  double student_years = 0;
  ReplicateRecords();
  /// The year that the yearly tables tell of, where they hold one.
  int year() const;
  /// Drops the rows of the yearly tables.
  void forget_year();
  /// The batches in the order of the run directory's files.
  std::vector<const Batch*> batches() const;
};

/// Runs one replicate; nothing if `stop` was raised meanwhile. `year_done` is called after each
/// year.
std::optional<ReplicateRecords> run_replicate(const Scenario& scenario, const ReplicatePlan& plan,
                                              const std::atomic<bool>& stop,
                                              const std::function<void()>& year_done);

}  // namespace homeroom
