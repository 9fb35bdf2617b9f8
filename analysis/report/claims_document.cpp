#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/report/csv_rows.hpp"
#include "analysis/report/documents.hpp"

namespace homeroom::report {
namespace {

struct ClaimRow {
  std::string claim, city, measure, groups, stated, verdict, why;
  double estimate = 0, low = 0, high = 0, truth = 0, share = 0, placebo = 0, robust = 0;
};

std::vector<ClaimRow> read_claims(const Results& results) {
  CsvRows rows(results.file("claims.csv"),
               {"claim", "city", "measure", "groups", "stated", "verdict", "why", "estimate", "low",
                "high", "truth", "share", "placebo_share", "robust_share"});
  std::vector<ClaimRow> claims;
  while (rows.next()) {
    const auto text = [&](std::size_t column) { return std::string(rows.text(column)); };
    claims.push_back({text(0), text(1), text(2), text(3), text(4), text(5), text(6), rows.number(7),
                      rows.number(8), rows.number(9), rows.number(10), rows.number(11),
                      rows.number(12), rows.number(13)});
  }
  return claims;
}

/// The verdict without what stands behind its colon: on which assumptions it rests.
std::string word_of(const std::string& verdict) { return verdict.substr(0, verdict.find(':')); }

/// What the words of verdicts say (docs/claims.md).
const std::map<std::string, const char*>& meanings() {
  static const std::map<std::string, const char*> all = {
      {"supported", "it comes out as stated, beyond the smallest effect that would matter"},
      {"supported by assumption",
       "it comes out as stated, and no longer without a number that nobody measured, which is "
       "named"},
      {"contradicted", "an effect as stated is excluded, or the opposite comes out"},
      {"mixed", "some tests or cities agree and others do not, or the interval leaves it open"},
      {"not informative",
       "a study would find it about as often where the models do nothing, so that finding it tells "
       "nothing of them"},
      {"input check", "the number was put in, and is only looked at again"},
      {"audited", "what a study would find stands beside the truth; no verdict is asked for"},
      {"not judged", "there was nothing to compare; the reason stands with the claim"},
      {"not testable", "nothing in the model could say it; the reason stands with the claim"}};
  return all;
}

/// Claims by verdict, the most first.
std::vector<std::pair<std::string, int>> verdicts_of(const std::vector<ClaimRow>& claims) {
  std::map<std::string, int> counts;
  for (const ClaimRow& claim : claims) ++counts[word_of(claim.verdict)];
  std::vector<std::pair<std::string, int>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  return sorted;
}

std::vector<std::string> answer_of(const std::vector<ClaimRow>& claims) {
  std::vector<std::string> parts;
  for (const auto& [verdict, count] : verdicts_of(claims)) {
    parts.push_back(fmt::format("{} {}", count, verdict));
  }
  std::vector<std::string> answer = {
      fmt::format("Of {} claims: {}.", claims.size(), fmt::join(parts, ", "))};
  const auto tried = std::count_if(claims.begin(), claims.end(), [](const ClaimRow& claim) {
    return claim.robust == claim.robust;
  });
  const auto held = std::count_if(claims.begin(), claims.end(),
                                  [](const ClaimRow& claim) { return claim.robust >= 0.5; });
  answer.push_back(
      tried == 0 ? "How far these verdicts hold where assumed numbers differ was not tried "
                   "(homeroom claims --robust)."
                 : fmt::format("{} verdicts were tried again at other values of the numbers that "
                               "nobody has measured: {} are the same for half of these values or "
                               "more.",
                               tried, held));
  return answer;
}

Section verdicts_section(const std::vector<ClaimRow>& claims) {
  Section section{"verdicts", "Verdicts"};
  section.paragraphs.push_back(
      "Each claim's rule, smallest effect of interest and cities were written down before anything "
      "was judged. A verdict is on what these simulated cities show, not on real ones.");
  Figure figure{
      "verdict_counts", "counts", "Claims by verdict [number of claims]", "", "claims", {}, {}};
  figure.columns = {{"label", "verdict", "", false}, {"value", "claims", ""}};
  for (const auto& [verdict, count] : verdicts_of(claims)) {
    figure.rows.push_back({verdict, static_cast<double>(count)});
    const auto meaning = meanings().find(verdict.substr(0, verdict.find(" (")));
    if (meaning == meanings().end()) continue;
    section.paragraphs.push_back(fmt::format("{}: {}.", verdict, meaning->second));
  }
  section.figures.push_back(std::move(figure));
  return section;
}

Section studies_section(const std::vector<ClaimRow>& claims) {
  Section section{"studies", "Would a study have found it, with effects and without?"};
  Figure figure = intervals(
      "shares",
      "Simulated cities that come out as a claim states, with effects and without [share]",
      "Dot: share of cities as they are. Diamond: share of the same cities where the models do "
      "nothing. Where the two are close, finding what is claimed tells nothing of effects.",
      "share of simulated cities");
  figure.columns.push_back({"beside", "share where the models do nothing", figure.axis});
  figure.hints["signed"] = "no";
  for (const auto& [verdict, count] : verdicts_of(claims)) {
    for (const ClaimRow& claim : claims) {
      if (word_of(claim.verdict) != verdict || !(claim.share == claim.share)) continue;
      if (!(claim.placebo == claim.placebo)) continue;
      figure.rows.push_back(
          {verdict, claim.claim, cell_of(claim.share), Cell(), Cell(), cell_of(claim.placebo)});
    }
  }
  if (figure.rows.empty()) {
    section.missing.push_back("No claim here is judged by studies of simulated cities.");
  } else {
    section.figures.push_back(std::move(figure));
  }
  return section;
}

std::string said(const Results& results, const ClaimRow& claim) {
  const auto found = results.claims.find(claim.claim);
  return found == results.claims.end() ? claim.groups + ": " + claim.measure : found->second;
}

Section list_section(const Results& results, const std::vector<ClaimRow>& claims) {
  Section section{"list", "Every claim"};
  Figure table =
      table_of("claims_table", "Claims with verdict, estimate and truth",
               "The estimate is in the outcome's unit, with its interval; the truth is "
               "what the lever or the model did in the same lives. Below each claim: why.",
               {{"claim", "claim", "", false},
                {"says", "what it says", "", false},
                {"city", "city", "", false},
                {"verdict", "verdict", "", false},
                {"estimate", "estimate", ""},
                {"low", "low", ""},
                {"high", "high", ""},
                {"truth", "truth", ""},
                {"robust", "points that agree", "share"},
                {"why", "why", "", false}});
  table.hints["below"] = "why";
  for (const ClaimRow& claim : claims) {
    table.rows.push_back({claim.claim, said(results, claim), claim.city, claim.verdict,
                          cell_of(claim.estimate), cell_of(claim.low), cell_of(claim.high),
                          cell_of(claim.truth), cell_of(claim.robust), claim.why});
  }
  section.figures.push_back(std::move(table));
  return section;
}

}  // namespace

Document claims_document(const Results& results) {
  Document document;
  try {
    const std::vector<ClaimRow> claims = read_claims(results);
    if (claims.empty()) throw TableFault("claims.csv has no rows: no claim was judged yet.");
    document.answer = answer_of(claims);
    document.sections = {verdicts_section(claims), studies_section(claims),
                         list_section(results, claims)};
  } catch (const TableFault& fault) {
    Section section{"verdicts", "Verdicts"};
    section.missing.push_back(fault.what());
    document.sections = {section};
  }
  return document;
}

}  // namespace homeroom::report
