#include "sim/year/climate.hpp"

namespace homeroom {

void ClimateParameters::describe(FieldVisitor& visit) {
  const auto pull = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "climate", -5, 5, text}, field);
  };
  const auto share = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "share", 0, 1, text}, field);
  };
  share("kept", "share of last year's climate that stays", kept);
  pull("leadership", "per SD of leadership with its full time", leadership);
  pull("turnover", "taken off per unit of turnover", turnover);
  share("turnover_reference", "turnover at which its term is 0", turnover_reference);
  pull("friction", "taken off per unit of friction", friction);
  pull("fit", "per SD of the staff's mean fit", fit);
  pull("fit_spread", "taken off per SD of its spread beyond 1", fit_spread);
  pull("forced", "taken off per share of staff placed without consent", forced);
  visit.number({"forced_small", "ratio", 1, 5, "how much more that is in the smallest schools"},
               forced_small);
  visit.number({"small_staff", "teachers", 1, 200, "staff below which a school is small"},
               small_staff);
  pull("new_principal", "taken off in the year a new principal comes", new_principal);
  pull("poverty", "taken off per unit of low-income share", poverty);
  share("poverty_reference", "low-income share at which its term is 0", poverty_reference);
  pull("urgency", "per unit of urgency", urgency);
  pull("churn", "taken off per unit of children who came during last year", churn);
  share("churn_reference", "churn at which its term is 0", churn_reference);
  pull("engagement", "per SD of children's mean engagement", engagement);
  pull("teacher_teams", "for teacher leadership teams at full work", teacher_teams);
  pull("vote", "per share of teachers whose agreement the conversion needed", vote);
  visit.number({"vote_fades", "years", 0.1, 50, "years in which that buy-in falls to 1/e"},
               vote_fades);
  pull("support_staff", "per position for support (counsellor, aide) and 100 children",
       support_staff);
  visit.number({"support_staff_reference", "positions per 100 students", 0, 50,
                "support staff at which their term is 0"},
               support_staff_reference);
  share("support_staff_choice", "what they do more where the school may replace them (S9)",
        support_staff_choice);
  pull("conduct", "for a code of conduct of the school's own (X1), per SD of leadership", conduct);
  visit.number({"rating_error", "percentiles", 1, 50, "standard error of one year's rating"},
               rating_error);
  visit.number({"unclear", "1", 0, 10, "by how much wholly unclear targets divide urgency, less 1"},
               unclear);
  visit.number({"publicity", "1", 0, 5, "what posted data add to urgency, share"}, publicity);
  share("tenure_shield", "urgency that a wholly tenured staff is spared", tenure_shield);
  pull("trimmed", "taken off climate per share of rights withdrawn for decline", trimmed);
  visit.number({"rivalry", "share", 0, 5, "urgency per share of children lost with their money"},
               rivalry);
}

}  // namespace homeroom
