// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/folder/disk.h"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace praxis::tests {

// Lets the n-th call fail; from then on all calls, if it is to last.
class FailNth : public index::DiskFaults {
public:
    FailNth(int nth, int code, bool lasts = false) : nth_(nth), code_(code), lasts_(lasts) {}

    int fault(index::DiskCall call, const std::filesystem::path& path) override {
        ++calls_;
        if (calls_ != nth_ && !(lasts_ && calls_ > nth_))
            return 0;
        if (failed_.empty())
            failed_ = std::to_string(static_cast<int>(call)) + " " + path.filename().string();
        return code_;
    }

    bool has_failed() const { return !failed_.empty(); }

    const std::string& failed() const { return failed_; }

private:
    int nth_;
    int code_;
    bool lasts_;
    int calls_ = 0;
    std::string failed_;
};

class ThrowAtNth : public index::DiskFaults {
public:
    explicit ThrowAtNth(int nth) : nth_(nth) {}

    int fault(index::DiskCall, const std::filesystem::path&) override {
        if (++calls_ == nth_)
            throw std::runtime_error("thrown by a test");
        return 0;
    }

private:
    int nth_;
    int calls_ = 0;
};

} // namespace praxis::tests
