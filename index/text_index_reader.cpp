// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/text_index_reader.h"

namespace praxis::index {

void TextIndexReader::visit_postings(std::string_view field, PostingVisitor& visitor) const {
    visit_terms(field, "", [&](std::string_view term) {
        const std::vector<Posting> found = postings(field, term);
        if (!found.empty())
            visitor.term(term);
        for (const Posting& posting : found)
            visitor.posting(posting.document, posting.positions);
        return true;
    });
}

} // namespace praxis::index
