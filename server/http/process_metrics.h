// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

namespace praxis::http {

// Appends what the system says of this process: start, memory, processor time, open files.
//
// Shapes:   the names that Prometheus' own clients use; what cannot be read is left out.
// Threads:  Thread-safe
// Source:   Prometheus, writing client libraries; proc(5)
void write_process_metrics(std::string& text);

} // namespace praxis::http
