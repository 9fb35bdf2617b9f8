#include "analysis/truth/offers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/panel/table_columns.hpp"

namespace homeroom::truth {

namespace {

using Year = LifeOfChildren::Year;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::vector<float> floats(const std::vector<double>& numbers) {
  return {numbers.begin(), numbers.end()};
}

/// The offers of one child, and how many years it has spent at schools that made them.
struct OfferedChild {
  std::uint32_t seat;
  std::int16_t arrived;
  double weight;
  std::vector<std::uint16_t> schools;
  int with = 0, without = 0;

  bool was_offered(std::uint16_t school) const {
    return std::find(schools.begin(), schools.end(), school) != schools.end();
  }
};

std::vector<OfferedChild> children_of(const std::vector<Offer>& offers,
                                      const std::vector<double>& weights) {
  std::vector<OfferedChild> children;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const Offer& offer = offers[i];
    const bool known = !children.empty() && children.back().seat == offer.seat &&
                       children.back().arrived == offer.arrived;
    const double weight = weights.empty() ? 1.0 : weights[i];
    if (!known) children.push_back({offer.seat, offer.arrived, weight, {}});
    children.back().schools.push_back(static_cast<std::uint16_t>(offer.school.row()));
  }
  return children;
}

/// Sums of differences, with less without.
struct Sums {
  double weight = 0;
  BySubject<double> level{}, taught{};

  void add(const Year& with, const Year& without, std::size_t seat, double by) {
    const auto gap = [&](const BySubject<std::vector<float>>& one,
                         const BySubject<std::vector<float>>& other, std::size_t m) {
      return static_cast<double>(one[m][seat]) - static_cast<double>(other[m][seat]);
    };
    weight += by;
    for (std::size_t m = 0; m < 2; ++m) {
      level[m] += by * gap(with.level, without.level, m);
      taught[m] += by * gap(with.taught, without.taught, m);
    }
  }
  double mean(double sum) const { return weight > 0.0 ? sum / weight : kUnknown; }
};

OfferYear compared(const Year& with, const Year& without, std::vector<OfferedChild>& offered) {
  OfferYear year;
  Sums own, others;
  double attended = 0.0;
  std::vector<std::uint8_t> is_offered(with.arrived.size(), 0);
  for (OfferedChild& child : offered) {
    if (child.seat >= with.arrived.size() || with.arrived[child.seat] != child.arrived) continue;
    is_offered[child.seat] = 1;
    ++year.children;
    own.add(with, without, child.seat, child.weight);
    year.elsewhere += with.school[child.seat] != without.school[child.seat];
    child.with += child.was_offered(with.school[child.seat]);
    child.without += child.was_offered(without.school[child.seat]);
    attended += child.weight * (child.with - child.without);
  }
  for (std::size_t seat = 0; seat < is_offered.size(); ++seat) {
    if (is_offered[seat] == 0) others.add(with, without, seat, 1.0);
  }
  year.attended = own.mean(attended);
  for (std::size_t m = 0; m < 2; ++m) {
    year.level[m] = own.mean(own.level[m]);
    year.taught[m] = own.mean(own.taught[m]);
    year.others[m] = others.mean(others.taught[m]);
  }
  return year;
}

}  // namespace

void LifeOfChildren::add(int year, const Batch& children) {
  const panel::TableColumns table(children);
  const auto &arrived = table.wholes("arrived"), &school = table.wholes("school_id");
  Year now;
  now.year = year;
  now.arrived.reserve(table.rows());
  now.school.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    now.arrived.push_back(static_cast<std::int16_t>(arrived[row]));
    now.school.push_back(static_cast<std::uint16_t>(school[row]));
  }
  now.level = {floats(table.numbers("level_math")), floats(table.numbers("level_ela"))};
  now.taught = {floats(table.numbers("taught_math")), floats(table.numbers("taught_ela"))};
  years_.push_back(std::move(now));
}

std::vector<OfferYear> worth_of_offers(const LifeOfChildren& with, const LifeOfChildren& without,
                                       const std::vector<Offer>& offers, int year,
                                       const std::vector<double>& weights) {
  std::vector<OfferedChild> offered = children_of(offers, weights);
  std::vector<OfferYear> years;
  if (with.years().size() != without.years().size()) {
    throw std::logic_error("lives with and without offers have other years");
  }
  for (std::size_t i = 0; i < with.years().size(); ++i) {
    const Year &one = with.years()[i], &other = without.years()[i];
    if (one.year != other.year || one.arrived != other.arrived) {
      throw std::logic_error("lives with and without offers have other years or children");
    }
    if (one.year >= year) years.push_back(compared(one, other, offered));
  }
  return years;
}

}  // namespace homeroom::truth
