// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "index/lucene/wide_lucene.h"

#include <fmt/format.h>
#include <lucene++/LuceneException.h>

#include <exception>
#include <string_view>

namespace praxis::index {

// The two translators of the Lucene++ door.
//
// Threads:  Immutable

// For every method of ours that Lucene++ calls back. Lucene++ survives its own exceptions only: any
// other one that leaves a callback (std::bad_alloc included) leaves its writer deadlocked.
template <typename Work>
auto guarded(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const Lucene::LuceneException&) {
        throw;
    } catch (const std::exception& error) {
        boost::throw_exception(Lucene::RuntimeException(to_wide(error.what())));
    }
}

// For every call of ours that reads through Lucene++. Damage shows as nearly any exception
// (bad_alloc from an absurd length too), so all of them become Error{Corrupt}: "<attempt>: <why>".
template <typename Work>
auto with_lucene_errors(std::string_view attempt, Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const Error&) {
        throw;
    } catch (const Lucene::LuceneException& error) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{}: the index does not read back ({})",
                                attempt,
                                to_utf8(error.getError())));
    } catch (const std::exception& error) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{}: the index does not read back ({})", attempt, error.what()));
    }
}

// Fills the lazily made statics of Lucene++, whose initialisation is not synchronised. Called
// before anything else of it, by every opening.
void warm_lucene();

} // namespace praxis::index
