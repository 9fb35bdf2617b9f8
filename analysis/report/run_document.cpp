#include "analysis/report/documents.hpp"
#include "analysis/report/run_sections.hpp"

namespace homeroom::report {

Document run_document(const Results& results) {
  Document document;
  document.answer = run_answer(results);
  if (results.is_nation()) {
    document.sections = {achievement_section(results), growth_section(results),
                         staff_section(results), money_section(results), schools_section(results)};
    return document;
  }
  document.sections = {achievement_section(results), gaps_section(results),
                       growth_section(results),      autonomy_section(results),
                       lasting_section(results),     staff_section(results),
                       money_section(results),       schools_section(results)};
  return document;
}

}  // namespace homeroom::report
