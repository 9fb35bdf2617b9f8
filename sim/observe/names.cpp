#include "sim/observe/names.hpp"

namespace homeroom {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::Elementary:
      return "elementary";
    case Level::Middle:
      return "middle";
    case Level::High:
      return "high";
    case Level::K8:
      return "k8";
    case Level::SixToTwelve:
      return "6_12";
    case Level::KTo12:
      return "k12";
  }
  return "";
}

std::string_view name_of(SchoolStatus status) {
  switch (status) {
    case SchoolStatus::Slot:
      return "slot";
    case SchoolStatus::Planning:
      return "planning";
    case SchoolStatus::Open:
      return "open";
    case SchoolStatus::Probation:
      return "probation";
    case SchoolStatus::Restart:
      return "restart";
    case SchoolStatus::Closed:
      return "closed";
  }
  return "";
}

std::string_view name_of(Group group) {
  switch (group) {
    case Group::Black:
      return "black";
    case Group::Hispanic:
      return "hispanic";
    case Group::White:
      return "white";
    case Group::Asian:
      return "asian";
    case Group::Other:
      return "other";
  }
  return "";
}

std::string_view name_of(Arrival arrival) {
  switch (arrival) {
    case Arrival::Assigned:
      return "assigned";
    case Arrival::Chosen:
      return "chosen";
    case Arrival::Moved:
      return "moved";
    case Arrival::Displaced:
      return "displaced";
    case Arrival::Continued:
      return "continued";
  }
  return "";
}

std::string_view name_of(Hire hire) {
  switch (hire) {
    case Hire::Founding:
      return "founding";
    case Hire::Seniority:
      return "seniority";
    case Hire::Consent:
      return "consent";
    case Hire::Late:
      return "late";
    case Hire::Forced:
      return "forced";
    case Hire::Recruited:
      return "recruited";
  }
  return "";
}

std::string_view name_of(Departure departure) {
  switch (departure) {
    case Departure::None:
      return "";
    case Departure::Left:
      return "left";
    case Departure::MovedInCity:
      return "moved_in_city";
    case Departure::DismissedPerformance:
      return "dismissed_performance";
    case Departure::DismissedFit:
      return "dismissed_fit";
    case Departure::Excess:
      return "excess";
    case Departure::Closure:
      return "closure";
    case Departure::Reset:
      return "reset";
    case Departure::Recruited:
      return "recruited";
    case Departure::Retired:
      return "retired";
    case Departure::Released:
      return "released";
  }
  return "";
}

std::string_view name_of(TeacherPlace place) {
  switch (place) {
    case TeacherPlace::School:
      return "school";
    case TeacherPlace::Pool:
      return "pool";
    case TeacherPlace::Outside:
      return "outside";
  }
  return "";
}

std::string_view name_of(Post post) {
  switch (post) {
    case Post::Both:
      return "both";
    case Post::Mathematics:
      return "mathematics";
    case Post::Ela:
      return "ela";
  }
  return "";
}

}  // namespace homeroom
