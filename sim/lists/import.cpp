#include "sim/lists/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "sim/lists/additions.hpp"
#include "sim/lists/grades_taught.hpp"
#include "sim/lists/import_limits.hpp"
#include "sim/lists/import_names.hpp"
#include "sim/lists/import_report.hpp"
#include "sim/lists/place_map.hpp"
#include "sim/lists/place_text.hpp"
#include "sim/lists/selection.hpp"
#include "sim/lists/sites.hpp"
#include "sim/lists/spread_students.hpp"
#include "sim/scenario/file_text.hpp"

namespace homeroom::lists {

namespace {

class Importer {
 public:
  explicit Importer(const ImportRequest& request) : request_(request) {}

  Import import() {
    known_ = read_known_lists(request_.known, faults_);
    for (const std::string& map : request_.maps) read_map(map, map_, faults_);
    if (request_.large || lists_are_small_enough(files(), remarks_)) read_lists();
    if (faults_.empty() && !remarks_.any(Weight::Fatal)) find_schools();
    return outcome();
  }

 private:
  std::vector<std::string> files() const {
    std::vector<std::string> all = request_.lists;
    all.insert(all.end(), {request_.locations, request_.crosswalk});
    return all;
  }

  std::size_t most() const { return request_.large ? std::string::npos : kMostBytes; }

  void read_lists() {
    const std::vector<std::string> columns = columns_of(map_);
    for (const std::string& file : request_.lists) {
      auto list =
          read_list(file, known_, {Role::Schools, Role::Additions}, columns, remarks_, most());
      if (list) lists_.push_back(std::move(*list));
    }
    if (!request_.locations.empty()) {
      sites_ = read_list(request_.locations, known_, {Role::Sites}, {}, remarks_, most());
    }
    if (!request_.crosswalk.empty()) {
      crosswalk_ = read_list(request_.crosswalk, known_, {Role::Crosswalk}, {}, remarks_, most());
    }
    if (lists_.size() == request_.lists.size()) choose_main();
  }

  /// The lists that make the schools: those of the kind with the lowest order.
  void choose_main() {
    const ListFormat* main = nullptr;
    for (const List& list : lists_) {
      if (list.format->role != Role::Schools) continue;
      if (!main || list.format->order < main->order) main = list.format;
    }
    if (!main) {
      remarks_.about(Weight::Fatal, lists_.front().file, "",
                     "adds to schools, and no list names any", "a directory of schools beside it");
      return;
    }
    for (const List& list : lists_) {
      if (list.format == main) {
        main_.push_back(&list);
      } else if (list.format->ids == main->ids) {
        further_.push_back(&list);
      } else {
        remarks_.about(
            Weight::Fatal, list.file, "",
            fmt::format("has ids of another kind, {}, than {}", list.format->ids, main->ids),
            "lists whose ids agree");
      }
    }
  }

  Selection selection() const { return {request_.leaids, request_.districts, map_.include}; }

  void find_schools() {
    const Selection selected = selection();
    check_selection(selected, main_, remarks_);
    if (remarks_.any(Weight::Fatal)) return;
    for (const List* list : main_) {
      RowReader reader(*list, known_.common, remarks_);
      for (std::size_t row = 0; row < list->table.rows(); ++row) {
        if (!selected.takes(*list, row)) continue;
        if (rows_.size() == kMostRows) return refuse_rows(list->file);
        rows_.push_back(reader.read(row));
      }
    }
    counts_.rows = rows_.size();
    for (const SchoolRow& row : rows_) counts_.students += row.listed_students();
    rows_ = without_repeats(std::move(rows_), remarks_);
    for (const List* list : further_) add_list(*list, known_.common, rows_, remarks_);
    if (request_.students > 0) spread_students(request_.students, rows_);
    if (sites_) {
      add_sites(*sites_, crosswalk_ ? &*crosswalk_ : nullptr, known_.common, rows_, remarks_);
    }
    for (const SchoolRow& row : rows_) {
      if (auto found = found_school(row, remarks_)) facts_.schools.push_back(std::move(*found));
    }
    apply_map(map_, known_.common, facts_.schools, remarks_);
    lay_flat(known_.common.country, facts_.schools, remarks_);
    tell_names_apart(facts_.schools);
    facts_.source = source_of(lists_, main_, rows_);
    facts_.title = map_.title.empty() ? title_of(facts_.schools) : map_.title;
    check_number();
    check_grades();
  }

  void refuse_rows(const std::string& file) {
    remarks_.about(Weight::Fatal, file, "",
                   fmt::format("has more than {} rows of the city", kMostRows),
                   "fewer; --leaid or --district takes those of one city");
  }

  void check_number() {
    const std::string& file = main_.front()->file;
    if (facts_.schools.empty() && !(remarks_.any(Weight::Fault) && !request_.lenient)) {
      remarks_.about(Weight::Fatal, file, "", "leaves no school that could be founded");
    } else if (facts_.schools.size() > kMostSchools) {
      remarks_.about(Weight::Fatal, file, "",
                     fmt::format("holds {} schools", facts_.schools.size()),
                     fmt::format("at most {} in a city; --leaid or --district takes those of one",
                                 kMostSchools));
    }
  }

  void check_grades() {
    const std::string without = grades_without_school(facts_.schools);
    if (facts_.schools.empty() || without.empty()) return;
    remarks_.about(Weight::Note, main_.front()->file, "",
                   "has no school for grade " + without +
                       ": a scenario founds a city from it only with groups of schools beside it "
                       "(place.schools), or with lists of more districts");
  }

  Import outcome() {
    Import import;
    import.faults = faults_.sorted();
    for (const Remark& remark : remarks_.all()) {
      const bool refuses =
          remark.weight == Weight::Fatal || (remark.weight == Weight::Fault && !request_.lenient);
      if (refuses) import.faults.push_back(as_fault(remark));
    }
    import.can_be_lenient = faults_.empty() && !remarks_.any(Weight::Fatal);
    import.dropped = dropped_text(remarks_);
    import.report = report_text(counts_, facts_, remarks_);
    if (import.faults.empty()) write_place(import);
    return import;
  }

  /// A place that no scenario could read is none.
  void write_place(Import& import) const {
    std::string text = place_text(facts_);
    if (text.size() <= kLargestFile) {
      import.place = std::move(text);
      return;
    }
    import.faults.push_back(
        {main_.front()->file, 0, 0, "",
         fmt::format("makes a place file of {} bytes, of {} schools", text.size(),
                     facts_.schools.size()),
         fmt::format("at most {} MiB, some 20000 schools; --leaid or --district takes those of one "
                     "city",
                     kLargestFile >> 20),
         ""});
    import.can_be_lenient = false;
  }

  const ImportRequest& request_;
  Faults faults_;
  Remarks remarks_;
  KnownLists known_;
  PlaceMap map_;
  std::deque<List> lists_;  // rows point into them
  std::optional<List> sites_, crosswalk_;
  std::vector<const List*> main_, further_;
  std::vector<SchoolRow> rows_;
  PlaceFacts facts_;
  ListCounts counts_;
};

}  // namespace

Import import_lists(const ImportRequest& request) { return Importer(request).import(); }

}  // namespace homeroom::lists
