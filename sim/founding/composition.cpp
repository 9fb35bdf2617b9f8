#include "sim/founding/composition.hpp"

#include <algorithm>
#include <map>

namespace homeroom {
namespace {

// Early steps recover what several schools say together, late ones what a single school happens to
// say; stopping is the smoothing.
constexpr int kSteps = 300;

using Shares = std::vector<std::vector<double>>;  // by neighbourhood and kind

/// The flows into every school that says something, with the children who come along them.
struct Told {
  const SchoolShares* said;
  std::vector<std::pair<std::size_t, double>> from;  ///< neighbourhood, share of the school's
};

std::vector<Told> told_by(const std::vector<SchoolShares>& schools,
                          const std::array<std::vector<Flow>, kStages>& flows,
                          const std::vector<double>& children) {
  std::vector<Told> told;
  std::map<std::pair<int, std::size_t>, std::size_t> at;
  for (const SchoolShares& said : schools) {
    at[{said.stage, said.school}] = told.size();
    told.push_back({&said, {}});
  }
  for (int stage = 0; stage < kStages; ++stage) {
    for (const Flow& flow : flows[static_cast<std::size_t>(stage)]) {
      const auto found = at.find({stage, flow.school});
      if (found == at.end()) continue;
      told[found->second].from.emplace_back(flow.home, flow.share * children[flow.home]);
    }
  }
  for (Told& one : told) {
    double all = 0.0;
    for (const auto& [home, come] : one.from) all += come;
    for (auto& [home, come] : one.from) come = all > 0.0 ? come / all : 0.0;
  }
  return told;
}

void step(const std::vector<Told>& told, Shares& shares) {
  const std::size_t kinds = shares.front().size();
  Shares asked(shares.size(), std::vector<double>(kinds, 0.0));
  std::vector<double> weight(shares.size(), 0.0);
  for (const Told& one : told) {
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      double expected = 0.0;
      for (const auto& [home, come] : one.from) expected += come * shares[home][kind];
      const double ratio = one.said->shares[kind] / std::max(expected, 1e-9);
      for (const auto& [home, come] : one.from) {
        asked[home][kind] += one.said->children * come * ratio;
      }
    }
    for (const auto& [home, come] : one.from) weight[home] += one.said->children * come;
  }
  for (std::size_t home = 0; home < shares.size(); ++home) {
    if (weight[home] <= 0.0) continue;
    double all = 0.0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      double& share = shares[home][kind];
      share *= asked[home][kind] / weight[home];
      share = std::max(share, 1e-5);
      all += share;
    }
    for (double& share : shares[home]) share /= all;
  }
}

}  // namespace

Shares unblurred(const std::vector<SchoolShares>& schools,
                 const std::array<std::vector<Flow>, kStages>& flows,
                 const std::vector<double>& children, Shares start) {
  const std::vector<Told> told = told_by(schools, flows, children);
  for (int i = 0; i < kSteps; ++i) step(told, start);
  return start;
}

}  // namespace homeroom
