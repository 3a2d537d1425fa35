# What the processor is asked for.
#
# praxis_count_bits(TARGET): its files may count bits in one instruction, as every x86-64 processor
# since 2009 can. praxis_vector_loops(FILES...): their loops become vector instructions, as wide as
# those that a function is compiled for.
function(praxis_count_bits target)
  if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    target_compile_options(${target} PRIVATE -march=x86-64-v2)
  endif()
endfunction()

function(praxis_vector_loops)
  set(options -O3)
  if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    list(APPEND options -mprefer-vector-width=512)
  endif()
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "${options}")
endfunction()
