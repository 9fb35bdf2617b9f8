// Points that stand in a table: a column for each key, a line for each point.
#pragma once

#include "app/sweep_points.hpp"

namespace homeroom::app {

/// Opens a comma-separated table; its lines are read when they are asked for.
PointsReading listed_points(const std::filesystem::path& file);

}  // namespace homeroom::app
