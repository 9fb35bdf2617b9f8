// Elections and appointments.
//
// Note. "Fewer than one voter in six decides who sits on my board."
//   support = logistic(s logit(share) + (1 - s) logit(usual) + 2 trend
//                      - 1.5 (opposition - usual opposition) - 6 closures + .4 N)
//   opposition = union strength * max(0, 1 - turnout / .5)
// Each seat that is up is won by reform with that probability, or by the record where there is one:
// the first of them as often as it says. Opposition counts as its change
// since founding, because the share that a city starts from was won under the opposition it has.
// Source: turnout, LA School Report (2012-2014), LAist (2019); sizes assumed.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/mechanism/vote.hpp"
#include "sim/year/governance_parts.hpp"

namespace homeroom::governance {
namespace {

// SD a year, over the years that voters remember.
double trend(const std::vector<double>& newest_first) {
  const std::size_t years = newest_first.size();
  return years < 2 ? 0.0 : (newest_first.front() - newest_first.back()) / (years - 1.0);
}

double mean_stance(const std::vector<double>& seats) {
  double sum = 0;
  for (double stance : seats) sum += stance;
  return sum / static_cast<double>(seats.size());
}

// Seats are few: half a seat on either side keeps the odds finite.
double log_odds(double share, std::size_t seats) {
  const double n = static_cast<double>(seats);
  return logit((clamp_to(share, 0, 1) * n + 0.5) / (n + 1.0));
}

// A board that was given as a share only becomes a row of seats, and its usual state is noted.
void seat_first(SchoolBoard& board, const Law& law, const City& city, double pressure) {
  const auto seats = static_cast<std::size_t>(std::max(1, law.governance.seats));
  if (board.usual_share < 0) {
    board.usual_share = board.reform_share;
    board.usual_opposition = pressure;
    board.usual_rivals = city.rivals;
    board.appointer_stance = board.reform_share;
  }
  if (board.seat_stance.size() != seats) board.seat_stance.assign(seats, board.reform_share);
}

void remember_scores(SchoolBoard& board, const City& city, std::size_t years) {
  if (!city.tested) return;
  board.city_mean.insert(board.city_mean.begin(), city.mean_score);
  if (board.city_mean.size() > years) board.city_mean.resize(years);
}

double voters_support(const SchoolBoard& board, const GovernanceParameters& nature, double pressure,
                      double mood) {
  const std::size_t seats = board.seat_stance.size();
  return logistic(nature.seat_persistence * log_odds(board.reform_share, seats) +
                  (1.0 - nature.seat_persistence) * log_odds(board.usual_share, seats) +
                  nature.seat_trend * trend(board.city_mean) -
                  nature.seat_opposition * (pressure - board.usual_opposition) -
                  nature.seat_closures * board.closure_memory + nature.seat_noise * mood);
}

// Which seats are elected: all, none, or every second one.
bool is_elected(BoardType board, std::size_t seat) {
  if (board == BoardType::Mixed) return seat % 2 == 0;
  return board == BoardType::Elected;
}

// The seats whose term ends; a term that is no whole number of intervals is taken as the next one.
std::vector<std::uint32_t> seats_that_are_up(const GovernanceLaw& law, std::size_t seats,
                                             int year) {
  const int interval = std::max(1, law.election_interval);
  const int elections = std::max(1, law.term_years / interval);
  return mechanism::seats_up(
      {static_cast<std::uint32_t>(seats), static_cast<std::uint32_t>(elections * interval),
       static_cast<std::uint32_t>(interval)},
      year);
}

constexpr std::size_t kNoRecord = static_cast<std::size_t>(-1);

// How many of the elected seats that are up reform won by the record.
std::size_t seats_by_record(const GovernanceLaw& law, const std::vector<std::uint32_t>& up,
                            int year) {
  const double share = law.board_record.in(year);
  if (share < 0.0) return kNoRecord;
  const auto elected =
      std::count_if(up.begin(), up.end(), [&](auto seat) { return is_elected(law.board, seat); });
  return static_cast<std::size_t>(share * static_cast<double>(elected) + 0.5);
}

void change_appointer(SchoolBoard& board, const GovernanceParameters& nature, const Dice& dice,
                      int year, std::vector<Event>& events) {
  if (!dice.happens(nature.appointer_change, Die::AppointerChange, year, 0)) return;
  const double drawn =
      board.usual_share + nature.appointer_spread * dice.normal(Die::AppointerStance, year, 0);
  board.appointer_stance = clamp_to(drawn, 0, 1);
  events.push_back({EventKind::Appointment, {}, 0.0});
}

}  // namespace

double opposition(const Law& law, const GovernanceParameters& nature, int year) {
  const double turnout = law.governance.turnout.in(year);
  return law.governance.union_strength.in(year)*std::max(0.0, 1.0 - turnout / nature.seat_turnout);
}

SchoolBoard seat_board(const World& world, const Law& law, const GovernanceParameters& nature,
                       const City& city, const Dice& dice, std::vector<Event>& events) {
  SchoolBoard board = world.board;
  const int year = world.year;
  const double pressure = opposition(law, nature, year);
  seat_first(board, law, city, pressure);
  remember_scores(board, city, static_cast<std::size_t>(nature.trend_years));
  if (law.governance.board != BoardType::Elected) {
    change_appointer(board, nature, dice, year, events);
  }
  const double support =
      voters_support(board, nature, pressure, dice.normal(Die::ElectionMood, year, 0));
  const auto up = seats_that_are_up(law.governance, board.seat_stance.size(), year);
  const std::size_t recorded = seats_by_record(law.governance, up, year);
  std::size_t elected = 0;
  for (std::uint32_t seat : up) {
    if (is_elected(law.governance.board, seat)) {
      const bool won = recorded == kNoRecord ? dice.happens(support, Die::SeatWon, year, 0, seat)
                                             : elected < recorded;
      board.seat_stance[seat] = won ? 1.0 : 0.0;
      ++elected;
    } else {
      board.seat_stance[seat] = board.appointer_stance;
    }
  }
  board.reform_share = mean_stance(board.seat_stance);
  if (elected > 0) events.push_back({EventKind::Election, {}, board.reform_share});
  return board;
}

}  // namespace homeroom::governance
