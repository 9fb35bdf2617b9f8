#include "sim/scenario/claim_study.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/node_lists.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom {
namespace {

void refuse_others(const std::vector<std::string>& words, const std::vector<std::string>& known,
                   const Node& table, const std::string& key, Faults& faults) {
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    faults.add(table.at, key, fmt::format("\"{}\" is none", word), listed(known),
               nearest_of(word, known));
  }
}

std::vector<int> years_in(const Node& table, Faults& faults) {
  std::vector<int> years;
  const Node* list = table.find("years");
  if (!list) return years;
  for (const Node& item : list->items) {
    if (item.is(Node::Kind::Integer)) {
      years.push_back(static_cast<int>(item.integer));
    } else {
      faults.add(item.at, "published.years", "wants calendar years");
    }
  }
  if (years.empty()) faults.add(list->at, "published.years", "names no year");
  return years;
}

/// All contrasts, any, or a number of them.
int needed_in(const Node& table, Faults& faults) {
  const Node* require = table.find("require");
  if (!require || require->text == "all") return 0;
  if (require->text == "any") return 1;
  if (require->is(Node::Kind::Integer) && require->integer >= 1) {
    return static_cast<int>(require->integer);
  }
  faults.add(require->at, "published.require", "says nothing of contrasts",
             "\"all\", \"any\", or a number from 1 on");
  return 0;
}

ClaimContrast contrast_in(const Node& table, const std::string& prefix, Faults& faults) {
  ClaimContrast contrast;
  contrast.at = table.at;
  refuse_unknown_keys(table, prefix, {prefix + ".of", prefix + ".against", prefix + ".direction"},
                      faults);
  contrast.of = strings_of(table.find("of"), prefix + ".of", faults);
  contrast.against = strings_of(table.find("against"), prefix + ".against", faults);
  const Node* direction = table.find("direction");
  const auto& words = claim_directions();
  const auto found =
      std::find(words.begin(), words.end(), direction ? direction->text : std::string());
  if (found != words.end()) {
    contrast.direction = static_cast<ClaimDirection>(found - words.begin());
  } else {
    faults.add(table.at, prefix + ".direction", "is none", listed({words.begin(), words.end()}));
  }
  if (contrast.of.empty() || contrast.against.empty()) {
    faults.add(table.at, prefix, "wants models on both sides", "of = [...], against = [...]");
  }
  return contrast;
}

}  // namespace

ClaimStudy read_claim_study(const Node& table, const Node* contrasts, Faults& faults) {
  ClaimStudy study;
  refuse_unknown_keys(
      table, "published",
      {"published.outcome", "published.subjects", "published.years", "published.controls",
       "published.require", "published.beside", "published.prior_score_beside"},
      faults);
  if (const Node* outcome = table.find("outcome")) study.outcome = outcome->text;
  if (const Node* beside = table.find("beside")) study.beside = beside->text;
  if (study.outcome.empty()) faults.add(table.at, "published.outcome", "is missing");
  study.subjects = strings_of(table.find("subjects"), "published.subjects", faults);
  refuse_others(study.subjects, {"math", "ela"}, table, "published.subjects", faults);
  study.controls = strings_of(table.find("controls"), "published.controls", faults);
  refuse_others(study.controls, {"race", "language", "income", "special_education", "prior_score"},
                table, "published.controls", faults);
  if (const Node* prior = table.find("prior_score_beside")) {
    study.prior_score_beside = prior->is(Node::Kind::Boolean) && prior->flag;
    if (!prior->is(Node::Kind::Boolean)) {
      faults.add(prior->at, "published.prior_score_beside", "is no answer", "true or false");
    }
  }
  study.years = years_in(table, faults);
  study.needed = needed_in(table, faults);
  for_each_table(contrasts, "contrasts", faults, [&](const Node& one, const std::string& prefix) {
    study.contrasts.push_back(contrast_in(one, prefix, faults));
  });
  if (study.contrasts.empty()) faults.add(table.at, "contrasts", "are missing", "[[contrasts]]");
  return study;
}

}  // namespace homeroom
