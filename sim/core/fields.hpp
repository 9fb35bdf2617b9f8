// Every field of a struct, one after the other, for whoever does the same with all of them.
//
//   struct Exposure { int at_risk, ended; };
//   HOMEROOM_FIELDS(Exposure, at_risk, ended)
//
// lets pass_fields(exposure, pass) call pass(at_risk, ended). The list is a structured binding: one
// that leaves a field out, or names one too many, does not compile.
#pragma once

#include <type_traits>

#define HOMEROOM_FIELDS_AS(FRIEND, TYPE, ...)                                         \
  template <class Of, class Pass>                                                     \
  FRIEND std::enable_if_t<std::is_same_v<std::remove_const_t<Of>, TYPE>> pass_fields( \
      Of& all_of_it, Pass&& pass) {                                                   \
    auto& [__VA_ARGS__] = all_of_it;                                                  \
    pass(__VA_ARGS__);                                                                \
  }

/// Beside the struct.
#define HOMEROOM_FIELDS(TYPE, ...) HOMEROOM_FIELDS_AS(inline, TYPE, __VA_ARGS__)
/// Within a class whose fields are its own affair.
#define HOMEROOM_OWN_FIELDS(TYPE, ...) HOMEROOM_FIELDS_AS(friend, TYPE, __VA_ARGS__)
