// A school model is a bundle of levers: what a school of this kind may do, who employs its staff,
// who approves and reviews it, what failure leads to, and how it is paid for. No equation sees a
// model's name; two models with equal levers are the same model.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/core/described.hpp"
#include "sim/vocabulary/autonomies.hpp"
#include "sim/vocabulary/employer.hpp"

namespace homeroom {

/// What secures the rights a school holds beyond ordinary practice.
enum class Guarantee {
  None,
  BoardPlan,         ///< a plan approved by the district's board
  TurnaroundPlan,    ///< a plan under a turnaround law
  UnionAgreement,    ///< a memorandum of district and union
  ZoneOffice,        ///< a zone office inside the district
  StateCharter,      ///< a charter from the state, staff employed by the district
  IndependentBoard,  ///< an appointed board of a zone
  Separate,          ///< a legally separate organisation
};
/// How a child comes to the school.
enum class Admission {
  Assignment,   ///< the district's choice or zones
  Lottery,      ///< the school's own lottery
  Examination,  ///< by test score
};
/// What happens when a review finds the school below its bar.
enum class Consequence { None, TrimRights, ReplaceLeader, Restart, Close };
/// Where those go whom the school removes.
enum class Destination { None, Exit, Pool, NearbySchool, OtherSchool, IdlePay };
/// How schools of the model came about.
enum class Origin { StartUp, Conversion, Imposed, Ordinary };

struct SchoolModel {
  std::string key;        ///< the model's name in scenario files
  std::string label;      ///< what tables print
  std::string city;       ///< where schools of the kind are known from; no equation reads it
  PerRight<Dated> paper;  ///< each right on paper, in [0,1], by year

  Employer employer = Employer::District;
  Guarantee guarantee = Guarantee::None;
  bool district_contract = false;  ///< separate, yet under contract with the district; for policies
  Origin origin = Origin::Ordinary;
  Admission admission = Admission::Assignment;
  bool tenure = true;              ///< teachers may earn tenure
  bool union_members = true;       ///< the contract's stance counts in votes
  bool elect_to_work = false;      ///< yearly work agreement; binds hired, not placed staff
  Dated conversion_threshold = 0;  ///< share of teachers who must agree; 0: no vote
  Dated approval_bodies = 0;       ///< how many bodies must approve a new school; 0: none looks
  Dated review_years = 0;          ///< years between contract reviews; 0: none
  Dated review_bar = 0.2;          ///< percentile of the city's ratings below which a review fails
  Consequence consequence = Consequence::None;
  std::string restart_model;  ///< model under which a restarted school begins; empty: its own
  Dated closure_will = 0;     ///< authorizer's will to act at a failed review [share]
  Dated trim_on_decline = 0;  ///< share of rights withdrawn while ratings are below the bar
  Destination dismissal_destination = Destination::None;
  bool staff_reset = false;     ///< every teacher reapplies at the start
  Dated reset_keep_share = 1;   ///< share of staff kept at a reset
  bool leader_reset = false;    ///< a new principal at the start
  Dated planning_weeks = 0;     ///< preparation before opening
  Dated incubator = 0;          ///< strength of an incubator of founders, SD of leadership
  Dated leader_pipeline = 0;    ///< shift of successors' mean leadership, SD
  Dated coaching = 0;           ///< coaching and mentoring of principals, share of full dose
  Dated mandated_hours = 0;     ///< extra hours a day that the model requires
  Dated pay_premium = 0;        ///< teachers' pay against the district scale, share
  Dated grant_per_student = 0;  ///< money beyond the formula [USD/student]
  Dated start_up_grant = 0;     ///< grant in each of a new school's first years [USD/year]
  Dated start_up_years = 0;     ///< first years of a new school that have it
  Dated recruitment = 0;        ///< the zone recruits the district's best teachers, share of effort
  Dated target_clarity = 0.5;   ///< how clear the review's yardstick is
  Dated data_publicity = 0;     ///< school data posted to peers
  Dated teacher_teams = 0;      ///< teacher leadership teams
  Dated shared_plan = 0;        ///< schools share one plan for their extra hours
  Dated attrition_weight = 0;   ///< extra mid-year exits of students (0: none)
  Dated special_draw = 0;       ///< pull on families and placements of special needs [logit]
  Dated counselling_out = 0;    ///< special needs urged to leave within the year [share/year]
  bool pays_facilities = false;   ///< upkeep and utilities from its own budget
  bool grade_by_grade = false;    ///< grows one grade a year when new
  bool district_pd = true;        ///< staff owe the district's professional development
  Dated design_distinctness = 0;  ///< mean distinctness of the school's design in [0,1]
  Dated curriculum_gate = 0;      ///< rating percentile below which curriculum rights lapse
  Dated supervisors = 1;          ///< supervisors in the district to whom the school answers
  Dated agreement_years = 0;      ///< term of the agreement that secures the rights; 0: no term
  Dated agreement_exit = 1;       ///< parties that must agree before an agreement ends
  Dated first_review_years = 0;   ///< years to the first review; 0: as later ones
  Dated leader_reset_years = 3;   ///< years in post after which a leader reset bites
  Dated cluster_access = 1;       ///< share of severe needs met in the district's own programmes
  bool zone = false;              ///< its schools form one zone, with one agreement and overhead
  Dated zone_overhead = 0;        ///< what the zone's own board and office cost [USD/year]
  Dated choice_reach_km = 0;      ///< distance within which families count as near; 0: the city's
  Dated hire_fit_weight = 1;      ///< weight of fit in hiring, against the usual
  Dated agreement_binds_placed = 0;    ///< the work agreement binds placed staff, too
  Dated work_agreement_threshold = 0;  ///< staff who must sign each year's agreement; 0: no vote
  Dated mentoring = 0;          ///< novice principals are paired with veterans, share of full dose
  Dated results_oversight = 0;  ///< its overseers ask for results only
  Dated in_kind_per_student = 0;  ///< building and services that the district gives [USD/student]
  Dated idle_pay_limit = 1;       ///< idle pay above which a school is restarted no more
  Dated review_gain = 0;          ///< percentiles by which a low rating must rise between reviews
  Dated review_gain_below = 100;  ///< rating from which nobody owes that rise; 100: all owe it

  /// Fields are told class by class, see `model_field_classes`.
  void describe(FieldVisitor& visit);
};

/// What a field of a school model is about. Each is declared in exactly one class.
struct ModelFieldClass {
  std::string_view name, meaning;
};
inline constexpr ModelFieldClass kModelName = {
    "name", "what schools of the model are called; no equation reads it"};
inline constexpr ModelFieldClass kModelSelection = {
    "selection",
    "which children come to its schools and go, which grades they teach, and which schools come to "
    "the model"};
inline constexpr ModelFieldClass kModelProduction = {
    "production", "whatever else its schools have and may do: all that could make children learn"};
inline constexpr std::array kModelFieldClasses = {kModelName, kModelSelection, kModelProduction};

/// The names of the enumerations above, in their order, as scenario files write them.
const std::vector<std::string_view>& employer_names();
const std::vector<std::string_view>& guarantee_names();
const std::vector<std::string_view>& admission_names();
const std::vector<std::string_view>& consequence_names();
const std::vector<std::string_view>& destination_names();
const std::vector<std::string_view>& origin_names();

}  // namespace homeroom
