# Scripts and styles of the pages, made from app/web by its own tools and compiled into the program:
# a source file per page. Asked again where a file of app/web is newer; the network never.
# A source package holds them made (app/web/made), so that Node is not needed; where the tools are
# installed nevertheless, they make the pages.
find_program(NODE NAMES node nodejs)
set(HOMEROOM_WEB ${PROJECT_SOURCE_DIR}/app/web)
set(HOMEROOM_PAGES_MADE OFF)
if(EXISTS ${HOMEROOM_WEB}/made AND NOT EXISTS ${HOMEROOM_WEB}/node_modules/.installed)
  set(HOMEROOM_PAGES_MADE ON)
elseif(NOT NODE)
  message(FATAL_ERROR "Node 18 or later is not found; it makes the program's pages. "
                      "scripts/setup installs it; source packages hold the pages made")
endif()

# Makes FILE from what is in app/web; `what` is as app/web/build.mjs has it.
function(homeroom_make_page output what)
  file(GLOB made_from CONFIGURE_DEPENDS ${HOMEROOM_WEB}/*.json ${HOMEROOM_WEB}/*.mjs
    ${HOMEROOM_WEB}/charts/*.ts ${HOMEROOM_WEB}/charts/*.css ${HOMEROOM_WEB}/node_modules/.installed)
  file(GLOB own CONFIGURE_DEPENDS ${ARGN})
  add_custom_command(OUTPUT ${output}
    COMMAND ${NODE} ${HOMEROOM_WEB}/build.mjs ${what} ${output} ${what}
    DEPENDS ${made_from} ${own}
    COMMENT "Making the page ${what}" VERBATIM)
endfunction()

# Also sets HOMEROOM_PAGES_LICENCES: a file with the licences of what the pages hold of others.
function(homeroom_pages target)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/generated/app/web)
  if(HOMEROOM_PAGES_MADE)
    set(folder ${HOMEROOM_WEB}/made)
  endif()
  foreach(page ${ARGN})
    set(output ${folder}/${page}_page.cpp)
    if(NOT HOMEROOM_PAGES_MADE)
      homeroom_make_page(${output} ${page} ${HOMEROOM_WEB}/${page}/*.ts ${HOMEROOM_WEB}/${page}/*.css)
    endif()
    target_sources(${target} PRIVATE ${output})
  endforeach()
  set(licences ${folder}/licences)
  if(NOT HOMEROOM_PAGES_MADE)
    homeroom_make_page(${licences} licences ${HOMEROOM_WEB}/*/*.ts)
  endif()
  target_sources(${target} PRIVATE ${licences})
  set_source_files_properties(${licences} PROPERTIES HEADER_FILE_ONLY ON)
  set(HOMEROOM_PAGES_LICENCES ${licences} PARENT_SCOPE)
endfunction()
