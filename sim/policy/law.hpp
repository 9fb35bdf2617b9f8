// The law of a city: what may be chosen above the single school, each a dated lever.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/policy/school_model.hpp"
#include "sim/vocabulary/entities.hpp"

namespace homeroom {

enum class BoardType { Elected, Appointed, Mixed };
enum class Assignment { Neighbourhood, DeferredAcceptance, ImmediateAcceptance };
enum class TieBreaking { Single, Multiple };

struct GovernanceLaw {
  BoardType board = BoardType::Elected;
  int seats = 7;
  int election_interval = 2;  ///< years between elections
  int term_years = 4;
  Dated turnout = 0.15;             ///< share of voters at board elections
  Dated union_strength = 0.5;       ///< [0,1]
  Dated theory_of_action = 0;       ///< stated theory of action and training of central staff
  Dated support_office = 0;         ///< a central unit that defends autonomous schools
  Dated rights_register = 0;        ///< public register of rights: narrows partner differences
  Dated takeover_threat = 0;        ///< credibility of state takeover
  Dated office_orientation = 0;     ///< 0 compliance, 1 support
  Dated superintendent_change = 0;  ///< 1: a new superintendent takes office this year, by record
  Dated superintendent_commitment = -1;  ///< commitment of that superintendent; -1: drawn
  Dated board_record = -1;  ///< share of the seats up that reform won, by record; -1: drawn
  Dated zone_voice = 0;  ///< frustrated leaders may found a zone of their own, share of full voice
  std::string zone_model;     ///< model of that zone
  Dated directives = 1;       ///< share of the office's usual directives and meetings that remain
  Dated optout_refused = 0;   ///< the office gives no price lists and stops contracts
  Dated optout_honoured = 0;  ///< purchasing rules are written for schools that decline services
  void describe(FieldVisitor& visit);
};

struct AuthorizationLaw {
  Dated openings_per_year = 0;     ///< new schools sought each year
  std::string opening_model;       ///< model of new schools
  Dated conversions_per_year = 0;  ///< schools that seek to convert each year
  std::string conversion_model;
  Dated replication = 0;         ///< schools at the top may open another campus
  Dated approval_rate = 0.33;    ///< share of applications approved
  Dated signal_precision = 0.5;  ///< reliability of what the authorizer sees
  Dated outside_evaluators = 0;
  Dated answer_to_pressure = 0;  ///< rivals and a takeover threat make the district offer autonomy
  std::string network_model;     ///< network of the district that separate schools may join
  Dated reoffer_slots = 0;       ///< the slot of a closed separate school goes to another operator
  void describe(FieldVisitor& visit);
};

struct ChoiceLaw {
  Assignment assignment = Assignment::DeferredAcceptance;
  TieBreaking tie_breaking = TieBreaking::Single;
  Dated list_length = 5;  ///< ranks a family may write
  Dated sibling_priority = 1;
  Dated zone_priority = 0;         ///< priority of the neighbourhood over others
  Dated outreach = 0;              ///< raises information and participation
  Dated transport = 0;             ///< share of distance cost taken over by the district
  Dated lottery_applications = 3;  ///< separate lotteries a family enters at most
  Dated spare_seats = 0.02;  ///< room that the district keeps in a grade, share of its children
  Dated waiting_list_rounds = 3;
  Dated published_value_added = 0;  ///< value added is published beside proficiency
  Dated backfill = 0;  ///< children left over are placed where most seats are empty, share
  void describe(FieldVisitor& visit);
};

struct BudgetLaw {
  Dated base_per_student = 10000;  ///< [USD/student]
  Dated weight_low_income = 0.1;
  Dated weight_english_learner = 0.2;
  Dated weight_special_moderate = 0.8;
  Dated weight_special_severe = 2.0;
  Dated portability = 1;          ///< share of a student's money that follows at once
  Dated service_contestable = 0;  ///< services open to competition
  Dated exit_package = 0;         ///< severance offered to the pool, share of salary
  Dated forced_placement = 0;     ///< pool teachers may be placed without consent, share
  Dated rival_entry = 1;          ///< services for which a rival supplier is at hand
  Dated enterprise_training = 0;  ///< services run as public enterprises that must sell
  Dated enterprise_food = 0, enterprise_maintenance = 0, enterprise_security = 0;
  Dated enterprise_transport = 0;
  Dated transport_monopoly = 0;    ///< transport and telecommunications cannot be declined
  Dated severe_reimbursement = 0;  ///< what severe needs cost beyond, paid by the state
  void describe(FieldVisitor& visit);
  /// Mean of the services that are public enterprises.
  double enterprises(int year) const;
};

struct StaffingLaw {
  Dated seniority_transfers = 1;  ///< share of vacancies filled by seniority first
  Dated mutual_consent = 0;
  Dated hiring_start = 0.5;  ///< how early hiring starts: 1 spring, 0 late summer
  Dated tenure_years = 3;
  Dated removal_years = 4.5;  ///< years that removal for performance takes
  Dated hours_per_day = 6.5;
  Dated hour_rate = 0.14;            ///< the contract's price of one more hour a day, share of pay
  Dated class_size_elementary = 22;  ///< children in an elementary section (grades K-5)
  Dated class_size_secondary = 24;   ///< children in a section of grades 6-12
  double salary_start = 50000;       ///< the scale's start [USD]
  double salary_top = 100000;        ///< the scale's top [USD]
  double salary_years = 12;          ///< years from start to top
  double benefits = 0.25;            ///< on top of salary, share
  Dated idle_pay = 1;                ///< pay of unplaced teachers, share
  Dated return_rights = 0;  ///< displaced teachers may reclaim a post in their old school, share
  Dated shortage_open = 0;  ///< any school may hire off the list where teachers are short
  void describe(FieldVisitor& visit);
};

struct AccountabilityLaw {
  Dated weight_status = 0.3;
  Dated weight_growth = 0.7;
  Dated weight_enrolment = 0;
  Dated weight_satisfaction = 0;
  Dated bar = 0.1;  ///< bottom share of schools that gets attention
  Dated probation_years = 2;
  Dated support_dose = 0;         ///< extra support on probation, share of full dose
  Dated closure_will = 0.1;       ///< the district's will to act on its ordinary schools
  Dated minimum_enrolment = 0;    ///< share of seats below which a school may be closed
  Dated takeover_list_years = 3;  ///< years between state lists
  Dated takeover_share = 0.05;    ///< bottom share on the list
  Dated takeover_rate = 0;        ///< chance a year that the state takes a listed school
  std::string takeover_model;     ///< model of schools taken over; empty: theirs, begun anew
  Dated escape_rate = 0;          ///< chance a year that the district moves a listed school in time
  std::string escape_model;       ///< model, such as a zone, into which it moves them
  void describe(FieldVisitor& visit);
};

struct TestingLaw {
  Dated tests_given = 1;  ///< 0: this year's tests are cancelled
  void describe(FieldVisitor& visit);
};

/// No law that anybody could pass: what an analyst takes out of a city, to see what a study finds
/// where it is missing.
struct CounterfactualLaw {
  Dated equal_growth = 0;  ///< 1: no school differs from another in what it adds in the year
  void describe(FieldVisitor& visit);
};

/// A selection that the policy makes once, at its first year: the `count` schools at the bottom of
/// the noisy two-year rating among those of `from` take up `model`, or begin it again where they
/// have it. With `volunteers`, those go whose leaders are most frustrated, out of all schools of
/// the district that hold more than the usual rights; there is no `from` and no `count` then.
struct Selection {
  std::string model;
  std::string from;  ///< model among whose schools the bottom is taken
  int count = 0;
  int year = 0;
  std::string double_from;  ///< model whose lowest schools keep it beside the new one
  int double_status = 0;    ///< of `count`, how many schools keep another autonomous model
  int teaches = -1;         ///< grade that they must teach; -1: any
  double volunteers = 0;    ///< share of autonomous schools that go of themselves; 0: the bottom
  void describe(FieldVisitor& visit);
};

struct Law {
  GovernanceLaw governance;
  AuthorizationLaw authorization;
  ChoiceLaw choice;
  BudgetLaw budget;
  StaffingLaw staffing;
  AccountabilityLaw accountability;
  TestingLaw testing;
  CounterfactualLaw counterfactual;
  std::vector<Selection> selections;
  std::vector<SchoolModel> models;  ///< by ModelId
  ModelId ordinary;                 ///< the model whose paper is the city's ordinary practice

  const SchoolModel& model(ModelId id) const { return models[id.row()]; }
  /// The model that scenario files call `key`; nobody if there is none.
  ModelId named(std::string_view key) const;
};

}  // namespace homeroom
