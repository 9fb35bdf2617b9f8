#include "app/audit_effect.hpp"

namespace homeroom::app {

int audit(const AuditOptions& options, const std::vector<std::string>& command_line) {
  return audit_effect(options, command_line);
}

}  // namespace homeroom::app
