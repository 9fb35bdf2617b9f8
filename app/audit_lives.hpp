// Lives that should write the same tables: what each wrote, year by year, as fingerprints.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/audits/fingerprint.hpp"
#include "sim/run/replicate.hpp"

namespace homeroom::app {

/// Takes the tables of a year, in the order of `tables_of_a_run`; year 0: what is known at the end.
using TablesReader = std::function<void(int year, const std::vector<const Batch*>& tables)>;

/// A way to live a replicate.
struct AuditedLife {
  std::string name;
  /// Lives it with everything observed; false where it was stopped.
  std::function<bool(std::uint32_t replicate, const TablesReader& read)> live;
  long long years = 0;  ///< that a replicate of it lives
};

/// The life of a scenario; its tables pass through `seen` first, where there is one.
using TableView = std::function<Batch(const Batch& table)>;
AuditedLife life_of(std::string name, const Scenario& scenario,
                    const std::function<void()>& year_done, TableView view = {});

/// The life of a scenario that begins from the burnt-in city of `base`, as policies are compared.
AuditedLife life_from(std::string name, const Scenario& base, const Scenario& scenario,
                      const std::function<void()>& year_done);

/// What a replicate wrote, by year and table.
using LifePrints = std::map<std::pair<int, std::size_t>, audits::Fingerprint>;

/// The prints of all `replicates` with so many threads (0: all cores); fewer where it was stopped.
std::map<std::uint32_t, LifePrints> prints_of(const AuditedLife& life,
                                              const std::vector<std::uint32_t>& replicates,
                                              int threads);

/// How a life differs from the one that it should equal.
struct TableCheck {
  std::string table;
  std::size_t rows = 0, cells = 0;         ///< of the reference
  std::size_t columns = 0, differing = 0;  ///< columns of a year in a replicate
};
struct LifeCheck {
  std::string name;
  std::size_t replicates = 0;
  std::vector<TableCheck> tables;
  /// Of the first table that differs: replicate, year, table.
  struct Place {
    std::uint32_t replicate = 0;
    int year = 0;
    std::size_t table = 0;
  };
  std::optional<Place> first;
  bool passed() const { return !first; }
};
LifeCheck check_of(const std::string& name, const std::map<std::uint32_t, LifePrints>& reference,
                   const std::map<std::uint32_t, LifePrints>& other);

/// Lives both again as far as the first difference and says it: table, row, column, both values.
std::string told(const LifeCheck::Place& place, const AuditedLife& reference,
                 const AuditedLife& other);

}  // namespace homeroom::app
