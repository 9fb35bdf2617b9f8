#include "sim/year/accountability.hpp"

#include <algorithm>

namespace homeroom {
namespace {

void write(World& world, const SchoolAccount& account) {
  Schools& schools = world.schools;
  const SchoolId school = account.school;
  schools.rating_history[school] = account.history;
  schools.rated_years[school] = account.rated_years;
  schools.last_rated[school] = account.last_rated;
  schools.rating_index[school] = account.rating_index;
  schools.rating[school] = account.rating;
  schools.probation_years[school] = account.probation_years;
  schools.next_review[school] = account.next_review;
  schools.reviewed_rating[school] = account.reviewed_rating;
  schools.under_enrolled[school] = account.under_enrolled;
  schools.listed[school] = account.listed;
  schools.support[school] = account.support;
  schools.credibility[school] = account.credibility;
  schools.trimmed[school] = account.trimmed;
  schools.replace_leader[school] = account.replace_leader;
  schools.may_replicate[school] = account.may_replicate;
  schools.picture[school] = account.picture;
  schools.published_growth[school] = account.published_growth;
  world.results.school[school].rated_bottom = account.below_bar;
  if (account.on_record) {
    schools.debt_on_record[school] = std::min(0.0, schools.fund_balance[school]);
  }
  if (!account.new_status) return;
  schools.status[school] = account.status;
  schools.status_since[school] = world.year;
}

void remember(SchoolBoard& board, double cost, std::size_t years) {
  board.closures.insert(board.closures.begin(), cost);
  if (board.closures.size() > years) board.closures.resize(years);
  board.closure_memory = 0;
  for (double year : board.closures) board.closure_memory += year;
}

}  // namespace

void enact(World& world, AccountabilityOutcome&& outcome) {
  for (const SchoolAccount& account : outcome.school) write(world, account);
  remember(world.board, outcome.political_cost, static_cast<std::size_t>(outcome.memory_years));
  world.results.events.insert(world.results.events.end(), outcome.events.begin(),
                              outcome.events.end());
}

}  // namespace homeroom
