#include "analysis/estimators/minimise.hpp"

#include <algorithm>

namespace homeroom::estimators {
namespace {

struct Corner {
  std::vector<double> at;
  double value = 0;
};

/// The point on the line from `from` through `through`, `share` of the way.
std::vector<double> along(const std::vector<double>& from, const std::vector<double>& through,
                          double share) {
  std::vector<double> point(from.size());
  for (std::size_t i = 0; i < point.size(); ++i) {
    point[i] = from[i] + share * (through[i] - from[i]);
  }
  return point;
}

std::vector<double> middle_of_all_but_worst(const std::vector<Corner>& simplex) {
  std::vector<double> middle(simplex.size() - 1, 0.0);
  for (std::size_t c = 0; c + 1 < simplex.size(); ++c) {
    for (std::size_t i = 0; i < middle.size(); ++i) {
      middle[i] += simplex[c].at[i] / static_cast<double>(middle.size());
    }
  }
  return middle;
}

}  // namespace

Minimum minimise(const std::function<double(const std::vector<double>&)>& function,
                 const std::vector<double>& start, double step, double tolerance) {
  int evaluations = 0;
  const auto corner = [&](std::vector<double> at) {
    ++evaluations;
    const double value = function(at);
    return Corner{std::move(at), value};
  };
  std::vector<Corner> simplex{corner(start)};
  for (std::size_t i = 0; i < start.size(); ++i) {
    std::vector<double> at = start;
    at[i] += step;
    simplex.push_back(corner(std::move(at)));
  }
  const int most = 200 * static_cast<int>(start.size());
  const auto lower = [](const Corner& a, const Corner& b) { return a.value < b.value; };
  for (;;) {
    std::stable_sort(simplex.begin(), simplex.end(), lower);
    Corner& worst = simplex.back();
    if (evaluations >= most || worst.value - simplex.front().value < tolerance) break;
    const std::vector<double> middle = middle_of_all_but_worst(simplex);
    Corner reflected = corner(along(middle, worst.at, -1.0));
    if (reflected.value < simplex.front().value) {
      Corner expanded = corner(along(middle, worst.at, -2.0));
      worst = lower(expanded, reflected) ? std::move(expanded) : std::move(reflected);
    } else if (reflected.value < simplex[simplex.size() - 2].value) {
      worst = std::move(reflected);
    } else {
      const bool outside = reflected.value < worst.value;
      Corner contracted = corner(along(middle, worst.at, outside ? -0.5 : 0.5));
      if (contracted.value < std::min(worst.value, reflected.value)) {
        worst = std::move(contracted);
      } else {
        for (std::size_t c = 1; c < simplex.size(); ++c) {
          simplex[c] = corner(along(simplex.front().at, simplex[c].at, 0.5));
        }
      }
    }
  }
  return {simplex.front().at, simplex.front().value, evaluations};
}

}  // namespace homeroom::estimators
