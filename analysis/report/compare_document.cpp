#include "analysis/report/compare_sections.hpp"
#include "analysis/report/csv_rows.hpp"
#include "analysis/report/documents.hpp"

namespace homeroom::report {

Document compare_document(const Results& results) {
  Document document;
  try {
    const Differences differences(results);
    document.answer = compare_answer(results, differences);
    document.sections = {
        effects_section(differences),         winners_section(results, differences),
        slopes_section(results, differences), terms_section(results, differences),
        moved_section(results, differences),  all_measures_section(differences)};
  } catch (const TableFault& fault) {
    Section section{"effects", "What changes, year by year"};
    section.missing.push_back(fault.what());
    document.sections = {section};
  }
  return document;
}

}  // namespace homeroom::report
