#include "analysis/decisions/box_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace homeroom::decisions {
namespace {

// Alpha of Friedman and Fisher. Where a twentieth is a handful of futures, chance leads the way
// astray: impatient ways that see farther are gone as well, and the best box of all is taken.
constexpr double kPeels[] = {0.05, 0.1, 0.2};
constexpr double kPaste = 0.05;
constexpr double kLeastMass = 0.05;  // beta, the same
constexpr std::size_t kFewestFutures = 5;

std::size_t share_of(double share, std::size_t count) {
  return std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(count)));
}

/// What a change takes out of a box or adds, and the side that it leaves.
struct Change {
  std::size_t factor = 0;
  Side side;
  BoxCount count;
};

double log_likelihood(double cases, double futures) {
  if (cases <= 0.0 || cases >= futures) return 0.0;
  return cases * std::log(cases / futures) +
         (futures - cases) * std::log((futures - cases) / futures);
}

class Peeling {
 public:
  Peeling(const std::vector<LevelColumn>& columns, const Cases& cases, double share)
      : columns_(columns), cases_(cases), share_(share), box_(whole_box(columns)) {
    all_ = {cases.futures.size(), 0};
    for (const std::size_t future : cases.futures) all_.cases += cases.is_case[future] ? 1 : 0;
    within_ = all_;
    least_ = std::max(
        kFewestFutures,
        static_cast<std::size_t>(std::ceil(kLeastMass * static_cast<double>(all_.futures))));
    for (const LevelColumn& column : columns) {
      order_.push_back(cases.futures);
      std::stable_sort(order_.back().begin(), order_.back().end(),
                       [&](std::size_t one, std::size_t other) {
                         return column.level[one] < column.level[other];
                       });
    }
  }

  struct Found {
    Box box;
    double gain = 0;
  };
  Found best() {
    Box best = box_;
    double gain = 0.0;
    while (within_.cases > 0 && within_.cases < within_.futures && peel()) {
      const double now = density_gain(within_, all_);
      if (now > gain) {
        gain = now;
        best = box_;
      }
    }
    return pasted(std::move(best), gain);
  }

 private:
  bool peel() {
    Change chosen;
    double least = std::numeric_limits<double>::infinity();
    for (const Change& change : peels()) {
      if (within_.futures - change.count.futures < least_) continue;
      // Peels of a factor of few values are large: what counts is how few cases are given up for
      // each future. Of peels without any, the largest tells most.
      const double given_up = density(change.count);
      const bool larger = given_up == least && change.count.futures > chosen.count.futures;
      if (given_up < least || larger) {
        least = given_up;
        chosen = change;
      }
    }
    if (std::isinf(least)) return false;
    box_[chosen.factor] = chosen.side;
    within_.futures -= chosen.count.futures;
    within_.cases -= chosen.count.cases;
    const LevelColumn& column = columns_[chosen.factor];
    for (std::vector<std::size_t>& order : order_) {
      order.erase(std::remove_if(
                      order.begin(), order.end(),
                      [&](std::size_t future) { return !chosen.side.holds(column.level[future]); }),
                  order.end());
    }
    return true;
  }

  std::vector<Change> peels() const {
    std::vector<Change> all;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].is_of_words()) {
        words_peels(i, all);
      } else if (!order_[i].empty() && level(i, 0) < level(i, order_[i].size() - 1)) {
        all.push_back(low_peel(i));
        all.push_back(high_peel(i));
      }
    }
    return all;
  }

  std::uint32_t level(std::size_t factor, std::size_t place) const {
    return columns_[factor].level[order_[factor][place]];
  }
  std::size_t is_case(std::size_t factor, std::size_t place) const {
    return cases_.is_case[order_[factor][place]] ? 1 : 0;
  }

  /// The lowest twentieth; of equal values none or all.
  Change low_peel(std::size_t factor) const {
    const std::size_t count = order_[factor].size();
    std::uint32_t keep = level(factor, std::min(share_of(share_, count), count - 1));
    if (keep == level(factor, 0)) {
      std::size_t next = 0;
      while (level(factor, next) == keep) ++next;
      keep = level(factor, next);
    }
    Change change{factor, box_[factor], {}};
    change.side.low = keep;
    for (std::size_t i = 0; level(factor, i) < keep; ++i) {
      ++change.count.futures;
      change.count.cases += is_case(factor, i);
    }
    return change;
  }

  Change high_peel(std::size_t factor) const {
    const std::size_t last = order_[factor].size() - 1;
    std::uint32_t keep = level(factor, last - std::min(share_of(share_, last + 1), last));
    if (keep == level(factor, last)) {
      std::size_t next = last;
      while (level(factor, next) == keep) --next;
      keep = level(factor, next);
    }
    Change change{factor, box_[factor], {}};
    change.side.high = keep;
    for (std::size_t i = last; level(factor, i) > keep; --i) {
      ++change.count.futures;
      change.count.cases += is_case(factor, i);
    }
    return change;
  }

  /// One word at a time.
  void words_peels(std::size_t factor, std::vector<Change>& all) const {
    std::vector<BoxCount> counts(columns_[factor].levels());
    for (std::size_t i = 0; i < order_[factor].size(); ++i) {
      ++counts[level(factor, i)].futures;
      counts[level(factor, i)].cases += is_case(factor, i);
    }
    for (std::uint32_t word = 0; word < counts.size(); ++word) {
      if (counts[word].futures == 0 || counts[word].futures == order_[factor].size()) continue;
      Change change{factor, box_[factor], counts[word]};
      change.side.words[word] = 0;
      all.push_back(change);
    }
  }

  Found pasted(Box box, double gain) const {
    while (gain > 0.0) {
      Box better;
      for (Box& wider : widened(box)) {
        const double now = density_gain(count_within(wider, columns_, cases_), all_);
        if (now > gain) {
          gain = now;
          better = std::move(wider);
        }
      }
      if (better.empty()) break;
      box = std::move(better);
    }
    return {std::move(box), gain};
  }

  /// The box with a twentieth more futures on one side, for every side that restricts it.
  std::vector<Box> widened(const Box& box) const {
    std::vector<Box> all;
    const std::size_t more = share_of(kPaste, count_within(box, columns_, cases_).futures);
    for (std::size_t i = 0; i < box.size(); ++i) {
      const Side& side = box[i];
      if (!side.restricts(columns_[i])) continue;
      for (std::uint32_t word = 0; word < side.words.size(); ++word) {
        if (side.words[word]) continue;
        all.push_back(box);
        all.back()[i].words[word] = 1;
      }
      if (side.words.empty()) widen_range(box, i, more, all);
    }
    return all;
  }

  void widen_range(const Box& box, std::size_t factor, std::size_t more,
                   std::vector<Box>& all) const {
    Box open = box;
    open[factor].low = 0;
    open[factor].high = columns_[factor].levels() - 1;
    std::vector<std::uint32_t> below, above;
    for (const std::size_t future : cases_.futures) {
      const std::uint32_t level = columns_[factor].level[future];
      if (box[factor].holds(level) || !holds(open, columns_, future)) continue;
      (level < box[factor].low ? below : above).push_back(level);
    }
    std::sort(below.rbegin(), below.rend());
    std::sort(above.begin(), above.end());
    if (!below.empty()) {
      all.push_back(box);
      all.back()[factor].low = below[std::min(more, below.size()) - 1];
    }
    if (!above.empty()) {
      all.push_back(box);
      all.back()[factor].high = above[std::min(more, above.size()) - 1];
    }
  }

  static double density(BoxCount count) {
    return static_cast<double>(count.cases) / static_cast<double>(count.futures);
  }

  const std::vector<LevelColumn>& columns_;
  const Cases& cases_;
  double share_;
  Box box_;
  BoxCount all_, within_;
  std::size_t least_;
  std::vector<std::vector<std::size_t>> order_;  ///< by factor: futures within, by level
};

}  // namespace

BoxCount count_within(const Box& box, const std::vector<LevelColumn>& columns, const Cases& cases) {
  BoxCount count;
  for (const std::size_t future : cases.futures) {
    if (!holds(box, columns, future)) continue;
    ++count.futures;
    count.cases += cases.is_case[future] ? 1 : 0;
  }
  return count;
}

double density_gain(BoxCount within, BoxCount all) {
  const auto n = static_cast<double>(within.futures), k = static_cast<double>(within.cases);
  const auto total = static_cast<double>(all.futures), cases = static_cast<double>(all.cases);
  if (n <= 0.0 || n >= total || k / n <= cases / total) return 0.0;
  return log_likelihood(k, n) + log_likelihood(cases - k, total - n) - log_likelihood(cases, total);
}

Box find_box(const std::vector<LevelColumn>& columns, const Cases& cases) {
  Peeling::Found best{whole_box(columns), 0.0};
  for (const double share : kPeels) {
    Peeling::Found found = Peeling(columns, cases, share).best();
    if (found.gain > best.gain) best = std::move(found);
  }
  return best.box;
}

}  // namespace homeroom::decisions
