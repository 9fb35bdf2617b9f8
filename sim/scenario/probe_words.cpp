#include "sim/scenario/probe.hpp"

namespace homeroom {

const std::vector<std::string_view>& probe_statistics() {
  static const std::vector<std::string_view> words = {
      "mean",     "quantiles",       "significant", "power",    "wrong_sign", "unproven",
      "disagree", "any_significant", "rejected",    "positive", "rising"};
  return words;
}

const std::vector<std::string_view>& probe_corrections() {
  static const std::vector<std::string_view> words = {"none", "holm", "bh"};
  return words;
}

bool is_of_several(ProbeStatistic statistic) {
  return statistic == ProbeStatistic::Disagree || statistic == ProbeStatistic::AnySignificant ||
         statistic == ProbeStatistic::Rejected || statistic == ProbeStatistic::Positive ||
         statistic == ProbeStatistic::Rising;
}

bool is_share(ProbeStatistic statistic) {
  return statistic != ProbeStatistic::Mean && statistic != ProbeStatistic::Quantiles;
}

bool is_mean_share(ProbeStatistic statistic) {
  return statistic == ProbeStatistic::Rejected || statistic == ProbeStatistic::Positive;
}

}  // namespace homeroom
