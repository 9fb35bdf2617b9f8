#include "app/claims_columns.hpp"

namespace homeroom::app {

std::size_t OutcomeList::add(const std::string& name) {
  const auto [at, fresh] = places_.emplace(name, names_.size());
  if (fresh) names_.push_back(name);
  return at->second;
}

std::map<std::string, std::size_t> columns_of(const ReadySweep& ready) {
  std::map<std::string, std::size_t> columns;
  const std::vector<std::string> names = ready.plan.names();
  for (std::size_t i = 0; i < names.size(); ++i) columns[names[i]] = i;
  return columns;
}

}  // namespace homeroom::app
