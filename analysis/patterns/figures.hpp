// The figures of a city that patterns are stated about, computed from a replicate's public records.
// A figure that these records cannot show is NaN.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::patterns {

using Figures = std::map<std::string, double, std::less<>>;

/// All of them, whatever the records hold.
Figures figures_of(const panel::Panel& panel);

/// Their names, in alphabetical order.
std::vector<std::string> figure_names();

// By subject of the question; each adds its own.
void add_scores(const panel::Panel& panel, Figures& figures);
void add_school_means(const panel::Panel& panel, Figures& figures);
void add_growth(const panel::Panel& panel, Figures& figures);
void add_teacher_effects(const panel::Panel& panel, Figures& figures);
void add_school_years(const panel::Panel& panel, Figures& figures);
void add_teacher_careers(const panel::Panel& panel, Figures& figures);
void add_principals(const panel::Panel& panel, Figures& figures);
void add_city_hall(const panel::Panel& panel, Figures& figures);
void add_choice(const panel::Panel& panel, Figures& figures);
void add_tastes(const panel::Panel& panel, Figures& figures);
void add_moves(const panel::Panel& panel, Figures& figures);
void add_segregation(const panel::Panel& panel, Figures& figures);
void add_lifetimes(const panel::Panel& panel, Figures& figures);
void add_closure_effects(const panel::Panel& panel, Figures& figures);
void add_takeovers(const panel::Panel& panel, Figures& figures);

/// "mathematics" or "ela", for keys.
inline std::string subject_key(int subject) { return subject == kMath ? "math" : "ela"; }

}  // namespace homeroom::patterns
