// Families that take part, and what they get.
#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {

void add_choice(const panel::Panel& panel, Figures& figures) {
  Average first, three, all_part;
  for (const panel::Year& year : panel.years) {
    const panel::District& city = year.district;
    first.add(city.first_choice);
    three.add(city.top_three);
    all_part.add(city.participants / city.choosers);
  }
  figures["first_choice"] = first.value();
  figures["top_three"] = three.value();
  figures["participation"] = all_part.value();
}

}  // namespace homeroom::patterns
