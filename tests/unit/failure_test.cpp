// What failures say: the system's words, and what can be tried.
#include "sim/core/failure.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <system_error>

namespace homeroom {
namespace {

bool says(const std::string& text, const char* words) {
  return text.find(words) != std::string::npos;
}

TEST(Failure, ErrorsOfTheSystemSayWhatCanBeTried) {
  EXPECT_TRUE(says(words_of_error(ENOSPC), "No space left on device; make room"));
  EXPECT_TRUE(says(words_of_error(EACCES), "Permission denied; allow writing"));
  EXPECT_TRUE(says(words_of_error(EMFILE), "ulimit -n"));
  EXPECT_EQ(words_of_error(ENOTDIR), "Not a directory");
}

TEST(Failure, WhatTheLanguageThrowsIsSaidInWordsForAUser) {
  EXPECT_TRUE(says(explained(std::bad_alloc()), "not enough memory; "));
  const std::filesystem::filesystem_error full("cannot rename", "out/schools.csv",
                                               std::make_error_code(std::errc::no_space_on_device));
  EXPECT_TRUE(says(explained(full), "out/schools.csv: No space left")) << explained(full);
  const std::system_error threads(EAGAIN, std::generic_category(), "pthread_create");
  EXPECT_TRUE(says(explained(threads), "--threads 1"));
  EXPECT_EQ(explained(std::runtime_error("as it is")), "as it is");
}

}  // namespace
}  // namespace homeroom
