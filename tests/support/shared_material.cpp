// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/shared_material.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <string>

namespace praxis::tests {

std::filesystem::path shared_material(std::string_view below) {
    const char* folder = std::getenv("PRAXIS_SHARED");
    return std::filesystem::path(folder == nullptr ? "" : folder) / below;
}

boost::unit_test::precondition needs_shared_material(std::string_view below) {
    return boost::unit_test::precondition(
        [wanted = std::string(below)](boost::unit_test::test_unit_id) {
            boost::test_tools::assertion_result result =
                std::getenv("PRAXIS_SHARED") != nullptr &&
                std::filesystem::exists(shared_material(wanted));
            result.message() << "PRAXIS_SHARED names no folder with " << wanted;
            return result;
        });
}

} // namespace praxis::tests
