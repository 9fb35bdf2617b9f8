#include <string>

#include "sim/year/governance.hpp"

namespace homeroom {
namespace {

void describe_board(GovernanceParameters& p, FieldVisitor& visit) {
  visit.number({"seat_persistence", "share", 0, 1,
                "how far a board's present share carries over to the next election"},
               p.seat_persistence);
  visit.number({"seat_trend", "log-odds per SD/year", 0, 20,
                "what the city's achievement trend adds to support for reform"},
               p.seat_trend);
  visit.integer({"trend_years", "years", 2, 12, "years over which voters see that trend"},
                p.trend_years);
  visit.number({"seat_opposition", "log-odds", 0, 10,
                "what organised opposition takes from support for reform"},
               p.seat_opposition);
  visit.number({"seat_turnout", "share", 0.05, 1,
                "turnout from which organised groups no longer decide an election"},
               p.seat_turnout);
  visit.number({"seat_closures", "log-odds", 0, 50,
                "what closing all district-run schools within four years would take"},
               p.seat_closures);
  visit.number({"seat_noise", "log-odds", 0, 3, "SD of what else moves an election"}, p.seat_noise);
  visit.number({"appointer_change", "1/year", 0, 1, "chance that the appointer changes"},
               p.appointer_change);
  visit.number({"appointer_spread", "share", 0, 1, "SD of a new appointer's stance"},
               p.appointer_spread);
}

void describe_superintendent(GovernanceParameters& p, FieldVisitor& visit) {
  visit.number({"exit_first", "1/year", 0, 1, "chance to leave after the first year"},
               p.exit_first);
  visit.number({"exit_later", "1/year", 0, 1, "chance to leave in each later year"}, p.exit_later);
  visit.number(
      {"pull", "share", 0, 1, "pull of a successor's commitment to the traditional mean; 0: none"},
      p.pull);
  visit.number({"traditional", "share", 0, 1, "commitment to autonomy where no one pushes"},
               p.traditional);
  visit.number({"commitment_spread", "share", 0, 1, "SD of a successor's commitment"},
               p.commitment_spread);
  visit.number({"threat_push", "share", 0, 1,
                "what a certain state takeover would add to commitment and to renewals"},
               p.threat_push);
  visit.number({"rivals_push", "share per share", 0, 2,
                "what growth of schools outside the district's employ adds to commitment"},
               p.rivals_push);
}

void describe_office(GovernanceParameters& p, FieldVisitor& visit) {
  visit.number({"buy_in_rate", "1/year", 0, 1, "pace at which buy-in follows the superintendent"},
               p.buy_in_rate);
  visit.number({"buy_in_campaign_rate", "1/year", 0, 1, "the same under a full campaign"},
               p.buy_in_campaign_rate);
  visit.number({"buy_in_campaign", "share/year", 0, 0.2, "what a full campaign adds by itself"},
               p.buy_in_campaign);
  visit.number({"buy_in_enterprise", "share/year", 0, 0.2,
                "what services that must win their customers add"},
               p.buy_in_enterprise);
  visit.number({"buy_in_resentment", "share/year", 0, 0.2,
                "what resentment takes if all the district's schools were exempt"},
               p.buy_in_resentment);
  visit.number({"buy_in_return", "1/year", 0, 1,
                "pace of return to the traditional mean without a campaign"},
               p.buy_in_return);
  visit.number({"office_protect", "share", 0, 1, "protection by a full support office"},
               p.office_protect);
  visit.number({"office_dissolved", "share", 0, 1,
                "chance that a successor without commitment dissolves the support office"},
               p.office_dissolved);
  visit.number({"compliance_load", "share", 0, 0.5,
                "principals' time taken by an office that checks rules only"},
               p.compliance_load);
  visit.number({"agreement_inertia", "share", 0, 1,
                "chance that an agreement is renewed without anyone's goodwill"},
               p.agreement_inertia);
  visit.number({"second_party_ends", "share", 0, 1,
                "chance that the second party agrees to end an agreement"},
               p.second_party_ends);
}

void describe_reach(GovernanceParameters& p, FieldVisitor& visit) {
  static constexpr std::array<std::string_view, kAutonomies> key = {
      "reach_staffing", "reach_learning_model", "reach_curriculum",
      "reach_budget",   "reach_schedule",       "reach_professional_development"};
  for (std::size_t d = 0; d < key.size(); ++d) {
    visit.number({key[d], "share", 0, 1, "how far the office's routines touch this autonomy"},
                 p.reach[d]);
  }
}

// One key for each guarantee that the law knows.
void describe_protect(GovernanceParameters& p, FieldVisitor& visit) {
  static const std::vector<std::string> key = [] {
    std::vector<std::string> keys;
    for (std::string_view name : guarantee_names()) keys.push_back("protect_" + std::string(name));
    return keys;
  }();
  for (std::size_t g = 0; g < key.size(); ++g) {
    visit.number({key[g], "share", 0, 1, "protection that this guarantee gives to rights"},
                 p.protect[g]);
  }
}

// The same for the rule checking of an office that is not the school's superior.
void describe_excused(GovernanceParameters& p, FieldVisitor& visit) {
  static const std::vector<std::string> key = [] {
    std::vector<std::string> keys;
    for (std::string_view name : guarantee_names()) keys.push_back("excused_" + std::string(name));
    return keys;
  }();
  for (std::size_t g = 0; g < key.size(); ++g) {
    visit.number(
        {key[g], "share", 0, 1, "rule checking by the office that passes such a school by"},
        p.excused[g]);
  }
}

void describe_dealings(GovernanceParameters& p, FieldVisitor& visit) {
  visit.number({"optout_void", "share", 0, 1,
                "rights to decline services that are void without price lists and contracts"},
               p.optout_void);
  visit.number({"optout_rules", "share", 0, 1,
                "of what is missing of these rights restored by rules of purchase"},
               p.optout_rules);
  visit.number({"results_relief", "share", 0, 1,
                "rule checking that passes by a school whose overseers ask for results only"},
               p.results_relief);
}

void describe_rights(GovernanceParameters& p, FieldVisitor& visit) {
  describe_reach(p, visit);
  describe_protect(p, visit);
  visit.number({"buy_in_power", "1", 0.25, 4, "curvature of what lacking buy-in costs"},
               p.buy_in_power);
  visit.number({"partner_spread", "share", 0, 0.5,
                "SD between schools of what is honoured, by the contact they happen to have"},
               p.partner_spread);
  visit.number({"register_narrows", "share", 0, 1,
                "how much of that spread a public register of rights removes"},
               p.register_narrows);
  visit.number({"partner_turnover", "1/year", 0, 1, "chance that a school's contact changes"},
               p.partner_turnover);
  visit.number(
      {"compliance_habit", "share", 0, 1, "rights left unused for good by habits of compliance"},
      p.compliance_habit);
  visit.number({"take_up_years", "years", 0.25, 20, "time constant of taking up rights"},
               p.take_up_years);
  visit.number({"take_up_carried", "years", 0, 20,
                "years of practice in a school that survive a change of principal"},
               p.take_up_carried);
  visit.number({"trim_pace", "share/year", 0, 1, "rights withdrawn in a year below the bar"},
               p.trim_pace);
  visit.number({"trim_return", "share/year", 0, 1, "rights returned in a year above the bar"},
               p.trim_return);
  visit.number({"gate_lapse", "share", 0, 1, "curriculum rights that lapse below the gate"},
               p.gate_lapse);
  visit.number(
      {"supervisor_hours", "share", 0, 0.2, "principals' time taken by each further supervisor"},
      p.supervisor_hours);
  describe_excused(p, visit);
  describe_dealings(p, visit);
  visit.number({"separate_orientation", "share", 0, 1,
                "what separate organisations answer to: 0 compliance, 1 support"},
               p.separate_orientation);
  visit.number({"erosion", "share", 0, 1,
                "fall of the rights held, against a champion's last year, that the record calls "
                "erosion"},
               p.erosion);
}

}  // namespace

void GovernanceParameters::describe(FieldVisitor& visit) {
  describe_board(*this, visit);
  describe_superintendent(*this, visit);
  describe_office(*this, visit);
  describe_rights(*this, visit);
}

}  // namespace homeroom
