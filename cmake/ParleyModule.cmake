# parley_module(NAME [USES module...] [LIBRARIES target...])
#
# One folder of src/ is one static library, parley_<name>, made of its .cpp files, and, where the
# folder has *_test.cpp files, one test program, test_<name>. USES names the folders above it in
# the design's list that it includes; LIBRARIES names outside libraries.
function(parley_module name)
  cmake_parse_arguments(ARG "" "" "USES;LIBRARIES" ${ARGN})
  string(REPLACE "/" "_" target ${name})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(parley_${target} STATIC ${sources})
  target_include_directories(parley_${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM ARG_USES REPLACE "/" "_")
  list(TRANSFORM ARG_USES PREPEND parley_)
  target_link_libraries(parley_${target} PUBLIC ${ARG_USES} ${ARG_LIBRARIES})
  if(tests AND PARLEY_TESTS)
    add_executable(test_${target} ${tests} ${PROJECT_SOURCE_DIR}/test/unit_main.cpp)
    target_link_libraries(test_${target} PRIVATE parley_${target} rapidcheck)
    add_test(NAME unit.${name} COMMAND test_${target}
             WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  endif()
endfunction()
