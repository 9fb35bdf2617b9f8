#include "sim/year/staffing.hpp"

#include <utility>

#include "sim/year/staffing_book.hpp"

namespace homeroom {

StaffingOutcome decide_staffing(const World& world, const Law& law,
                                const StaffingParameters& nature, const Dice& dice) {
  staffing::Book book(world, law, nature, dice);
  look_at_schools(book);
  age(book);
  evaluate(book);
  close_and_reset(book);
  exits(book);
  dismissals(book);
  release_placed(book);
  shrink_pool(book);
  match_posts(book);
  recruit(book);
  reclaim(book);
  place_removed(book);
  list_candidates(book);
  fill_in_time(book);
  place_from_pool(book);
  fill_late(book);
  settle_morale(book);

  StaffingOutcome outcome;
  count(book, outcome);
  outcome.teachers = std::move(book.teachers);
  outcome.posts = std::move(book.posts);
  return outcome;
}

}  // namespace homeroom
