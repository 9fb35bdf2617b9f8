// What a sweep would do: its runs, time, memory, disk and first points.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

std::string sweep_plan_text(const ReadySweep& ready, const std::filesystem::path& folder,
                            std::optional<int> threads);

}  // namespace homeroom::app
