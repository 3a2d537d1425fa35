// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/verdicts.h"

#include "schemas/valid_xml.h"
#include "schemas/xml.h"

#include <fmt/format.h>

namespace praxis::schemas {

const Verdicts::ByTopic* Verdicts::of(std::string_view publication) const {
    const auto found = verdicts_.find(publication);
    return found == verdicts_.end() ? nullptr : &found->second;
}

Result<void> Verdicts::add(std::string_view xml, std::string_view path) {
    const auto root = parse_valid_xml(xml, path, "verdicts.rng");
    if (!root)
        return tl::unexpected<Error>(root.error());
    for (const XmlNode* node : root->children_named("publication")) {
        ByTopic& topics = verdicts_[std::string(node->attribute("id").value_or(""))];
        for (const XmlNode& said : node->children) {
            if (said.name != "refused" && said.name != "accepted")
                continue;
            const Verdict verdict = said.name == "refused" ? Verdict::Refused : Verdict::Accepted;
            const std::string topic(said.attribute("topic").value_or(""));
            if (topics.emplace(topic, verdict).first->second != verdict)
                return failure(ErrorKind::InvalidInput,
                               fmt::format("\"{}\" is both refused and accepted", topic),
                               {std::string(path), said.line, said.column});
        }
    }
    return {};
}

} // namespace praxis::schemas
