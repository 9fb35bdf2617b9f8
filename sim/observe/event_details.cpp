#include "sim/observe/names.hpp"
#include "sim/year/accountability.hpp"

namespace homeroom {
namespace {

std::string_view name_of(ClosureReason reason) {
  switch (reason) {
    case ClosureReason::Academic:
      return "tests";
    case ClosureReason::Finance:
      return "money";
    case ClosureReason::Enrolment:
      return "enrolment";
    case ClosureReason::Mismanagement:
      return "mismanagement";
  }
  return "";
}

}  // namespace

std::string_view detail_of(const Event& event) {
  switch (event.kind) {
    case EventKind::Closure:
      return name_of(static_cast<ClosureReason>(static_cast<int>(event.value)));
    case EventKind::Conversion:
      return event.value > 0.0 ? "vote" : "schedule";
    case EventKind::Agreement:
      return event.value > 0.0 ? "renewed" : "founded";
    case EventKind::TakeoverList:
      return event.value > 0.0 ? "listed" : "escaped";
    default:
      return "";
  }
}

bool counts_something(const Event& event) {
  switch (event.kind) {
    case EventKind::Closure:
    case EventKind::Conversion:
    case EventKind::TakeoverList:
    case EventKind::Restart:
    case EventKind::LeaderReplaced:
    case EventKind::Appointment:
    case EventKind::ApplicationRefused:
      return false;
    case EventKind::Agreement:  // a new one has no term yet
    case EventKind::Opening:    // one that was planned or dated saw no applicants
    case EventKind::Planning:
      return event.value > 0.0;
    default:
      return true;
  }
}

}  // namespace homeroom
