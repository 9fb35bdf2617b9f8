// The unit that memory and disk are told in.
#pragma once

namespace homeroom::app {

inline constexpr double kMebibyte = 1048576.0;  ///< bytes

}  // namespace homeroom::app
