// Living a design into a folder.
#pragma once

#include <filesystem>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

/// Lives the shard that the options name into `folder` and, where it is the only one, collects it.
/// The exit status; throws StoreRefused and StoreFailed.
int sweep_into(const SweepOptions& options, const ReadySweep& ready,
               const std::filesystem::path& folder);

}  // namespace homeroom::app
