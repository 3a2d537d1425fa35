// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0
// The entry of every test program.

#define BOOST_TEST_MODULE praxis
#include <boost/test/unit_test.hpp>
