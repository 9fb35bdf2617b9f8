# Writes revision.hpp with the commit that is built; only when it changed, so nothing else rebuilds.
# Outside a checkout it is what `git archive` wrote into revision.txt beside this file; a checkout
# around the source of a package is not asked.
set(revision "unknown")
set(day "")
if(EXISTS ${SOURCE}/.git)
  execute_process(COMMAND git log -1 --abbrev=12 "--format=%h %cs" WORKING_DIRECTORY ${SOURCE}
                  OUTPUT_VARIABLE told OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  execute_process(COMMAND git status --porcelain --untracked-files=no WORKING_DIRECTORY ${SOURCE}
                  OUTPUT_VARIABLE changed ERROR_QUIET)
else()
  file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/revision.txt told LIMIT_COUNT 1)
endif()
if("${told}" MATCHES "^([0-9a-f]+) ([0-9-]+)")
  string(SUBSTRING "${CMAKE_MATCH_1}" 0 12 revision)
  set(day "${CMAKE_MATCH_2}")
  if(changed)
    set(revision "${revision}+")
  endif()
endif()
set(text "#pragma once\n#define HOMEROOM_REVISION \"${revision}\"\n#define HOMEROOM_DATE \"${day}\"\n")
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} before)
endif()
if(NOT "${before}" STREQUAL "${text}")
  file(WRITE ${OUTPUT} "${text}")
endif()
