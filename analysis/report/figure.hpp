// A figure and the table behind it: what is drawn, and of which rows.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace homeroom::report {

/// A word, a number, or nothing.
using Cell = std::variant<std::monostate, double, std::string>;

struct FigureColumn {
  std::string key, label, unit;
  bool is_number = true;
};

struct Figure {
  std::string id;     ///< unique in its document; begins with a letter
  std::string kind;   ///< what the page draws: panels, intervals, slope, waterfall, map, counts;
                      ///< empty: the table alone
  std::string title;  ///< the finding, or the quantity with its unit
  std::string about;  ///< years, whose, what a band is
  std::string axis;   ///< quantity and unit
  std::vector<FigureColumn> columns;
  std::vector<std::vector<Cell>> rows;
  std::map<std::string, std::string> hints = {};
};

/// Nothing where the number is none.
Cell cell_of(double number);

/// Panels over years or ages: series, line, x, y, band, Monte Carlo error, replicates.
Figure panels(std::string id, std::string title, std::string about, std::string axis,
              const std::string& x, const std::string& band);
/// One line for each difference: panel, label, value, interval.
Figure intervals(std::string id, std::string title, std::string about, std::string axis);
/// Terms that sum to a total: panel, label, value, role (term, total), error.
Figure waterfall(std::string id, std::string title, std::string about, std::string axis);
/// A table without a drawing.
Figure table_of(std::string id, std::string title, std::string about,
                std::vector<FigureColumn> columns);

}  // namespace homeroom::report
