#include "sim/mechanism/applications.hpp"

#include <algorithm>
#include <numeric>

namespace homeroom::mechanism {

std::vector<Application> all_applications(const Market& market) {
  std::vector<Application> applications;
  applications.reserve(market.choice.size());
  for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
    for (std::uint32_t i = market.first[applicant]; i < market.first[applicant + 1]; ++i) {
      applications.push_back({market.priority[i], applicant, i});
    }
  }
  return applications;
}

void ApplicationsByProgram::group(const Market& market, std::span<const Application> applications) {
  grouped_.resize(applications.size());
  std::fill(first_.begin(), first_.end(), 0);
  for (const Application& application : applications) ++first_[market.choice[application.index]];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  // Filling from the back turns each program's end into its beginning and keeps the order.
  for (std::size_t i = applications.size(); i-- > 0;) {
    grouped_[--first_[market.choice[applications[i].index]]] = applications[i];
  }
}

}  // namespace homeroom::mechanism
