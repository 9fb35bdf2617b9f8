#include "analysis/probes/study_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace homeroom::probes {
namespace {

using estimators::LinearModel;

const std::vector<std::string> kShareNames = {"low_income", "english_learner", "special_education",
                                              "black", "hispanic"};

/// The panel without microdata: what of it is not a school's, no school regression reads.
panel::Panel schools_of(const panel::Panel& panel) {
  panel::Panel copy;
  for (const panel::Year& year : panel.years) {
    panel::Year bare;
    bare.year = year.year;
    bare.schools = year.schools;
    copy.years.push_back(std::move(bare));
  }
  return copy;
}

void leave_out(panel::Schools& schools, std::size_t s) {
  for (const int subject : {kMath, kEla}) schools.tested[subject][s] = 0.0;
}

/// Rows of the model for which `keep` is so.
LinearModel rows_where(const LinearModel& model, const std::vector<bool>& keep) {
  const auto kept = std::count(keep.begin(), keep.end(), true);
  LinearModel left = model;
  left.x.resize(kept, model.x.cols());
  left.y.resize(kept);
  if (model.weight.size() > 0) left.weight.resize(kept);
  left.cluster.clear();
  left.rows.clear();
  Eigen::Index to = 0;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    if (!keep[i]) continue;
    const auto from = static_cast<Eigen::Index>(i);
    left.x.row(to) = model.x.row(from);
    left.y[to] = model.y[from];
    if (model.weight.size() > 0) left.weight[to] = model.weight[from];
    left.cluster.push_back(model.cluster[i]);
    left.rows.push_back(model.rows[i]);
    ++to;
  }
  return left;
}

double mean_score_of(const panel::Schools& schools, std::size_t s,
                     const std::vector<int>& subjects) {
  double sum = 0.0, tested = 0.0;
  for (const int subject : subjects) {
    const double children = schools.tested[subject][s];
    if (!(children > 0.0)) continue;
    sum += children * schools.mean_score[subject][s];
    tested += children;
  }
  return tested > 0.0 ? sum / tested : std::nan("");
}

}  // namespace

panel::Panel frozen(const panel::Panel& panel) {
  panel::Panel copy = schools_of(panel);
  std::map<int, std::string> first;
  const panel::Schools& then = panel.years.front().schools;
  for (std::size_t s = 0; s < then.size(); ++s) first[then.school[s]] = then.model[s];
  for (panel::Year& year : copy.years) {
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      const auto found = first.find(year.schools.school[s]);
      if (found == first.end()) {
        leave_out(year.schools, s);
      } else {
        year.schools.model[s] = found->second;
      }
    }
  }
  return copy;
}

panel::Panel survivors(const panel::Panel& panel) {
  panel::Panel copy = schools_of(panel);
  const auto& last = panel.years.back().schools.school;
  const std::set<int> there(last.begin(), last.end());
  for (panel::Year& year : copy.years) {
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      if (there.count(year.schools.school[s]) == 0) leave_out(year.schools, s);
    }
  }
  return copy;
}

LinearModel without_shares(const LinearModel& model) {
  LinearModel left = model;
  left.names.clear();
  Eigen::Index kept = 0;
  for (std::size_t k = 0; k < model.names.size(); ++k) {
    const bool share =
        std::find(kShareNames.begin(), kShareNames.end(), model.names[k]) != kShareNames.end();
    if (share) continue;
    left.names.push_back(model.names[k]);
    left.x.col(kept++) = model.x.col(static_cast<Eigen::Index>(k));
  }
  left.x.conservativeResize(Eigen::NoChange, kept);
  return left;
}

LinearModel with_prior(const LinearModel& model, const panel::Schools& before,
                       const std::vector<int>& subjects) {
  std::vector<bool> keep;
  std::vector<double> prior;
  for (const int school : model.cluster) {
    const int row = before.row_of(school);
    const double score = row == panel::kNobody
                             ? std::nan("")
                             : mean_score_of(before, static_cast<std::size_t>(row), subjects);
    keep.push_back(!std::isnan(score));
    if (keep.back()) prior.push_back(score);
  }
  LinearModel left = rows_where(model, keep);
  left.names.emplace_back("prior_score");
  left.x.conservativeResize(Eigen::NoChange, left.x.cols() + 1);
  for (std::size_t i = 0; i < prior.size(); ++i) {
    left.x(static_cast<Eigen::Index>(i), left.x.cols() - 1) = prior[i];
  }
  return left;
}

}  // namespace homeroom::probes
