#include "sim/year/year.hpp"

#include <chrono>
#include <utility>

#include "sim/year/classes.hpp"
#include "sim/year/displacement.hpp"
#include "sim/year/engagement.hpp"
#include "sim/year/seats.hpp"

namespace homeroom {
namespace {

/// Calls a chapter and notes the time it took.
class Reader {
 public:
  explicit Reader(ChapterTimes& times) : times_(times) {}
  template <class Chapter>
  void turn_to(std::string_view name, Chapter&& chapter) {
    const auto before = std::chrono::steady_clock::now();
    chapter();
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - before;
    times_.add(name, spent.count());
  }

 private:
  ChapterTimes& times_;
};

SharedShocks shared_shocks(const Nature& nature) {
  return {nature.learning.cohort_shock, nature.learning.class_shock,
          nature.cohort.transient_correlation};
}

void open_the_year(World& world, int year) {
  world.last = std::move(world.results);
  world.results = Results{};
  world.results.school.assign(world.schools.size(), {});
  world.year = year;
}

}  // namespace

void live_one_year(World& world, int year, const Law& law, const Nature& nature, const Dice& dice,
                   YearWorkspace& workspace, ChapterTimes& times) {
  Reader reader(times);
  open_the_year(world, year);
  // clang-format off
  reader.turn_to("cohort",         [&] { enact(world, decide_cohort(world, nature.cohort, dice), nature.cohort, dice);
                                         enact(world, decide_displacement(world)); });
  reader.turn_to("governance",     [&] { enact(world, decide_governance(world, law, nature.governance, dice)); });
  reader.turn_to("authorization",  [&] { enact(world, decide_authorization(world, law, nature.authorization, dice)); 
                                         enact(world, decide_new_rights(world, law, nature.governance, dice)); });
  reader.turn_to("seats",          [&] { world.seat_stretch = stretch_needed(world, law); });
  reader.turn_to("choice",         [&] { enact(world, decide_choice(world, law, nature.choice, dice)); });
  reader.turn_to("budget",         [&] { enact(world, decide_budget(world, law, nature.budget, dice)); });
  reader.turn_to("staffing",       [&] { enact(world, decide_staffing(world, law, nature.staffing, dice)); });
  reader.turn_to("leadership",     [&] { enact(world, decide_leadership(world, law, nature.leadership, dice)); });
  reader.turn_to("climate",        [&] { enact(world, decide_climate(world, law, nature.climate)); });
  reader.turn_to("mobility",       [&] { enact(world, decide_mobility(world, law, nature.mobility, dice)); });
  reader.turn_to("engagement",     [&] { enact(world, decide_engagement(world, nature.mobility.engagement, dice)); });
  reader.turn_to("classes",        [&] { enact(world, decide_classes(world, dice)); });
  reader.turn_to("learning",       [&] { enact(world, decide_learning(world, law, nature.learning, nature.cohort.shocks(), dice), nature.learning, dice, workspace.learning, workspace.own); });
  reader.turn_to("testing",        [&] { decide_testing(world, law, nature.testing, shared_shocks(nature), dice, workspace.testing);
                                         enact(world, workspace.testing); });
  reader.turn_to("accountability", [&] { enact(world, decide_accountability(world, law, nature.accountability, dice)); });
  // clang-format on
}

}  // namespace homeroom
