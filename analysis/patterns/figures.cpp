#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {

Figures figures_of(const panel::Panel& panel) {
  Figures figures;
  add_scores(panel, figures);
  add_school_means(panel, figures);
  add_growth(panel, figures);
  add_teacher_effects(panel, figures);
  add_school_years(panel, figures);
  add_teacher_careers(panel, figures);
  add_principals(panel, figures);
  add_city_hall(panel, figures);
  add_choice(panel, figures);
  add_tastes(panel, figures);
  add_moves(panel, figures);
  add_segregation(panel, figures);
  add_lifetimes(panel, figures);
  add_closure_effects(panel, figures);
  add_takeovers(panel, figures);
  return figures;
}

std::vector<std::string> figure_names() {
  std::vector<std::string> names;
  for (const auto& [name, value] : figures_of({})) names.push_back(name);
  return names;
}

}  // namespace homeroom::patterns
