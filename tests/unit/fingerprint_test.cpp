// Whether two lives wrote the same: one bit of one cell is enough to tell them apart, and where.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/audits/fingerprint.hpp"
#include "analysis/audits/names_back.hpp"

namespace homeroom::audits {
namespace {

const TableDefinition& some_table() {
  static const TableDefinition table = {
      "some", with_key({{"model", ColumnKind::Text, "", "of schools"},
                        {"schools", ColumnKind::Whole, "schools", "how many"},
                        {"share", ColumnKind::Number, "share", "of them"},
                        {"from", ColumnKind::Text, "", "a word"}})};
  return table;
}

void add_row(Batch& batch, std::string_view model, std::int64_t schools, double share,
             std::string_view from = "") {
  add_key(batch, {"city", 1, 2011}).add(model).add(schools).add(share).add(from);
  batch.end_row();
}

Batch of_two(double share, std::string_view model = "pilot") {
  Batch batch(some_table());
  add_row(batch, "charter", 3, 0.25);
  add_row(batch, model, 5, share);
  return batch;
}

TEST(Fingerprint, OneBitTellsTablesApart) {
  const double share = 0.1, next = std::nextafter(share, 1.0);
  const Fingerprint one = fingerprint_of(of_two(share)), other = fingerprint_of(of_two(next));
  EXPECT_EQ(one, fingerprint_of(of_two(share)));
  EXPECT_FALSE(one == other);
  for (std::size_t column = 0; column < one.columns.size(); ++column) {
    EXPECT_EQ(one.columns[column] == other.columns[column], column != 5) << column;
  }
  const auto cell = first_difference(of_two(share), of_two(next));
  ASSERT_TRUE(cell);
  EXPECT_EQ(cell->row, 1u);
  EXPECT_EQ(cell->name, "model pilot, schools 5");
  EXPECT_EQ(cell->column, "share");
  EXPECT_EQ(cell->one, "0.1");
  EXPECT_EQ(cell->other, "0.10000000000000002");
}

TEST(Fingerprint, RowsThatLackOrChangePlacesAreSeen) {
  Batch longer = of_two(0.5);
  add_row(longer, "zone", 1, 1.0);
  EXPECT_FALSE(fingerprint_of(longer) == fingerprint_of(of_two(0.5)));
  const auto cell = first_difference(of_two(0.5), longer);
  ASSERT_TRUE(cell);
  EXPECT_EQ(cell->column, "");
  EXPECT_EQ(cell->one, "2 rows");
  EXPECT_EQ(cell->other, "3 rows");
  Batch turned(some_table());
  add_row(turned, "pilot", 5, 0.5);
  add_row(turned, "charter", 3, 0.25);
  EXPECT_FALSE(fingerprint_of(turned) == fingerprint_of(of_two(0.5)));
}

TEST(Fingerprint, WhatIsMissingIsEqualToWhatIsMissing) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(fingerprint_of(of_two(nan)), fingerprint_of(of_two(-nan)));
  EXPECT_FALSE(first_difference(of_two(nan), of_two(-nan)));
  EXPECT_TRUE(first_difference(of_two(nan), of_two(0.0)));
  EXPECT_FALSE(fingerprint_of(of_two(0.5, "")) ==
               fingerprint_of(of_two(0.5, std::string_view("\0", 1))));
}

TEST(NamesBack, KeysOfModelsAloneAreReplacedAndRowsSorted) {
  Batch renamed(some_table());
  add_row(renamed, "aaa", 5, 0.5, "aaa");
  add_row(renamed, "bbb", 3, 0.25, "bbb");
  const Batch back = named_back(renamed, {{"aaa", "pilot"}, {"bbb", "charter"}});
  EXPECT_EQ(back.texts(3), (std::vector<std::string>{"charter", "pilot"}));
  EXPECT_EQ(back.wholes(4), (std::vector<std::int64_t>{3, 5}));
  EXPECT_EQ(back.texts(6), (std::vector<std::string>{"bbb", "aaa"}));
}

}  // namespace
}  // namespace homeroom::audits
