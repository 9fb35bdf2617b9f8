// What is reported of friction when not all leaders are heard.
#pragma once

#include <string>
#include <vector>

namespace homeroom::probes {

/// A school in a year; friction is the share of its rights that is promised and fought over.
struct SchoolFriction {
  int year = 0;
  std::string model;
  double friction = 0;
};

/// The mean friction of the share of leaders who have most of it, of schools of the models in the
/// years (none: all); at least one is heard. NaN without a school.
double friction_heard(std::vector<SchoolFriction> schools, const std::vector<std::string>& models,
                      const std::vector<int>& years, double share);

}  // namespace homeroom::probes
