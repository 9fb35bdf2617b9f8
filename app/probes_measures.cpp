#include "app/probes_measures.hpp"

#include <filesystem>
#include <functional>
#include <limits>

#include "analysis/estimators/multiple_tests.hpp"
#include "analysis/probes/errors_of_tests.hpp"
#include "analysis/probes/rising.hpp"

namespace homeroom::app {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// One measure in one city.
class Measurer {
 public:
  Measurer(const ProbeMeasure& measure, const ProbeRuns& runs, const std::string& city)
      : measure_(measure), runs_(runs), city_(city) {}

  Measured read() {
    Measured measured{&measure_, city_, {}, truth(), probes::Word::NoRule};
    if (measure_.statistic == ProbeStatistic::Mean) {
      measured.told = probes::mean_of(found());
      if (measure_.smallest) {
        measured.word = probes::word_of_error(probes::mean_of(errors()), *measure_.smallest);
      }
      return measured;
    }
    if (measure_.statistic == ProbeStatistic::Quantiles) {
      measured.told = probes::quantiles_of(found());
      return measured;
    }
    measured.told =
        is_mean_share(measure_.statistic) ? probes::mean_of(events()) : probes::share_of(events());
    if (measure_.statistic == ProbeStatistic::Rising) {
      measured.truth = probes::chance_of_rising(measure_.found.size(), exceptions());
    }
    if (measure_.most) measured.word = probes::word_of_share(measured.told, *measure_.most);
    return measured;
  }

 private:
  std::vector<double> found() const { return runs_.sum_of(measure_.found, city_); }
  std::size_t exceptions() const { return static_cast<std::size_t>(measure_.exceptions); }

  double truth() const {
    if (measure_.true_value) return *measure_.true_value;
    if (measure_.truth.empty()) return kNone;
    return probes::mean_of(runs_.sum_of(measure_.truth, city_)).estimate;
  }

  /// Replicate by replicate, since what is found and what is true share their dice.
  std::vector<double> errors() const {
    std::vector<double> errors = found();
    if (measure_.true_value) {
      for (double& error : errors) error -= *measure_.true_value;
      return errors;
    }
    const std::vector<double> truths = runs_.sum_of(measure_.truth, city_);
    for (std::size_t i = 0; i < errors.size(); ++i) errors[i] -= truths[i];
    return errors;
  }

  std::vector<double> of(const std::optional<ProbeTerm>& term) const {
    return term ? runs_.values_of(*term, city_) : std::vector<double>();
  }

  std::vector<double> events() const {
    return is_of_several(measure_.statistic) ? events_of_several() : events_of_one();
  }

  std::vector<double> events_of_one() const {
    const std::vector<double> found = this->found(), p = of(measure_.p), error = of(measure_.error),
                              degrees = of(measure_.degrees);
    const double truth = this->truth();
    std::vector<double> events;
    for (std::size_t i = 0; i < found.size(); ++i) {
      switch (measure_.statistic) {
        case ProbeStatistic::Power:
          events.push_back(probes::finds(found[i], p[i], truth));
          break;
        case ProbeStatistic::WrongSign:
          events.push_back(probes::has_wrong_sign(found[i], truth));
          break;
        case ProbeStatistic::Unproven:
          events.push_back(
              probes::is_unproven({found[i], error[i], degrees[i], p[i]}, *measure_.margin));
          break;
        default:
          events.push_back(probes::is_significant(found[i]));
      }
    }
    return events;
  }

  std::vector<double> corrected(const std::vector<double>& p) const {
    if (measure_.correction == ProbeCorrection::Holm) return estimators::holm(p);
    if (measure_.correction == ProbeCorrection::BenjaminiHochberg) {
      return estimators::benjamini_hochberg(p);
    }
    return p;
  }

  std::vector<double> events_of_several() const {
    std::vector<std::vector<double>> values;
    for (const ProbeTerm& term : measure_.found) values.push_back(runs_.values_of(term, city_));
    std::vector<double> events;
    for (std::size_t i = 0; i < values.front().size(); ++i) {
      std::vector<double> here;
      for (const auto& of_term : values) here.push_back(of_term[i]);
      switch (measure_.statistic) {
        case ProbeStatistic::Rising:
          events.push_back(probes::rises_but_for(here, exceptions()));
          break;
        case ProbeStatistic::Disagree:
          events.push_back(probes::disagree(here));
          break;
        case ProbeStatistic::Rejected:
          events.push_back(probes::share_significant(corrected(here)));
          break;
        case ProbeStatistic::Positive:
          events.push_back(probes::share_positive(here));
          break;
        default:
          events.push_back(probes::any_significant(corrected(here)));
      }
    }
    return events;
  }

  const ProbeMeasure& measure_;
  const ProbeRuns& runs_;
  const std::string& city_;
};

}  // namespace

std::vector<Measured> measured(const Probe& probe, const ProbeRuns& runs) {
  std::vector<Measured> all;
  for (const ProbeMeasure& measure : probe.measures) {
    const std::string asked = std::filesystem::path(measure.city).stem().string();
    for (const std::string& city : runs.cities()) {
      if (asked.empty() || asked == city) all.push_back(Measurer(measure, runs, city).read());
    }
  }
  return all;
}

}  // namespace homeroom::app
