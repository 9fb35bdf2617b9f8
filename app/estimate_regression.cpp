#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/equivalence.hpp"
#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/linear_text.hpp"
#include "analysis/estimators/multiple_tests.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/estimate_vectors.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using estimators::Errors;
using estimators::LinearModel;

Errors errors_of(const EstimateOptions& options) {
  if (!options.cluster.empty()) return Errors::Clustered;
  if (options.errors == "classical") return Errors::Classical;
  return options.errors == "HC3" ? Errors::HC3 : Errors::HC1;
}

LinearModel model_of(const EstimateTable& table, const TableColumn& outcome) {
  LinearModel model =
      estimators::linear_model(outcome.name, vector_of(outcome.numbers), regressors_of(table));
  if (!table.weights.empty()) model.weight = vector_of(table.weights);
  model.cluster = numbers_of(table.clusters);
  model.rows = names_of_rows(table);
  return model;
}

/// Terms of the columns of --on, by name.
std::vector<std::string> terms_of(const EstimateTable& table) {
  std::vector<std::string> terms;
  for (const TableColumn& one : table.columns) {
    if (one.option != "--on") continue;
    if (!one.is_words) terms.push_back(one.name);
    for (const auto& column : one.is_words ? estimators::dummies(one.name, one.words, one.base)
                                           : std::vector<estimators::Column>{}) {
      terms.push_back(column.first);
    }
  }
  return terms;
}

std::string equivalence_word(const estimators::Equivalence& found) {
  if (std::isnan(found.p)) return "not known";
  return found.equivalent ? "equivalent" : found.different ? "different" : "open";
}

/// One row of what is told beside the fits: a term of --on in one regression.
struct Term {
  const estimators::LinearFit* fit = nullptr;
  std::size_t coefficient = 0;
  double adjusted = 0;
  estimators::Equivalence none;
  const estimators::Coefficient& of() const { return fit->coefficients[coefficient]; }
};

std::vector<Term> terms_in(const EstimateOptions& options, const EstimateTable& table,
                           const std::vector<estimators::LinearFit>& fits) {
  const std::vector<std::string> names = terms_of(table);
  std::vector<Term> terms;
  std::vector<double> p;
  for (const estimators::LinearFit& fit : fits) {
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
      if (std::find(names.begin(), names.end(), fit.coefficients[i].name) == names.end()) continue;
      terms.push_back({&fit, i, 0.0, {}});
      p.push_back(fit.coefficients[i].p);
    }
  }
  const std::vector<double> adjusted =
      options.adjust == "bh" ? estimators::benjamini_hochberg(p) : estimators::holm(p);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    terms[i].adjusted = adjusted[i];
    if (!options.margin) continue;
    terms[i].none = estimators::equivalence_test(terms[i].of().estimate, terms[i].of().error,
                                                 terms[i].fit->degrees, *options.margin);
  }
  return terms;
}

std::string terms_text(const EstimateOptions& options, const std::vector<Term>& terms) {
  using estimators::number_text, estimators::p_text;
  std::size_t width = 0;
  const auto name = [](const Term& term) { return term.fit->outcome + ", " + term.of().name; };
  for (const Term& term : terms) width = std::max(width, estimators::width_of(name(term)));
  std::string text;
  if (!options.adjust.empty()) {
    text += fmt::format("\np after {}, over {} test{} (terms of --on):\n",
                        options.adjust == "bh" ? "Benjamini and Hochberg" : "Holm", terms.size(),
                        terms.size() == 1 ? "" : "s");
    for (const Term& term : terms) {
      text += fmt::format("{}  {:>6}  {:>6}\n", estimators::padded(name(term), width),
                          p_text(term.of().p), p_text(term.adjusted));
    }
  }
  if (!options.margin) return text;
  text += fmt::format("\nwithin {:g} of none (two one-sided tests of 5 %, interval of 90 %):\n",
                      *options.margin);
  for (const Term& term : terms) {
    text += fmt::format("{}  {:>10}  {:>10}  {:>6}  {}\n", estimators::padded(name(term), width),
                        number_text(term.none.low), number_text(term.none.high),
                        p_text(term.none.p), equivalence_word(term.none));
  }
  return text;
}

/// What stands after a regression's own cells; empty cells where the line is no term of --on.
std::string further_cells(const EstimateOptions& options, const Term* term) {
  using estimators::csv_cell;
  std::string text;
  if (!options.adjust.empty()) text += fmt::format(",{}", term ? csv_cell(term->adjusted) : "");
  if (!options.margin) return text;
  if (!term) return text + ",,,,";
  return text + fmt::format(",{},{},{},{}", csv_cell(term->none.low), csv_cell(term->none.high),
                            csv_cell(term->none.p), equivalence_word(term->none));
}

std::string csv_of_fits(const EstimateOptions& options,
                        const std::vector<estimators::LinearFit>& fits,
                        const std::vector<Term>& terms) {
  std::string text = estimators::csv_head();
  if (!options.adjust.empty()) text += ",p_" + options.adjust;
  if (options.margin) text += ",none_low,none_high,none_p,none";
  text += "\n";
  for (const estimators::LinearFit& fit : fits) {
    const std::vector<std::string> lines = estimators::csv_lines(fit);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto found = std::find_if(terms.begin(), terms.end(), [&](const Term& term) {
        return term.fit == &fit && term.coefficient == i;
      });
      text += lines[i] + further_cells(options, found == terms.end() ? nullptr : &*found) + "\n";
    }
  }
  return text;
}

}  // namespace

Estimated estimate_regression(const EstimateOptions& options, const EstimateTable& table) {
  Estimated estimated;
  std::vector<estimators::LinearFit> fits;
  for (const TableColumn& outcome : table.outcomes) {
    fits.push_back(
        estimators::fit_linear(model_of(table, outcome), {.errors = errors_of(options)}));
    for (const std::string& warning : fits.back().warnings) {
      const bool told = std::find(estimated.warnings.begin(), estimated.warnings.end(), warning) !=
                        estimated.warnings.end();
      if (!told) estimated.warnings.push_back(warning);
    }
    if (!estimated.text.empty()) estimated.text += "\n";
    estimated.text += text_of(fits.back());
  }
  const std::vector<Term> terms = terms_in(options, table, fits);
  estimated.text += about_bases(table) + terms_text(options, terms);
  estimated.csv = csv_of_fits(options, fits, terms);
  return estimated;
}

}  // namespace homeroom::app
