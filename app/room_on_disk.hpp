// Whether what a run writes has room where it goes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace homeroom::app {

/// Bytes free where `folder` is or will be; nothing where that cannot be told.
std::optional<double> free_bytes(const std::filesystem::path& folder);

/// What is to be said where `needed` bytes are more than `free`; nothing where there is room.
std::string want_of_room(const std::filesystem::path& folder, double needed,
                         std::optional<double> free);

}  // namespace homeroom::app
