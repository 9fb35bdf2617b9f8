#include "analysis/sensitivity/sampler.hpp"

namespace homeroom::sensitivity {

Sampler::Sampler(int factors, std::uint64_t seed) : factors_(factors), seed_(seed) {
  if (factors < 1)
    throw DesignRefused("A sampling design has " + std::to_string(factors) +
                        " factors; it needs at least 1.");
}

}  // namespace homeroom::sensitivity
