#include "sim/world/schools.hpp"

namespace homeroom {
namespace {

template <class Value>
void resize(Column<SchoolRow, Value>& column, std::size_t rows) {
  column.assign(rows, Value{});
}

}  // namespace

void Schools::resize(std::size_t rows) {
  homeroom::resize(name, rows);
  homeroom::resize(model, rows);
  homeroom::resize(second_model, rows);
  homeroom::resize(span, rows);
  homeroom::resize(place, rows);
  homeroom::resize(x, rows);
  homeroom::resize(y, rows);
  homeroom::resize(seats, rows);
  homeroom::resize(opened, rows);
  homeroom::resize(in_model_since, rows);
  homeroom::resize(status, rows);
  homeroom::resize(status_since, rows);
  homeroom::resize(selective, rows);
  homeroom::resize(special_school, rows);
  homeroom::resize(zone, rows);
  homeroom::resize(listed_zone, rows);
  homeroom::resize(scheduled_model, rows);
  homeroom::resize(scheduled_year, rows);
  homeroom::resize(paper, rows);
  homeroom::resize(honoured, rows);
  homeroom::resize(held, rows);
  homeroom::resize(used, rows);
  homeroom::resize(friction, rows);
  homeroom::resize(supervision, rows);
  homeroom::resize(checking, rows);
  homeroom::resize(partner, rows);
  homeroom::resize(trimmed, rows);
  homeroom::resize(first_effective, rows);
  homeroom::resize(agreement_until, rows);
  homeroom::resize(agreement_lapsed, rows);
  homeroom::resize(unsigned_work, rows);
  homeroom::resize(design_quality, rows);
  homeroom::resize(distinctness, rows);
  homeroom::resize(design_years, rows);
  homeroom::resize(planned, rows);
  homeroom::resize(climate, rows);
  homeroom::resize(urgency, rows);
  homeroom::resize(start_up, rows);
  homeroom::resize(hours, rows);
  homeroom::resize(pay, rows);
  homeroom::resize(revenue, rows);
  homeroom::resize(spending, rows);
  homeroom::resize(fund_balance, rows);
  homeroom::resize(debt_on_record, rows);
  homeroom::resize(resources, rows);
  homeroom::resize(service_quality, rows);
  homeroom::resize(support_staff, rows);
  homeroom::resize(rating, rows);
  homeroom::resize(rating_index, rows);
  homeroom::resize(rating_history, rows);
  homeroom::resize(rated_years, rows);
  homeroom::resize(last_rated, rows);
  homeroom::resize(probation_years, rows);
  homeroom::resize(next_review, rows);
  homeroom::resize(reviewed_rating, rows);
  homeroom::resize(support, rows);
  homeroom::resize(credibility, rows);
  homeroom::resize(replace_leader, rows);
  homeroom::resize(may_replicate, rows);
  homeroom::resize(under_enrolled, rows);
  homeroom::resize(listed, rows);
  homeroom::resize(picture, rows);
  homeroom::resize(published_growth, rows);
  homeroom::resize(principals.person, rows);
  homeroom::resize(principals.leadership, rows);
  homeroom::resize(principals.skill, rows);
  homeroom::resize(principals.years_here, rows);
  homeroom::resize(principals.experience, rows);
  homeroom::resize(principals.frustration, rows);
  homeroom::resize(principals.is_new, rows);
  homeroom::resize(principals.time, rows);
}

}  // namespace homeroom
