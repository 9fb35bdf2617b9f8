#include "sim/core/contracts.hpp"

#include <stdexcept>

namespace homeroom {

void contract_broken(const char* kind, const char* condition, const char* file, int line) {
  throw std::logic_error(std::string(file) + ":" + std::to_string(line) + ": " + kind + " " +
                         condition + "; this is a fault of the program, please report it");
}

}  // namespace homeroom
