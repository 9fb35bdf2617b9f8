#include <algorithm>

#include "analysis/panel/panel_builder.hpp"
#include "app/panel_year.hpp"
#include "app/studied_outcomes.hpp"

namespace homeroom::app {
namespace {

std::size_t column_of(const Batch& batch, std::string_view name) {
  const auto& columns = batch.definition().columns;
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const auto& column) { return column.name == name; });
  return static_cast<std::size_t>(found - columns.begin());
}

class StudiedReader final : public RunReader {
 public:
  explicit StudiedReader(const std::vector<StudiedOutcome>& outcomes) : outcomes_(outcomes) {}

  void add(const ReplicateRecords& year) override {
    add_year(builder_, year);
    const std::size_t model = column_of(year.truth, "model"),
                      friction = column_of(year.truth, "friction");
    for (std::size_t row = 0; row < year.truth.rows(); ++row) {
      run_.friction.push_back(
          {year.year(), year.truth.texts(model)[row], year.truth.numbers(friction)[row]});
    }
  }

  std::vector<double> values() override {
    run_.panel = builder_.panel();
    std::vector<double> values;
    for (const StudiedOutcome& outcome : outcomes_) values.push_back(outcome.value(run_));
    return values;
  }

 private:
  const std::vector<StudiedOutcome>& outcomes_;
  panel::PanelBuilder builder_;
  StudiedRun run_;
};

class BothReaders final : public RunReader {
 public:
  BothReaders(std::unique_ptr<RunReader> first, std::unique_ptr<RunReader> second)
      : first_(std::move(first)), second_(std::move(second)) {}

  void add(const ReplicateRecords& year) override {
    first_->add(year);
    second_->add(year);
  }

  std::vector<double> values() override {
    std::vector<double> values = first_->values();
    const std::vector<double> more = second_->values();
    values.insert(values.end(), more.begin(), more.end());
    return values;
  }

 private:
  std::unique_ptr<RunReader> first_, second_;
};

}  // namespace

std::unique_ptr<RunReader> studied_reader(const std::vector<StudiedOutcome>& outcomes) {
  return std::make_unique<StudiedReader>(outcomes);
}

std::unique_ptr<RunReader> both_readers(std::unique_ptr<RunReader> first,
                                        std::unique_ptr<RunReader> second) {
  return std::make_unique<BothReaders>(std::move(first), std::move(second));
}

}  // namespace homeroom::app
