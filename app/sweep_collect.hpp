// Collecting the shards of a sweep, and telling of it.
#pragma once

#include <filesystem>

namespace homeroom::app {

/// Writes the tables of the sweep in `folder` and tells what is missing, double or failed; of a
/// whole one only unless `quiet`, and of outcomes that no run has where `tell_empty`. kFailed where
/// runs are missing or failed, kBadInput where shards are refused.
int collect_folder(const std::filesystem::path& folder, bool quiet, bool tell_empty = true);

}  // namespace homeroom::app
