// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/ledger.h"

#include "index/folder/seal.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace praxis::index {

namespace {

using Json = nlohmann::ordered_json;

Ledger ledger_of(const Json& json) {
    Ledger ledger{.last_number = json.at("last_number"),
                  .last_published = json.at("last_published"),
                  .hold = std::nullopt,
                  .pins = {}};
    if (const Json& hold = json.at("hold"); !hold.is_null())
        ledger.hold = Hold{.to = hold.at("to"), .from = hold.at("from"), .since = hold.at("since")};
    for (const Json& pin : json.at("pins"))
        ledger.pins.emplace(pin.at("number"), pin.at("label"));
    return ledger;
}

} // namespace

std::string ledger_to_json(const Ledger& ledger) {
    Json json = {{"last_number", ledger.last_number},
                 {"last_published", ledger.last_published},
                 {"hold", nullptr},
                 {"pins", Json::array()}};
    if (ledger.hold)
        json["hold"] = {
            {"to", ledger.hold->to}, {"from", ledger.hold->from}, {"since", ledger.hold->since}};
    for (const auto& [number, label] : ledger.pins)
        json["pins"].push_back({{"number", number}, {"label", label}});
    return seal(json.dump(1, ' ', false, Json::error_handler_t::replace));
}

Result<Ledger> ledger_from_json(std::string_view text) {
    const auto json = unseal(text);
    if (!json)
        return tl::unexpected(json.error());
    try {
        return ledger_of(Json::parse(*json));
    } catch (const Json::exception& error) {
        return failure(ErrorKind::Corrupt, fmt::format("no ledger: {}", error.what()));
    }
}

} // namespace praxis::index
