#include "sim/mechanism/applications.hpp"

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

}  // namespace homeroom::mechanism
