// One life of a city under one policy, as far as the workshop shows it, and the burnt-in city from
// which it begins.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/truth/city_year.hpp"
#include "app/workshop/policies.hpp"
#include "app/workshop/shelf.hpp"
#include "sim/run/replicate.hpp"

namespace homeroom::workshop {

/// A city at the end of its burn-in, shared by all policies that begin from it.
struct KeptCity {
  BurntIn city;
  std::vector<GrowthZero> zeros;
  std::shared_ptr<const Scenario> founded_in;  ///< the city's chronicle looks at its nature
};
using CityShelf = Shelf<KeptCity>;

/// Values by outcome (see outcomes()) for each school model by key; the whole city's under "".
using OutcomeValues = std::map<std::string, std::vector<double>>;

struct Life {
  std::vector<OutcomeValues> years;
  // Of the first replicate only:
  truth::SchoolValues schools;  ///< of the last year
  std::shared_ptr<const KeptCity> city;
};
using LifePointer = std::shared_ptr<const Life>;

/// Where every child was in each year of a life, for others to follow the same children.
struct Places {
  std::vector<truth::CityYear> years;  ///< of each, schools' models and children's schools alone
};
using PlacesPointer = std::shared_ptr<const Places>;

/// Bytes that they take, about.
double bytes_of(const Life& life);
double bytes_of(const Places& places);
double bytes_of(const KeptCity& city);
double bytes_of_city(double children);

struct Lived {
  LifePointer life;      ///< null where it was stopped
  PlacesPointer places;  ///< of a life that follows nobody's children but its own
};

/// Lives `arm` in a replicate from the city on the shelf, or from its founding, and then leaves its
/// burnt-in city there and calls `founded`. The same children are those of `against`, else its own.
Lived live(const Arm& arm, std::uint32_t replicate, const Places* against, CityShelf& cities,
           const std::atomic<bool>& stop, const std::function<void()>& founded);

}  // namespace homeroom::workshop
