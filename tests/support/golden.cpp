// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/golden.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace praxis::tests {

std::filesystem::path golden_folder(std::string_view area) {
    return std::filesystem::path(PRAXIS_SOURCE_DIR) / "tests" / "golden" / area;
}

std::vector<std::string> golden_cases(std::string_view area) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(golden_folder(area)))
        if (entry.is_directory())
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void check_golden(const std::filesystem::path& expected_file, std::string_view actual) {
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::ofstream(expected_file, std::ios::binary) << actual;
        return;
    }
    const std::string expected =
        std::filesystem::exists(expected_file) ? file_text(expected_file) : std::string();
    BOOST_TEST(expected == actual,
               expected_file.string() << " differs.\n--- expected\n"
                                      << expected << "\n--- actual\n"
                                      << actual);
}

} // namespace praxis::tests
