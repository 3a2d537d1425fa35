# Sanitizers apply to everything we compile, so they are global, not per floor.
if(PRAXIS_SANITIZE)
  add_compile_options(-fsanitize=${PRAXIS_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12, where it instruments, takes parts of std::regex for uninitialized.
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
  add_link_options(-fsanitize=${PRAXIS_SANITIZE})
endif()

if(PRAXIS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
