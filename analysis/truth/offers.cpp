#include "analysis/truth/offers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/panel/table_columns.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom::truth {

namespace {

using Year = LifeOfChildren::Year;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::vector<float> floats(const std::vector<double>& numbers) {
  return {numbers.begin(), numbers.end()};
}

/// A child that lost offers, and how many years it has spent in `schools`.
struct OfferedChild {
  std::uint32_t seat;
  std::int16_t arrived;
  double weight;
  std::vector<std::uint16_t> schools;
  int with = 0, without = 0;

  bool attends(std::uint16_t school) const {
    return std::find(schools.begin(), schools.end(), school) != schools.end();
  }
};

std::vector<OfferedChild> children_of(const std::vector<Offer>& offers, const OfferCount& count) {
  std::vector<OfferedChild> children;
  std::vector<std::uint16_t> schools;
  for (const SchoolId school : count.schools) {
    schools.push_back(static_cast<std::uint16_t>(school.row()));
  }
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const Offer& offer = offers[i];
    const bool known = !children.empty() && children.back().seat == offer.seat &&
                       children.back().arrived == offer.arrived;
    const double weight = count.weights.empty() ? 1.0 : count.weights[i];
    if (!known) children.push_back({offer.seat, offer.arrived, weight, schools});
    if (count.schools.empty()) {
      children.back().schools.push_back(static_cast<std::uint16_t>(offer.school.row()));
    }
  }
  return children;
}

double gap(const std::vector<float>& with, const std::vector<float>& without, std::size_t seat) {
  return static_cast<double>(with[seat]) - static_cast<double>(without[seat]);
}

/// Sums of differences, with less without.
struct Sums {
  double weight = 0;
  BySubject<double> level{}, taught{};

  void add(const Year& with, const Year& without, std::size_t seat, double by) {
    weight += by;
    for (std::size_t m = 0; m < 2; ++m) {
      level[m] += by * gap(with.level[m], without.level[m], seat);
      taught[m] += by * gap(with.taught[m], without.taught[m], seat);
    }
  }
  double mean(double sum) const { return weight > 0.0 ? sum / weight : kUnknown; }
};

/// Those who lost an offer and all others, by grade.
struct Grade {
  Sums own, others;
};
using Grades = PerGrade<Grade>;

/// The others' mean in the grades of those who lost an offer.
double mean_of_others(const Grades& grades, std::size_t subject) {
  double sum = 0.0, weight = 0.0;
  for (const Grade& grade : grades) {
    if (grade.own.weight <= 0.0 || grade.others.weight <= 0.0) continue;
    sum += grade.own.weight * grade.others.mean(grade.others.taught[subject]);
    weight += grade.own.weight;
  }
  return weight > 0.0 ? sum / weight : kUnknown;
}

void add_means(const Grades& grades, OfferYear& year) {
  Sums own;
  for (const Grade& grade : grades) {
    own.weight += grade.own.weight;
    for (std::size_t m = 0; m < 2; ++m) {
      own.level[m] += grade.own.level[m];
      own.taught[m] += grade.own.taught[m];
    }
  }
  year.attended = own.mean(year.attended);
  for (std::size_t m = 0; m < 2; ++m) {
    year.level[m] = own.mean(own.level[m]);
    year.taught[m] = own.mean(own.taught[m]);
    year.others[m] = mean_of_others(grades, m);
  }
}

OfferYear compared(const Year& with, const Year& without, int applied,
                   std::vector<OfferedChild>& offered) {
  OfferYear year;
  Grades grades;
  std::vector<std::uint8_t> is_offered(with.arrived.size(), 0);
  for (OfferedChild& child : offered) {
    if (child.seat >= with.arrived.size() || with.arrived[child.seat] != child.arrived) continue;
    is_offered[child.seat] = 1;
    ++year.children;
    grades[with.grade[child.seat]].own.add(with, without, child.seat, child.weight);
    year.elsewhere += with.school[child.seat] != without.school[child.seat];
    child.with += child.attends(with.school[child.seat]);
    child.without += child.attends(without.school[child.seat]);
    year.attended += child.weight * (child.with - child.without);
  }
  for (std::size_t seat = 0; seat < is_offered.size(); ++seat) {
    if (is_offered[seat] != 0 || with.arrived[seat] > applied) continue;
    grades[with.grade[seat]].others.add(with, without, seat, 1.0);
  }
  add_means(grades, year);
  return year;
}

}  // namespace

void LifeOfChildren::add(int year, const Batch& children) {
  const panel::TableColumns table(children);
  const auto &arrived = table.wholes("arrived"), &grade = table.wholes("grade"),
             &school = table.wholes("school_id");
  Year now;
  now.year = year;
  now.arrived.reserve(table.rows());
  now.school.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    now.arrived.push_back(static_cast<std::int16_t>(arrived[row]));
    now.grade.push_back(static_cast<std::uint8_t>(grade[row]));
    now.school.push_back(static_cast<std::uint16_t>(school[row]));
  }
  now.level = {floats(table.numbers("level_math")), floats(table.numbers("level_ela"))};
  now.taught = {floats(table.numbers("taught_math")), floats(table.numbers("taught_ela"))};
  years_.push_back(std::move(now));
}

std::vector<OfferYear> worth_of_offers(const LifeOfChildren& with, const LifeOfChildren& without,
                                       const std::vector<Offer>& offers, int year,
                                       const OfferCount& count) {
  std::vector<OfferedChild> offered = children_of(offers, count);
  std::vector<OfferYear> years;
  if (with.years().size() != without.years().size()) {
    throw std::logic_error("lives with and without offers have other years");
  }
  for (std::size_t i = 0; i < with.years().size(); ++i) {
    const Year &one = with.years()[i], &other = without.years()[i];
    if (one.year != other.year || one.arrived != other.arrived) {
      throw std::logic_error("lives with and without offers have other years or children");
    }
    if (one.year >= year) years.push_back(compared(one, other, year, offered));
  }
  return years;
}

}  // namespace homeroom::truth
