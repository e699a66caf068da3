# The kinds of test that ctest runs. Each carries one label: unit, fault, vectors, reference, case,
# fuzz, layering, e2e, bench.

# Where the data that the tests read lies: beside the repository, unless the environment says else.
if(DEFINED ENV{PARLEY_DATA})
  set(parley_data_default $ENV{PARLEY_DATA})
else()
  cmake_path(SET parley_data_default NORMALIZE ${PROJECT_SOURCE_DIR}/../shared/data)
endif()
set(PARLEY_DATA ${parley_data_default} CACHE PATH "data that the tests read")
set(PARLEY_TEST_DIR ${PROJECT_BINARY_DIR}/test)

# What every test finds in its environment.
function(parley_test_properties name label)
  set(environment PARLEY_DATA=${PARLEY_DATA} PARLEY_SOURCE=${PROJECT_SOURCE_DIR}
      PARLEY_BUILD=${PROJECT_BINARY_DIR} PARLEY=${PROJECT_BINARY_DIR}/parley)
  set_tests_properties(${name} PROPERTIES LABELS ${label} ENVIRONMENT "${environment}"
                       TIMEOUT 1800)
endfunction()

# parley_unit_test(NAME TARGET LABEL label SOURCES file... LIBRARIES target...)
# A doctest program with rapidcheck; test/unit_main.cpp is its main.
function(parley_unit_test name target)
  cmake_parse_arguments(ARG "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  if(NOT TARGET parley_unit_main)
    add_library(parley_unit_main STATIC ${PROJECT_SOURCE_DIR}/test/unit_main.cpp)
    target_link_libraries(parley_unit_main PUBLIC PkgConfig::SODIUM rapidcheck)
  endif()
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE parley_unit_main ${ARG_LIBRARIES})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PARLEY_TEST_DIR})
  add_test(NAME ${name} COMMAND ${target} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  parley_test_properties(${name} ${ARG_LABEL})
endfunction()

# parley_script_test(NAME LABEL label COMMAND argument...)
function(parley_script_test name)
  cmake_parse_arguments(ARG "" "LABEL" "COMMAND" ${ARGN})
  add_test(NAME ${name} COMMAND ${ARG_COMMAND} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  parley_test_properties(${name} ${ARG_LABEL})
endfunction()
