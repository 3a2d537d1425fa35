# praxis_layer(NAME [LINKS floors...] [FOREIGN libraries...])
#
# One floor, one static library: every .cpp of the folder but its programs' main.cpp.
# The folder is the list of sources, so a new file needs no second entry here.
# LINKS are the floors it stands on; FOREIGN libraries stay private to it.
function(praxis_layer name)
  cmake_parse_arguments(LAYER "" "FOLDER" "LINKS;FOREIGN" ${ARGN})
  if(NOT LAYER_FOLDER)
    set(LAYER_FOLDER ${CMAKE_CURRENT_SOURCE_DIR})
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${LAYER_FOLDER}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(NOT sources)
    add_library(praxis_${name} INTERFACE)
    list(TRANSFORM LAYER_LINKS PREPEND praxis_)
    target_link_libraries(praxis_${name} INTERFACE ${LAYER_LINKS})
    return()
  endif()
  add_library(praxis_${name} STATIC ${sources})
  target_include_directories(praxis_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  list(TRANSFORM LAYER_LINKS PREPEND praxis_)
  target_link_libraries(praxis_${name}
    PUBLIC ${LAYER_LINKS} fmt::fmt tl::expected
    PRIVATE praxis_warnings ${LAYER_FOREIGN})
endfunction()
