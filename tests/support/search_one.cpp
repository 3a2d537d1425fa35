// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/search_one.h"

#include "server/search/answering.h"
#include "tests/support/memory_generation.h"
#include "tests/support/search_library.h"

#include <stdexcept>

namespace praxis::tests {

using namespace search;

std::shared_ptr<const Snapshot> snapshot_of(std::vector<schemas::Publication> publications) {
    return Snapshot::make(memory_generation({search_library(), std::move(publications)})).value();
}

schemas::Publication written(std::string id, std::string title, std::vector<std::string> passages) {
    schemas::Publication publication;
    publication.id = std::move(id);
    publication.kind = "article";
    publication.title = std::move(title);
    for (std::string& text : passages) {
        const std::string anchor = "p" + std::to_string(publication.passages.size());
        publication.passages.push_back({"Part " + anchor, 1, anchor, "", std::move(text)});
    }
    return publication;
}

SearchAnswer answer_of(const Snapshot& snapshot, const SearchRequest& request) {
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(10));
    auto answered = answer(request, std::nullopt, snapshot, deadline);
    if (!answered)
        throw std::runtime_error(answered.error().errors.empty()
                                     ? answered.error().detail
                                     : answered.error().errors.front().reason);
    return std::move(*answered);
}

SearchRequest query(std::string q) {
    SearchRequest request;
    request.q = std::move(q);
    return request;
}

std::string ids(const SearchAnswer& answer) {
    std::string text;
    for (const Hit& hit : answer.hits)
        text += (text.empty() ? "" : " ") + hit.publication.id;
    return text;
}

std::string shown(const std::vector<TextPart>& parts) {
    std::string text;
    for (const TextPart& part : parts)
        text += part.mark ? "[" + part.text + "]" : part.text;
    return text;
}

} // namespace praxis::tests
