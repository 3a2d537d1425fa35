# The warnings of our own code; foreign headers are SYSTEM and stay silent.
add_library(praxis_warnings INTERFACE)
target_compile_options(praxis_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  $<$<BOOL:${PRAXIS_WARNINGS_AS_ERRORS}>:-Werror>)
