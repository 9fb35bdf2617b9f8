// A sweep's design as its file says it: which keys vary and how, over which cities and policies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"

namespace homeroom {

enum class SweepMethod { Grid, List, LatinHypercube, Sobol, Saltelli, Morris };
/// By the words of design files.
const std::vector<std::string>& sweep_methods();

/// How a factor's values lie.
enum class Spread { Levels, Uniform, LogUniform, Normal, Triangular };
const std::vector<std::string>& spread_words();

struct SweepFactor {
  std::string name;  ///< of its column
  std::string key;
  Spread spread = Spread::Levels;
  bool whole = false;               ///< whole numbers alone
  std::vector<std::string> levels;  ///< as they stand after KEY=
  double low = 0, high = 0;         ///< ends; of a normal, where it is cut
  double mean = 0, sd = 0;          ///< of a normal
  double mode = 0;                  ///< of a triangle
  Spot at;

  /// The value at a point of the unit interval [0, 1), as it stands after KEY=.
  std::string value_at(double unit) const;
};

/// A policy with settings of its own, lived at every point beside the other policies.
struct SweepArmDesign {
  std::string name;                   ///< stands in the column of policies
  std::string policy;                 ///< a set such as R1+R6; "none": the city's own law
  std::vector<std::string> settings;  ///< KEY=VALUE
  Spot at;
};

struct SweepDesign {
  std::string name, description;
  std::vector<std::string> scenarios;  ///< files or names, as written
  std::vector<std::string> policies;   ///< sets such as R1+R6; "none": the city's own law
  std::vector<SweepArmDesign> arms;    ///< after the policies
  std::vector<std::string> settings;   ///< KEY=VALUE, of every run
  std::vector<std::string> outcomes;
  int replicates = 1;
  int first_replicate = 1;  ///< the others follow it
  int divide = 1;           ///< one part in so many of each city is lived
  SweepMethod method = SweepMethod::Grid;
  std::uint64_t size = 0;            ///< points, base points or trajectories
  int levels = 0;                    ///< of morris
  std::uint64_t seed = 1;            ///< of the points, not of the dice
  std::filesystem::path list;        ///< table of points
  std::vector<SweepFactor> factors;  ///< of a list: none, its columns name them
  std::filesystem::path file;        ///< where the design stands
};

struct SweepReading {
  SweepDesign design;
  std::vector<Fault> faults;
};

/// Reads a design that stands as a table in a file of something else, such as a claim; `name`
/// names it where it has none of its own.
SweepDesign sweep_design_in(const Node& table, const std::string& name,
                            const std::filesystem::path& file, Faults& faults);

/// Reads a design; `design` counts only where there is no fault. Keys and ranges are those of
/// declared fields; what scenarios say of them is looked at when they are read.
SweepReading read_sweep_design(const std::filesystem::path& file);

}  // namespace homeroom
