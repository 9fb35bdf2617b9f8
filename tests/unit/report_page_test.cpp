// Numbers as sentences say them, and what a page may hold.
#include <gtest/gtest.h>

#include "analysis/report/assumed_share.hpp"
#include "analysis/report/document.hpp"
#include "analysis/report/growth_terms.hpp"
#include "analysis/report/number_text.hpp"

namespace homeroom::report {
namespace {

TEST(ReportNumbers, HaveTheDecimalsOfTheirError) {
  EXPECT_EQ(with_error(43.217, 0.21), "43.22\u00a0±0.21");
  EXPECT_EQ(with_error(0.15142, 0.0031), "0.1514\u00a0±0.0031");
  EXPECT_EQ(with_interval(0.00731, 0.006, 0.0086),
            "+0.0073 (95\u00a0% interval +0.0060 to +0.0086)");
  EXPECT_EQ(with_interval(-12.4, -40, 15.2), "\u221212 (95\u00a0% interval \u221240 to +15)");
  EXPECT_EQ(fixed_text(1234567.8, 0), "1,234,568");
  EXPECT_EQ(signed_text(-0.001, 1), "0.0");
}

Document document_with(const std::string& words) {
  Document document;
  document.title = words;
  document.series = {"Whole city"};
  Section section{"one", words};
  section.figures.push_back(
      table_of("table", words, "", {{"a", "a", "", false}, {"b", "b", "SD"}}));
  section.figures.back().rows = {{words, 1.5}, {words, Cell()}};
  document.sections.push_back(section);
  return document;
}

TEST(ReportPage, WordsOfResultsCannotBecomePartsOfThePage) {
  const std::string page =
      page_html(document_with("</script><script>alert(1)</script> & \"x\""), "draw()", "p{}");
  EXPECT_EQ(page.find("alert(1)</script>"), std::string::npos);
  EXPECT_EQ(page.rfind(kPageHead, 0), 0u);
  std::size_t scripts = 0;
  for (std::size_t at = 0; (at = page.find("<script", at)) != std::string::npos; ++at) ++scripts;
  EXPECT_EQ(scripts, 2u);
}

TEST(ReportPage, BytesThatAreNoTextBecomeText) {
  EXPECT_NE(figures_json(document_with("a\xff")).find("\xef\xbf\xbd"), std::string::npos);
}

TEST(ReportPage, HoldsEveryRowInItsTableAndInItsData) {
  const Document document = document_with("pilot");
  EXPECT_NE(page_html(document, "", "").find("<td class=\"number\">1.50</td>"), std::string::npos);
  EXPECT_NE(figures_json(document).find("[[\"pilot\",1.5],[\"pilot\",null]]"), std::string::npos);
}

TEST(AssumedShare, SortsTermsByWhatIsKnownOfTheirCoefficients) {
  Stated stated;
  stated.values = {{"nature.learning.leadership", "0.1", "", "", "", "assumed"},
                   {"nature.learning.class_size", "0.1", "", "", "", "calibrated"},
                   {"nature.learning.class_size_later", "0.1", "", "", "", "assumed"},
                   {"nature.learning.resources", "0.1", "", "", "", "calibrated"}};
  EXPECT_EQ(known_of("leadership", stated), Known::Nothing);
  EXPECT_EQ(known_of("class size", stated), Known::Part);
  EXPECT_EQ(known_of("resources", stated), Known::All);
  EXPECT_EQ(known_of("anchor", stated), Known::NotSaid);
  Figure terms = waterfall("terms", "terms", "", "SD");
  terms.rows = {
      {std::string("pilot"), std::string("leadership"), std::string("term"), -0.3, Cell()},
      {std::string("pilot"), std::string("resources"), std::string("term"), 0.1, Cell()},
      {std::string("pilot"), std::string("growth"), std::string("total"), -0.2, Cell()}};
  Section section{"s", "s"};
  add_assumed_share(section, terms, stated);
  ASSERT_EQ(section.figures.size(), 1u);
  const std::vector<Cell>& row = section.figures[0].rows.at(0);
  EXPECT_EQ(std::get<double>(row[1]), 25.0);
  EXPECT_EQ(std::get<double>(row[3]), 75.0);
}

TEST(GrowthTerms, EveryTermButTheAnchorNamesItsCoefficients) {
  for (const GrowthTerm& term : growth_terms()) {
    EXPECT_EQ(term.coefficients.empty(), term.column == "anchor") << term.column;
  }
}

}  // namespace
}  // namespace homeroom::report
