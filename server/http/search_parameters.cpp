// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/search_parameters.h"

#include "base/nearest.h"
#include "base/utf8.h"
#include "server/http/range_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <span>

namespace praxis::http {

namespace {

using search::SearchRequest;

// What is wrong with a value, or nothing.
struct Flaw {
    std::string reason;
    std::optional<std::size_t> position{};
};

using Decoded = std::optional<Flaw>;

bool is_blank(std::string_view text) {
    return trim(text).empty();
}

template <typename Number>
Decoded
read_number(std::string_view text, std::uint64_t least, std::uint64_t most, Number& number) {
    std::uint64_t read = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (error != std::errc() || end != text.data() + text.size() || read < least || read > most)
        return Flaw{fmt::format("must be a whole number from {} to {}", least, most)};
    number = static_cast<Number>(read);
    return std::nullopt;
}

template <typename Choice>
using Choices = std::span<const std::pair<std::string_view, Choice>>;

template <typename Choice>
Decoded read_choice(std::string_view text, Choices<Choice> choices, Choice& chosen) {
    std::string names;
    for (const auto& [name, choice] : choices) {
        if (text == name) {
            chosen = choice;
            return std::nullopt;
        }
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return Flaw{"must be one of " + names};
}

Decoded read_q(std::string_view text, const schemas::Library&, SearchRequest& request) {
    if (count_code_points(text) > max_query_code_points)
        return Flaw{"is longer than 1,024 characters", max_query_code_points};
    request.q = text;
    return std::nullopt;
}

Decoded read_match(std::string_view text, const schemas::Library&, SearchRequest& request) {
    using enum search::Match;
    static constexpr std::pair<std::string_view, search::Match> choices[] = {
        {"most", Most}, {"all", All}, {"any", Any}};
    return read_choice<search::Match>(text, choices, request.match);
}

Decoded read_sort(std::string_view text, const schemas::Library&, SearchRequest& request) {
    using enum search::Sort;
    static constexpr std::pair<std::string_view, search::Sort> choices[] = {
        {"relevance", Relevance}, {"-date", DateDown}, {"date", DateUp}, {"title", Title}};
    search::Sort chosen = Relevance;
    Decoded flaw = read_choice<search::Sort>(text, choices, chosen);
    if (!flaw)
        request.sort = chosen;
    return flaw;
}

Decoded read_rank(std::string_view text, const schemas::Library&, SearchRequest& request) {
    static constexpr std::pair<std::string_view, search::Rank> choices[] = {
        {"full", search::Rank::Full}, {"plain", search::Rank::Plain}};
    return read_choice<search::Rank>(text, choices, request.rank);
}

Decoded read_highlight(std::string_view text, const schemas::Library&, SearchRequest& request) {
    static constexpr std::pair<std::string_view, search::Highlight> choices[] = {
        {"passages", search::Highlight::Passages}, {"none", search::Highlight::None}};
    return read_choice<search::Highlight>(text, choices, request.highlight);
}

Decoded read_page_size(std::string_view text, const schemas::Library&, SearchRequest& request) {
    return read_number(text, 0, max_page_size, request.page_size);
}

Decoded read_facet_size(std::string_view text, const schemas::Library&, SearchRequest& request) {
    return read_number(text, 1, max_facet_size, request.facet_size);
}

Decoded read_as_of(std::string_view text, const schemas::Library&, SearchRequest& request) {
    return read_number(text, 1, UINT64_MAX, request.as_of.emplace());
}

Decoded read_cursor(std::string_view text, const schemas::Library&, SearchRequest& request) {
    if (text.size() > max_cursor_bytes)
        return Flaw{"is not a cursor of this server"};
    request.cursor = text;
    return std::nullopt;
}

Decoded
read_facets(std::string_view text, const schemas::Library& library, SearchRequest& request) {
    auto& facets = request.facets.emplace();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string_view name = text.substr(at, end - at);
        if (library.facet(name) == nullptr)
            return Flaw{fmt::format("names no facet of this library: '{}'", name),
                        code_point_offset(text, at)};
        if (std::ranges::find(facets, name) == facets.end())
            facets.emplace_back(name);
        at = end + 1;
    }
    return std::nullopt;
}

struct SingleParameter {
    std::string_view name;
    Decoded (*read)(std::string_view, const schemas::Library&, SearchRequest&);
};

constexpr std::array<SingleParameter, 10> single_parameters = {{
    {"q", read_q},
    {"match", read_match},
    {"sort", read_sort},
    {"page_size", read_page_size},
    {"cursor", read_cursor},
    {"rank", read_rank},
    {"highlight", read_highlight},
    {"as_of", read_as_of},
    {"facets", read_facets},
    {"facet_size", read_facet_size},
}};

// A facet's name and what follows its dot: "topic.not" → {topic, "not"}.
struct FacetParameter {
    const schemas::Facet* facet = nullptr;
    std::string_view operation;
};

FacetParameter facet_parameter(std::string_view name, const schemas::Library& library) {
    if (const schemas::Facet* facet = library.facet(name))
        return {facet, {}};
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return {};
    const std::string_view operation = name.substr(dot + 1);
    if (operation != "all" && operation != "not" && operation != "missing")
        return {};
    return {library.facet(name.substr(0, dot)), operation};
}

search::FacetFilter& filter_of(SearchRequest& request, const std::string& facet) {
    const auto found = std::ranges::find(request.filters, facet, &search::FacetFilter::facet);
    if (found != request.filters.end())
        return *found;
    return request.filters.emplace_back(search::FacetFilter{facet, {}, {}, {}, false});
}

void add_value(std::vector<std::string>& values, std::string_view value) {
    if (std::ranges::find(values, value) == values.end())
        values.emplace_back(value);
}

Decoded
read_range(std::string_view text, std::string_view field, RangeUnit unit, SearchRequest& request) {
    auto range = parse_range_value(text, unit);
    if (!range)
        return Flaw{range.error().reason, range.error().position};
    request.ranges.push_back({std::string(field), range->from, range->to});
    return std::nullopt;
}

Decoded
read_facet_value(std::string_view text, const FacetParameter& meant, SearchRequest& request) {
    if (text.empty())
        return Flaw{"has no value"};
    if (count_code_points(text) > max_facet_value_code_points)
        return Flaw{"is longer than any value of a facet", max_facet_value_code_points};
    search::FacetFilter& filter = filter_of(request, meant.facet->name);
    if (meant.operation.empty())
        add_value(filter.any, text);
    else if (meant.operation == "all")
        add_value(filter.all, text);
    else
        add_value(filter.none, text);
    return std::nullopt;
}

Decoded read_facet(std::string_view text, const FacetParameter& meant, SearchRequest& request) {
    if (meant.operation == "missing") {
        filter_of(request, meant.facet->name).missing = true;
        return text == "true" ? std::nullopt : Decoded(Flaw{"must be true"});
    }
    if (meant.operation.empty() && meant.facet->shape == schemas::FacetShape::Range)
        return read_range(text, meant.facet->name, RangeUnit::Number, request);
    return read_facet_value(text, meant, request);
}

std::string unknown_parameter(std::string_view name, const schemas::Library& library) {
    std::vector<std::string_view> known = {"date"};
    for (const SingleParameter& parameter : single_parameters)
        known.push_back(parameter.name);
    for (const schemas::Facet& facet : library.facets)
        known.push_back(facet.name);
    const std::string_view nearest =
        nearest_word(to_lower_ascii(name.substr(0, name.rfind('.'))), known);
    return nearest.empty()
               ? "is not a parameter of this address"
               : fmt::format("is not a parameter of this address; did you mean {}?", nearest);
}

class Decoder {
public:
    explicit Decoder(const schemas::Library& library) : library_(library) {}

    void read(const Parameter& parameter) {
        if (Decoded flaw = decode(parameter))
            errors_.push_back({parameter.name, std::move(flaw->reason), flaw->position});
    }

    search::Answered<SearchRequest> finish() {
        if (request_.sort == search::Sort::Relevance && is_blank(request_.q))
            errors_.push_back({"sort", "relevance needs a query in q", {}});
        if (errors_.empty())
            return std::move(request_);
        return tl::unexpected(search::RequestProblem{
            ErrorKind::InvalidInput, "The search's parameters are not valid.", std::move(errors_)});
    }

private:
    Decoded decode(const Parameter& parameter) {
        const auto single =
            std::ranges::find(single_parameters, parameter.name, &SingleParameter::name);
        if (single != single_parameters.end())
            return seen_.insert(parameter.name).second
                       ? single->read(parameter.value, library_, request_)
                       : Decoded(Flaw{"is given more than once"});
        if (parameter.name == "date")
            return read_range(parameter.value, "date", RangeUnit::Date, request_);
        const FacetParameter meant = facet_parameter(parameter.name, library_);
        if (meant.facet == nullptr)
            return Flaw{unknown_parameter(parameter.name, library_)};
        if (meant.operation == "missing" && !seen_.insert(parameter.name).second)
            return Flaw{"is given more than once"};
        return read_facet(parameter.value, meant, request_);
    }

    const schemas::Library& library_;
    SearchRequest request_;
    std::set<std::string, std::less<>> seen_;
    std::vector<search::ParameterError> errors_;
};

} // namespace

search::Answered<SearchRequest> decode_search_request(const Parameters& parameters,
                                                      const schemas::Library& library) {
    if (parameters.all().size() > max_parameters)
        return tl::unexpected(search::RequestProblem{
            ErrorKind::InvalidInput, "A search may have at most 256 parameters.", {}});
    Decoder decoder(library);
    for (const Parameter& parameter : parameters.all())
        decoder.read(parameter);
    return decoder.finish();
}

} // namespace praxis::http
