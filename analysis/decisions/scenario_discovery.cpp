#include "analysis/decisions/scenario_discovery.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "analysis/decisions/binomial.hpp"
#include "sim/chance/draw.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::decisions {
namespace {

constexpr std::size_t kShuffles = 199;  // p in steps of .005
constexpr std::size_t kFolds = 5;
constexpr std::size_t kMostBoxes = 3;
constexpr double kWithoutMeaning = 0.05;  // quasi-p above which a restriction is taken back

using Columns = std::vector<LevelColumn>;

BoxCount count_all(const Cases& cases) {
  BoxCount all{cases.futures.size(), 0};
  for (const std::size_t future : cases.futures) all.cases += cases.is_case[future] ? 1 : 0;
  return all;
}

/// Futures in an order of their own: by a die, Fisher and Yates.
std::vector<std::size_t> shuffled(std::vector<std::size_t> futures, Die die, std::uint64_t number) {
  static const Dice dice(0, 0);
  for (std::size_t left = futures.size(); left > 1; --left) {
    const auto count = static_cast<std::uint32_t>(left);
    std::swap(futures[left - 1], futures[dice.below(count, die, 0, number, count)]);
  }
  return futures;
}

double best_gain(const Columns& columns, const Cases& cases) {
  return density_gain(count_within(find_box(columns, cases), columns, cases), count_all(cases));
}

/// Share of shuffles, the one that was lived among them, with a box as good.
double p_of(double gain, const Columns& columns, const Cases& cases) {
  std::vector<char> as_good(kShuffles, 0);
  for_each_index(kShuffles, [&](std::size_t number) {
    const std::vector<std::size_t> places = shuffled(cases.futures, Die::ShuffleLosses, number);
    Cases noise = cases;
    for (std::size_t i = 0; i < places.size(); ++i) {
      noise.is_case[cases.futures[i]] = cases.is_case[places[i]];
    }
    as_good[number] = best_gain(columns, noise) >= gain ? 1 : 0;
  });
  const auto count = std::count(as_good.begin(), as_good.end(), 1);
  return static_cast<double>(1 + count) / static_cast<double>(1 + kShuffles);
}

double quasi_p_of(const Box& box, std::size_t factor, const Columns& columns, const Cases& cases) {
  Box without = box;
  without[factor] = whole_box(columns)[factor];
  const BoxCount within = count_within(box, columns, cases);
  const BoxCount around = count_within(without, columns, cases);
  return binomial_at_least(within.cases, within.futures,
                           static_cast<double>(around.cases) / static_cast<double>(around.futures));
}

std::vector<Restriction> restrictions_of(const Box& box, const Columns& columns,
                                         const Cases& cases) {
  std::vector<Restriction> all;
  for (std::size_t i = 0; i < box.size(); ++i) {
    if (!box[i].restricts(columns[i])) continue;
    all.push_back({i, side_text(box[i], columns[i]), quasi_p_of(box, i, columns, cases)});
  }
  std::sort(all.begin(), all.end(), [](const Restriction& one, const Restriction& other) {
    return one.quasi_p < other.quasi_p;
  });
  return all;
}

/// Takes back restrictions that tell nothing, the weakest first; one stays.
void simplify(Box& box, const Columns& columns, const Cases& cases) {
  for (;;) {
    const std::vector<Restriction> all = restrictions_of(box, columns, cases);
    if (all.size() < 2 || all.back().quasi_p <= kWithoutMeaning) return;
    box[all.back().factor] = whole_box(columns)[all.back().factor];
  }
}

BoxCount held_out(const Columns& columns, const Cases& cases) {
  const std::vector<std::size_t> order = shuffled(cases.futures, Die::FutureFold, 0);
  BoxCount sum;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    Cases searched{{}, cases.is_case}, held{{}, cases.is_case};
    for (std::size_t i = 0; i < order.size(); ++i) {
      (i % kFolds == fold ? held : searched).futures.push_back(order[i]);
    }
    Box box = find_box(columns, searched);
    simplify(box, columns, searched);
    if (density_gain(count_within(box, columns, searched), count_all(searched)) <= 0.0) continue;
    const BoxCount count = count_within(box, columns, held);
    sum.futures += count.futures;
    sum.cases += count.cases;
  }
  return sum;
}

FoundBox described(Box box, double p, const Columns& columns, const Cases& cases, BoxCount all) {
  FoundBox found;
  simplify(box, columns, cases);
  found.within = count_within(box, columns, cases);
  found.restrictions = restrictions_of(box, columns, cases);
  found.density =
      static_cast<double>(found.within.cases) / static_cast<double>(found.within.futures);
  found.coverage = static_cast<double>(found.within.cases) / static_cast<double>(all.cases);
  found.mass = static_cast<double>(found.within.futures) / static_cast<double>(all.futures);
  found.p = p;
  found.held_out = held_out(columns, cases);
  found.box = std::move(box);
  return found;
}

}  // namespace

Discovery discover(const std::vector<Factor>& factors, const std::vector<char>& is_case,
                   const std::vector<char>& known) {
  const Columns columns = levels_of(factors);
  bool fits = is_case.size() == known.size();
  for (const LevelColumn& column : columns) fits = fits && column.level.size() == known.size();
  if (!fits) throw std::invalid_argument("factors and cases are of different futures");
  Cases left{{}, is_case};
  for (std::size_t future = 0; future < known.size(); ++future) {
    if (known[future]) left.futures.push_back(future);
  }
  Discovery discovery;
  discovery.all = count_all(left);
  while (discovery.boxes.size() < kMostBoxes) {
    const BoxCount now = count_all(left);
    discovery.p_of_next = std::numeric_limits<double>::quiet_NaN();
    if (now.cases < kFewestCases || now.futures - now.cases < kFewestCases) break;
    Box box = find_box(columns, left);
    const double gain = density_gain(count_within(box, columns, left), now);
    discovery.p_of_next = gain > 0.0 ? p_of(gain, columns, left) : 1.0;
    if (discovery.p_of_next > kFalseAlarm) break;
    discovery.boxes.push_back(
        described(std::move(box), discovery.p_of_next, columns, left, discovery.all));
    const Box& found = discovery.boxes.back().box;
    left.futures.erase(
        std::remove_if(left.futures.begin(), left.futures.end(),
                       [&](std::size_t future) { return holds(found, columns, future); }),
        left.futures.end());
  }
  return discovery;
}

}  // namespace homeroom::decisions
