#include "analysis/truth/paths.hpp"

namespace homeroom::truth {

Paths::Paths(std::vector<int> springs, const StockRates& rates)
    : springs_(std::move(springs)), rates_(rates) {
  for (auto& subject : stands_) subject.resize(springs_.size());
}

void Paths::Left::pass_year(double term, const StockRates& rates) {
  durable = rates.keep_durable * durable + rates.durable_part * term;
  fleeting = rates.keep_fleeting * fleeting + (1.0 - rates.durable_part) * term;
}

void Paths::begin(const LearningYear& year, int subject, std::size_t row, bool in_city) {
  Stand stand;
  stand.family = year.family[subject][row];
  if (in_city) {
    stand.durable = stand.kept.durable = year.durable[subject][row];
    stand.fleeting = stand.kept.fleeting = year.fleeting[subject][row];
  }
  stand.lasting = stand.family + stand.durable + stand.fleeting;
  const bool measured = in_city && year.tested(subject, row);
  stand.start = measured ? year.score[subject][row] : stand.lasting;
  stands_[subject][row] = stand;
}

void Paths::pass_year(const LearningYear& year, int subject, std::size_t row) {
  Stand& stand = stands_[subject][row];
  stand.kept.pass_year(0.0, rates_);
  stand.drive.pass_year(year.drive[subject][row], rates_);
  stand.choices.pass_year(year.choices[subject][row], rates_);
  stand.peers.pass_year(year.peers[subject][row], rates_);
}

void Paths::add(const LearningYear& year) {
  for (int m = 0; m < kSubjects; ++m) {
    for (std::size_t row = 0; row < springs_.size(); ++row) {
      const int spring = springs_[row];
      if (year.year < spring) continue;
      if (year.year == spring) {
        begin(year, m, row, true);
        continue;
      }
      // A child that came to the city after that spring begins with what its family gave it.
      if (year.year == year.arrived[row]) begin(year, m, row, false);
      pass_year(year, m, row);
    }
  }
}

Path Paths::of(const LearningYear& last, int subject, std::size_t row) const {
  const Stand& stand = stands_[subject][row];
  Path path;
  path.start = stand.start;
  path.reversion = stand.lasting - stand.start;
  path.own = last.family[subject][row] - stand.family + stand.kept.both() - stand.durable -
             stand.fleeting + stand.drive.both();
  path.choices = stand.choices.both();
  path.peers = stand.peers.both();
  path.school = last.durable[subject][row] + last.fleeting[subject][row] - stand.kept.both() -
                stand.drive.both() - path.choices - path.peers;
  return path;
}

}  // namespace homeroom::truth
