// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::tests {

// Golden cases: folders below tests/golden/ with input.* and expected.* files.
//
// With UPDATE_GOLDEN=1 in the environment, check_golden rewrites the expected file instead of
// comparing; the difference is reviewed like code.

// tests/golden/<area>, e.g. golden_folder("corpus/markdown").
std::filesystem::path golden_folder(std::string_view area);

// The case folders of an area, sorted by name; for BOOST_DATA_TEST_CASE.
std::vector<std::string> golden_cases(std::string_view area);

// Compares `actual` with the expected file; on a difference the test fails and shows both.
void check_golden(const std::filesystem::path& expected_file, std::string_view actual);

} // namespace praxis::tests
