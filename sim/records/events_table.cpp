#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;

std::vector<Code> events() {
  return {{"opening", "a school opened; value after an application: applicants seen"},
          {"closure", "a school closes at the end of the year; detail: why"},
          {"restart", "a school was taken over, with a new leader and design"},
          {"conversion", "a school took up another model; detail: by whom"},
          {"selection", "the law chose a school at the bottom; value: its two-year rating"},
          {"planning", "a school plans for a year and opens then; value: applicants seen"},
          {"probation", "a school was put on probation; value: its rating"},
          {"probation_end", "a school came off probation; value: its rating"},
          {"leader_replaced", "the principal was replaced as a consequence of ratings"},
          {"renewal", "a contract was renewed; value: the rating"},
          {"replication", "a school opens another campus; value: school_id of the first"},
          {"succession", "a new superintendent; value: years the predecessor served"},
          {"election", "the board was elected; value: reform share of seats"},
          {"appointment", "whoever appoints the board changed"},
          {"support_office_opened", "an office for autonomous schools; value: its strength"},
          {"support_office_dissolved", "that office was given up; value: its strength before"},
          {"rights_trimmed", "a school lost rights for decline; value: share withdrawn now"},
          {"rights_restored", "a school got its rights back; value: share withdrawn before"},
          {"agreement", "a zone or network agreement began or was renewed; detail: which"},
          {"agreement_ended", "such an agreement was let end; value: its term in years"},
          {"forced_placement", "teachers were placed without consent; value: how many"},
          {"takeover_list", "the state's list of schools to take over; detail: on it or off"},
          {"vote_failed", "the staff voted against conversion; value: share of yes"},
          {"application_refused", "no founder passed the authorizer"},
          {"state_takeover",
           "a school on the state's list was taken over; value: its two-year rating"}};
}

std::vector<Code> details() {
  return {{"tests", "closure for results"},
          {"money", "closure for want of money"},
          {"enrolment", "closure for want of children"},
          {"mismanagement", "closure for mismanagement"},
          {"vote", "conversion voted by the staff"},
          {"schedule", "conversion on a date of the scenario"},
          {"founded", "a new zone's agreement"},
          {"renewed", "an agreement renewed; value: its term in years"},
          {"listed", "put on the takeover list"},
          {"escaped", "off the takeover list by a change of model"}};
}

}  // namespace

const TableDefinition& events_table() {
  static const TableDefinition table = {
      "events",
      with_key({Field{"event", T, "", "what happened"}.in_words(events()),
                Field{"school_id", W, "", "as in schools"}.or_empty("an event of the city"),
                Field{"school", T, "", "name of the school"}.or_empty("an event of the city"),
                Field{"model", T, "", "key of its school model"}.or_empty("an event of the city"),
                Field{"detail", T, "", "why or how"}
                    .or_empty("the event says it all")
                    .in_words(details()),
                Field{"value", N, "by event", "what the event counts, see event"}.or_empty(
                    "the event counts nothing")}),
      "event of a school or of the city"};
  return table;
}

}  // namespace homeroom
