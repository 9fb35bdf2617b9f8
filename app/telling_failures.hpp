// What stops a command is told in one way: in the words of the failure, with the status it leaves.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "app/options.hpp"
#include "sim/core/failure.hpp"

namespace homeroom::app {

/// The status of `work`. `Refused` is thrown where a folder or a store may not be used, which is
/// bad input; whatever else is thrown is a failure. `who` speaks: "homeroom sweep".
template <class Refused, class Work>
int telling_failures(const std::string& who, Work&& work) {
  try {
    return work();
  } catch (const Refused& refused) {
    fmt::print(stderr, "{}: {}\n", who, refused.what());
    return kBadInput;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}: {}\n", who, explained(error));
    return kFailed;
  }
}

}  // namespace homeroom::app
