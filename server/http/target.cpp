// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/target.h"

#include "base/utf8.h"
#include "server/http/percent.h"

#include <algorithm>

namespace praxis::http {

namespace {

using enum ProblemType;

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

// What is wrong with a decoded text, or nothing.
std::optional<search::ParameterError> flaw_of(std::string_view text) {
    std::size_t position = 0;
    for (std::size_t at = 0; at < text.size(); ++position) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        if (c == replacement_character && text.substr(start, at - start) != "\uFFFD")
            return search::ParameterError{{}, "is not valid UTF-8", position};
        if (is_control(c) || !is_bearable(c))
            return search::ParameterError{{}, "contains a control character", position};
    }
    return std::nullopt;
}

// Calls `use` for each piece between separators, also for empty ones.
void split(std::string_view text, char separator, const auto& use) {
    for (;;) {
        const std::size_t end = text.find(separator);
        use(text.substr(0, end));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

struct Decoded {
    std::string text;
    std::optional<search::ParameterError> flaw;
};

Decoded decode(std::string_view encoded, Plus plus) {
    auto text = percent_decode(encoded, plus);
    if (!text)
        return {std::string(), search::ParameterError{{}, "has a % without two hex digits", {}}};
    auto flaw = flaw_of(*text);
    return {std::move(*text), std::move(flaw)};
}

Admitted<std::vector<std::string>> parse_path(std::string_view raw) {
    std::vector<std::string> segments;
    std::optional<search::ParameterError> flaw;
    split(raw.substr(1), '/', [&](std::string_view segment) {
        Decoded decoded = decode(segment, Plus::Literal);
        if (decoded.flaw && !flaw)
            flaw = std::move(decoded.flaw);
        segments.push_back(std::move(decoded.text));
    });
    if (flaw)
        return refusal(MalformedRequest, "The path of the address " + flaw->reason + ".");
    return segments;
}

Admitted<Parameters> parse_query(std::string_view raw) {
    std::vector<Parameter> parameters;
    std::vector<search::ParameterError> errors;
    split(raw, '&', [&](std::string_view piece) {
        if (piece.empty())
            return;
        const std::size_t equals = std::min(piece.find('='), piece.size());
        Decoded name = decode(piece.substr(0, equals), Plus::Blank);
        Decoded value = decode(piece.substr(std::min(equals + 1, piece.size())), Plus::Blank);
        if (auto flaw = name.flaw ? name.flaw : value.flaw) {
            flaw->parameter = name.flaw ? std::string(piece.substr(0, equals)) : name.text;
            if (name.flaw)
                flaw->reason = "the parameter's name " + flaw->reason;
            errors.push_back(std::move(*flaw));
            return;
        }
        parameters.push_back({std::move(name.text), std::move(value.text)});
    });
    if (!errors.empty())
        return tl::unexpected(
            Problem{InvalidParameter, "The query of the address cannot be decoded.", errors});
    return Parameters(std::move(parameters));
}

// "http://host/path" → "/path"; everything else stays.
std::string_view origin_form(std::string_view target) {
    const std::size_t authority = target.find("://");
    if (target.starts_with('/') || authority == std::string_view::npos)
        return target;
    const std::string scheme = to_lower_ascii(target.substr(0, authority));
    if (scheme != "http" && scheme != "https")
        return target;
    target.remove_prefix(authority + 3);
    const std::size_t path = target.find_first_of("/?");
    return path == std::string_view::npos ? "/" : target.substr(path);
}

} // namespace

std::optional<std::string_view> Parameters::first(std::string_view name) const {
    const auto found = std::ranges::find(all_, name, &Parameter::name);
    return found == all_.end() ? std::nullopt : std::optional<std::string_view>(found->value);
}

bool Parameters::has(std::string_view name, std::string_view value) const {
    return std::ranges::any_of(
        all_, [&](const Parameter& p) { return p.name == name && p.value == value; });
}

Parameters Parameters::with(std::string_view name, std::string_view value) const {
    Parameters changed = *this;
    changed.all_.push_back({std::string(name), std::string(value)});
    return changed;
}

Parameters Parameters::without(std::string_view name) const {
    Parameters changed = *this;
    std::erase_if(changed.all_, [&](const Parameter& p) { return p.name == name; });
    return changed;
}

Parameters Parameters::without(std::string_view name, std::string_view value) const {
    Parameters changed = *this;
    std::erase_if(changed.all_,
                  [&](const Parameter& p) { return p.name == name && p.value == value; });
    return changed;
}

std::string Parameters::to_query() const {
    std::string query;
    for (const Parameter& parameter : all_) {
        query += query.empty() ? '?' : '&';
        query += percent_encode(parameter.name);
        query += '=';
        query += percent_encode(parameter.value, "/,");
    }
    return query;
}

Admitted<Target> parse_target(std::string_view target) {
    target = origin_form(target);
    if (target == "*")
        return Target{{"*"}, {}, "*"};
    const std::size_t mark = std::min(target.find('?'), target.size());
    Target parsed;
    parsed.raw_path = target.substr(0, mark);
    if (parsed.raw_path.empty())
        parsed.raw_path = "/";
    if (!parsed.raw_path.starts_with('/'))
        return refusal(MalformedRequest, "The address must begin with a slash.");
    auto path = parse_path(parsed.raw_path);
    if (!path)
        return tl::unexpected(path.error());
    auto parameters = parse_query(target.substr(std::min(mark + 1, target.size())));
    if (!parameters)
        return tl::unexpected(parameters.error());
    parsed.path = std::move(*path);
    parsed.parameters = std::move(*parameters);
    return parsed;
}

} // namespace praxis::http
