// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <boost/test/tree/decorator.hpp>

#include <filesystem>
#include <string_view>

namespace praxis::tests {

// Real material that is not ours to ship, in the folder that PRAXIS_SHARED names.
//
//   BOOST_AUTO_TEST_CASE(reads_the_laws, *needs_shared_material("corpus/dc-law-xml")) {
//       walk(shared_material("corpus/dc-law-xml"));
//
// Without PRAXIS_SHARED, or without that folder in it, the test case is skipped.

std::filesystem::path shared_material(std::string_view below);

boost::unit_test::precondition needs_shared_material(std::string_view below);

} // namespace praxis::tests
