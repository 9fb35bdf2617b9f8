#include "sim/observe/names.hpp"

namespace homeroom {

std::string_view name_of(EventKind kind) {
  switch (kind) {
    case EventKind::Opening:
      return "opening";
    case EventKind::Closure:
      return "closure";
    case EventKind::Restart:
      return "restart";
    case EventKind::Conversion:
      return "conversion";
    case EventKind::Selection:
      return "selection";
    case EventKind::Planning:
      return "planning";
    case EventKind::Probation:
      return "probation";
    case EventKind::ProbationEnd:
      return "probation_end";
    case EventKind::LeaderReplaced:
      return "leader_replaced";
    case EventKind::Renewal:
      return "renewal";
    case EventKind::Replication:
      return "replication";
    case EventKind::Succession:
      return "succession";
    case EventKind::Election:
      return "election";
    case EventKind::Appointment:
      return "appointment";
    case EventKind::SupportOfficeOpened:
      return "support_office_opened";
    case EventKind::SupportOfficeDissolved:
      return "support_office_dissolved";
    case EventKind::RightsTrimmed:
      return "rights_trimmed";
    case EventKind::RightsRestored:
      return "rights_restored";
    case EventKind::Agreement:
      return "agreement";
    case EventKind::AgreementEnded:
      return "agreement_ended";
    case EventKind::ForcedPlacement:
      return "forced_placement";
    case EventKind::TakeoverList:
      return "takeover_list";
    case EventKind::VoteFailed:
      return "vote_failed";
    case EventKind::ApplicationRefused:
      return "application_refused";
    case EventKind::StateTakeover:
      return "state_takeover";
  }
  return "";
}

}  // namespace homeroom
