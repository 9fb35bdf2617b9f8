#include <fmt/format.h>

#include <algorithm>

#include "analysis/probes/study_rows.hpp"

namespace homeroom::probes {
namespace {

using estimators::LinearModel;

/// Puts rows of one regression under those of another; columns go by their names, and a column that
/// one of them lacks is 0 in it.
class Stacked {
 public:
  explicit Stacked(const std::vector<LinearModel>& parts) {
    Eigen::Index rows = 0;
    for (const LinearModel& part : parts) {
      rows += part.y.size();
      for (const std::string& name : part.names) {
        if (place_of(name) == names_.size()) names_.push_back(name);
      }
    }
    all_.outcome = parts.front().outcome;
    all_.x.setZero(rows, static_cast<Eigen::Index>(names_.size()));
    all_.y.resize(rows);
    all_.weight.resize(rows);
    for (const LinearModel& part : parts) add(part);
    all_.names = names_;
  }

  LinearModel model() && { return std::move(all_); }

 private:
  std::size_t place_of(const std::string& name) const {
    return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  }

  void add(const LinearModel& part) {
    const Eigen::Index n = part.y.size();
    for (std::size_t k = 0; k < part.names.size(); ++k) {
      const auto column = static_cast<Eigen::Index>(place_of(part.names[k]));
      all_.x.block(at_, column, n, 1) = part.x.col(static_cast<Eigen::Index>(k));
    }
    all_.y.segment(at_, n) = part.y;
    all_.weight.segment(at_, n) = part.weight;
    all_.cluster.insert(all_.cluster.end(), part.cluster.begin(), part.cluster.end());
    all_.rows.insert(all_.rows.end(), part.rows.begin(), part.rows.end());
    at_ += n;
  }

  std::vector<std::string> names_;
  LinearModel all_;
  Eigen::Index at_ = 0;
};

/// With a column that is 1 in its rows.
LinearModel of_year(LinearModel model, int year) {
  model.names.push_back(fmt::format("year:{}", year));
  model.x.conservativeResize(Eigen::NoChange, model.x.cols() + 1);
  model.x.col(model.x.cols() - 1).setOnes();
  return model;
}

}  // namespace

LinearModel school_years(const panel::Panel& panel, const estimators::ReportQuestion& question) {
  std::vector<LinearModel> parts;
  for (const int year : question.years) {
    estimators::ReportQuestion one = question;
    one.years = {year};
    LinearModel model = report_model(panel, one);
    parts.push_back(parts.empty() ? std::move(model) : of_year(std::move(model), year));
  }
  return Stacked(parts).model();
}

}  // namespace homeroom::probes
