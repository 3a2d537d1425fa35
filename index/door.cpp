// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/door_lucene.h"

#include <lucene++/FieldCache.h>
#include <lucene++/IndexFileNameFilter.h>
#include <lucene++/IndexFileNames.h>
#include <lucene++/IndexWriter.h>
#include <lucene++/MultiTermQuery.h>
#include <lucene++/NoLockFactory.h>
#include <lucene++/Similarity.h>

#include <mutex>

namespace praxis::index {

void warm_lucene() {
    static std::once_flag once;
    std::call_once(once, [] {
        Lucene::Similarity::getDefault();
        Lucene::Similarity::getNormDecoder();
        Lucene::FieldCache::DEFAULT();
        Lucene::FieldCache::NUMERIC_UTILS_LONG_PARSER();
        Lucene::MultiTermQuery::CONSTANT_SCORE_AUTO_REWRITE_DEFAULT();
        Lucene::IndexFileNameFilter::getFilter();
        Lucene::NoLockFactory::getNoLockFactory();
        Lucene::IndexWriter::MAX_TERM_LENGTH();
    });
}

} // namespace praxis::index
