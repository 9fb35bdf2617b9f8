// Replicates on all cores, begun in their order.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace homeroom {

/// Calls `one(i)` for every i in [0, count), side by side; none is begun after one threw or `stop`
/// was raised. Passes on the first exception.
void for_each_replicate(std::size_t count, const std::atomic<bool>& stop,
                        const std::function<void(std::size_t)>& one);

}  // namespace homeroom
