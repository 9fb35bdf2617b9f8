// Runs of claims that another program lived, taken as they are where this one lives the same.
#pragma once

#include <filesystem>
#include <string>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

/// The program that lived what is collected in a folder; empty where nothing is.
std::string program_of_runs(const std::filesystem::path& folder);

/// Looks whether the folder's runs may be judged by this program: all are there, of this design,
/// and one of them, lived again, gives the same numbers to the bit. `ready` was made ready for the
/// program that lived them. The exit status: kFailed where some runs failed, kInterrupted where
/// that was not lived to its end. Throws StoreRefused.
int take_runs_of_another(const SweepOptions& options, ReadySweep& ready,
                         const std::filesystem::path& folder);

}  // namespace homeroom::app
