// Linear regression: ordinary and weighted least squares with errors that may be told in four ways.
//
//   y = x b + e;  b = (x'Wx)^-1 x'Wy  by a QR decomposition with pivoted columns
// Weights are analytic: a row of weight w is a mean of w observations, as in R's lm and Stata's
// [aweight]. Estimates what a linear function of the columns says of the outcome; an effect only
// where nothing that is left out goes with both.
#pragma once

#include <Eigen/Dense>

#include <string>
#include <utility>
#include <vector>

namespace homeroom::estimators {

/// How a standard error is told. h: leverage, the weight of a row's outcome in its own fitted
/// value; n rows, k columns, G clusters.
enum class Errors {
  Classical,  ///< one variance for all rows
  HC1,        ///< White (1980), times n / (n - k): Stata's "robust"
  HC3,        ///< MacKinnon and White (1985), Journal of Econometrics 29: residuals over 1 - h
  Clustered,  ///< Liang and Zeger (1986), times G/(G - 1) (n - 1)/(n - k), as Stata; t of G - 1
};

/// What becomes of a column that those before it give.
enum class Collinear { Drop, Refuse };

inline constexpr double kConfidence = 0.95;
/// The name of the column of ones that `linear_model` puts first.
inline constexpr const char* kConstant = "constant";

struct LinearModel {
  std::string outcome;
  std::vector<std::string> names;  ///< of the columns
  Eigen::MatrixXd x;               ///< rows by columns, the constant among them where one is wanted
  Eigen::VectorXd y;
  Eigen::VectorXd weight;         ///< by row, more than 0; empty: all alike
  std::vector<int> cluster;       ///< by row, any numbers; read where errors are clustered
  std::vector<std::string> rows;  ///< what messages call the rows; empty: "row 1", "row 2", ...
  /// Columns in whose place x stands where residuals are taken: in a second stage of least squares
  /// x holds what instruments say of them. Empty: x itself.
  Eigen::MatrixXd observed;
  /// The columns as they were before something was taken out of all: in how many clusters one is 1
  /// is counted of these. Empty: x itself.
  Eigen::MatrixXd written;
  /// Columns that were taken out of all others beforehand; they cost degrees of freedom.
  int absorbed = 0;
};

using Column = std::pair<std::string, Eigen::VectorXd>;
/// A constant, then the columns.
LinearModel linear_model(std::string outcome, Eigen::VectorXd y,
                         const std::vector<Column>& columns);

struct Coefficient {
  std::string name;
  bool dropped = false;  ///< the columns before it give it: all numbers are NaN
  double estimate = 0;
  double error = 0;  ///< standard error; NaN where the data say nothing of it
  double t = 0, p = 0;
  double low = 0, high = 0;  ///< interval by Student's t
  double clusters = 0;       ///< effective number that it rests on, where errors are clustered
};

struct LinearFit {
  std::string outcome;
  Errors errors = Errors::HC1;
  std::vector<Coefficient> coefficients;  ///< by column of the model
  Eigen::MatrixXd covariance;             ///< of the estimates; rows of dropped columns are NaN
  Eigen::VectorXd residuals, leverage;    ///< by row
  int rows = 0, rank = 0, clusters = 0;
  double degrees = 0;      ///< of freedom of t
  double r_squared = 0;    ///< about the weighted mean where a constant is among the columns
  double residual_sd = 0;  ///< square root of the weighted sum of squares over n - k
  double confidence = kConfidence;
  std::vector<std::string> warnings;  ///< sentences: dropped columns, rows of leverage 1, ...

  /// Throws std::out_of_range where no column has the name.
  const Coefficient& of(const std::string& name) const;
};

struct FitOptions {
  Errors errors = Errors::HC1;
  Collinear collinear = Collinear::Drop;
  double confidence = kConfidence;
};

/// Throws std::invalid_argument, in a sentence for the user, where the outcome is constant, rows do
/// not outnumber columns, a number is missing, a weight is not above 0, there are fewer than two
/// clusters, or a collinear column is to be refused.
LinearFit fit_linear(const LinearModel& model, const FitOptions& options = {});

/// A coefficient less another, with the error of the difference.
Coefficient difference(const LinearFit& fit, const std::string& one, const std::string& other);

}  // namespace homeroom::estimators
