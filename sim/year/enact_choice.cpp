#include <utility>

#include "sim/year/choice.hpp"
#include "sim/year/enrolment.hpp"

namespace homeroom {

void enact(World& world, ChoiceOutcome&& outcome) {
  Students& students = world.students;
  students.school.swap(outcome.school);
  students.arrival.swap(outcome.arrival);
  students.rank.swap(outcome.rank);
  students.moved.swap(outcome.moved);
  if (outcome.zones) world.places.zoned = std::move(*outcome.zones);
  Results& results = world.results;
  results.choosers = outcome.choosers;
  results.participants = outcome.participants;
  results.got_first = outcome.got_first;
  results.got_top3 = outcome.got_top3;
  results.got_any = outcome.got_any;
  results.unassigned = outcome.unassigned;
  results.separate_applicants = outcome.separate_applicants;
  results.separate_offers = outcome.separate_offers;
  results.separate_enrolled = outcome.separate_enrolled;
  results.applications = std::move(outcome.applications);
  results.cutoffs = std::move(outcome.cutoffs);
  count_enrolment(world);
  count_entrants(world);
}

}  // namespace homeroom
