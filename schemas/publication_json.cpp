// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Each type lists its members once, in `members`; a MemberWriter and a MemberReader walk the same
// list. So the order of the keys, what is left out, and what is read back cannot drift apart.

#include "schemas/publication_json.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <map>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace praxis::schemas {

namespace {

using Json = nlohmann::ordered_json;

template <typename T, typename Value>
concept Is = std::same_as<std::remove_const_t<T>, Value>;

template <Is<Term> T>
void members(T& term, auto& visit) {
    visit("value", term.value);
    visit("labels", term.labels);
}

template <Is<Evidence> T>
void members(T& evidence, auto& visit) {
    visit("passage", evidence.passage);
    visit("begin", evidence.begin);
    visit("end", evidence.end);
    visit("quote", evidence.quote);
    visit("weight", evidence.weight);
}

template <Is<Topic> T>
void members(T& topic, auto& visit) {
    members(topic.term, visit);
    visit("by", topic.by);
    visit("weight", topic.weight, 1.0);
    visit("evidence", topic.evidence);
    visit("words", topic.words);
}

template <Is<Passage> T>
void members(T& passage, auto& visit) {
    visit("heading", passage.heading);
    visit("level", passage.level);
    visit("anchor", passage.anchor);
    visit("place", passage.place);
    visit("text", passage.text);
}

template <Is<DatedBy> T>
void members(T& dated, auto& visit) {
    visit("date", dated.date);
    visit("origin", dated.origin);
}

template <Is<Period> T>
void members(T& period, auto& visit) {
    visit("begin", period.begin);
    visit("end", period.end);
}

template <Is<Organization> T>
void members(T& organization, auto& visit) {
    members(organization.term, visit);
    visit("role", organization.role);
}

template <Is<Relation> T>
void members(T& relation, auto& visit) {
    visit("type", relation.type);
    visit("target", relation.target);
    visit("label", relation.label);
}

template <Is<Provenance> T>
void members(T& provenance, auto& visit) {
    visit("source", provenance.source);
    visit("source_id", provenance.source_id);
    visit("path", provenance.path);
    visit("anchor", provenance.anchor);
    visit("format", provenance.format);
}

template <Is<Publication> T>
void members(T& publication, auto& visit) {
    visit("id", publication.id);
    visit("aliases", publication.aliases);
    visit("provenance", publication.provenance);
    visit("kind", publication.kind);
    visit("title", publication.title);
    visit("title_origin", publication.title_origin);
    visit("summary", publication.summary);
    visit("date", publication.date);
    visit("updated", publication.updated);
    visit("period", publication.period);
    visit("language", publication.language);
    visit("lens", publication.lens);
    visit("licence", publication.licence);
    visit("url", publication.url);
    visit("authors", publication.authors);
    visit("organizations", publication.organizations);
    visit("topics", publication.topics);
    visit("suggested_topics", publication.suggested_topics);
    visit("keywords", publication.keywords);
    visit("places", publication.places);
    visit("audiences", publication.audiences);
    visit("series", publication.series);
    visit("attributes", publication.attributes);
    visit("parent", publication.parent);
    visit("relations", publication.relations);
    visit("passages", publication.passages);
}

template <typename Enumeration>
using Words = std::array<std::pair<Enumeration, std::string_view>, 4>;

constexpr Words<DateOrigin> words_of(DateOrigin) {
    return {{{DateOrigin::Field, "field"},
             {DateOrigin::FileName, "file-name"},
             {DateOrigin::Text, "text"},
             {DateOrigin::Parent, "parent"}}};
}

constexpr Words<TitleOrigin> words_of(TitleOrigin) {
    return {{{TitleOrigin::Source, "source"},
             {TitleOrigin::Text, "text"},
             {TitleOrigin::Source, {}},
             {TitleOrigin::Source, {}}}};
}

constexpr Words<TopicOrigin> words_of(TopicOrigin) {
    return {{{TopicOrigin::Editor, "editor"},
             {TopicOrigin::Analyzer, "analyzer"},
             {TopicOrigin::Editor, {}},
             {TopicOrigin::Editor, {}}}};
}

template <typename T>
concept Enumeration = std::is_enum_v<T>;

class MemberWriter {
public:
    template <typename T>
    void operator()(const char* key, const T& value, const T& absent = T()) {
        if (!(value == absent))
            object_[key] = json(value);
    }

    Json take() { return std::move(object_); }

    template <typename T>
    static Json json(const T& value) {
        MemberWriter writer;
        members(value, writer);
        return writer.take();
    }

    static Json json(const std::string& value) { return value; }

    static Json json(double value) { return value; }

    template <std::integral T>
    static Json json(const T& value) {
        return value;
    }

    static Json json(const Date& value) { return value.to_string(); }

    template <Enumeration T>
    static Json json(const T& value) {
        for (const auto& [meant, word] : words_of(value))
            if (meant == value)
                return std::string(word);
        return {};
    }

    template <typename T>
    static Json json(const std::optional<T>& value) {
        return json(*value);
    }

    template <typename T>
    static Json json(const std::vector<T>& values) {
        Json list = Json::array();
        for (const T& value : values)
            list.push_back(json(value));
        return list;
    }

    template <typename T>
    static Json json(const std::map<std::string, T>& values) {
        Json object = Json::object();
        for (const auto& [key, value] : values)
            object[key] = json(value);
        return object;
    }

private:
    Json object_ = Json::object();
};

using Element = simdjson::dom::element;
using Object = simdjson::dom::object;

// Reads members that may be absent; the first thing that is not as written is kept in `problem`.
class MemberReader {
public:
    MemberReader(const Object& object, std::string& problem) : object_(object), problem_(problem) {}

    template <typename T>
    void operator()(const char* key, T& value, const T& absent = T()) {
        value = absent;
        Element found;
        if (object_.at_key(key).get(found) != simdjson::SUCCESS)
            return;
        ++known_;
        if (problem_.empty() && !read(found, value) && problem_.empty())
            problem_ = fmt::format("\"{}\" is not as it was written", key);
    }

    bool has_read_all() const { return known_ == object_.size(); }

private:
    template <typename T>
    static std::optional<T> as(const Element& element) {
        T value;
        return element.get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
    }

    template <typename T>
    bool read(const Element& element, T& value) {
        const auto object = as<Object>(element);
        if (!object)
            return false;
        MemberReader reader(*object, problem_);
        members(value, reader);
        return reader.has_read_all() && is_sound(value);
    }

    static bool is_sound(const auto&) { return true; }

    static bool is_sound(const Term& term) {
        return static_cast<std::ptrdiff_t>(term.labels.size()) ==
               std::count(term.value.begin(), term.value.end(), '/') + 1;
    }

    static bool is_sound(const Topic& topic) { return is_sound(topic.term); }

    static bool is_sound(const Organization& organization) { return is_sound(organization.term); }

    bool read(const Element& element, std::string& value) {
        const auto text = as<std::string_view>(element);
        value = text.value_or("");
        return text.has_value();
    }

    bool read(const Element& element, double& value) {
        const auto number = as<double>(element);
        value = number.value_or(0);
        return number.has_value();
    }

    template <std::integral T>
    bool read(const Element& element, T& value) {
        const std::int64_t number = as<std::int64_t>(element).value_or(-1);
        value = static_cast<T>(number);
        return element.is_int64() && std::in_range<T>(number);
    }

    bool read(const Element& element, Date& value) {
        const auto text = as<std::string_view>(element);
        const auto date = text ? parse_iso_date(*text) : std::nullopt;
        value = date.value_or(Date());
        return date.has_value();
    }

    template <Enumeration T>
    bool read(const Element& element, T& value) {
        const auto text = as<std::string_view>(element);
        for (const auto& [meant, word] : words_of(value))
            if (text && !word.empty() && word == *text) {
                value = meant;
                return true;
            }
        return false;
    }

    template <typename T>
    bool read(const Element& element, std::optional<T>& value) {
        return read(element, value.emplace());
    }

    template <typename T>
    bool read(const Element& element, std::vector<T>& values) {
        const auto array = as<simdjson::dom::array>(element);
        if (!array)
            return false;
        values.reserve(array->size());
        return std::all_of(array->begin(), array->end(), [&](const Element& each) {
            return read(each, values.emplace_back());
        });
    }

    template <typename T>
    bool read(const Element& element, std::map<std::string, T>& values) {
        const auto object = as<Object>(element);
        return object && std::all_of(object->begin(), object->end(), [&](const auto& member) {
                   return read(member.value, values[std::string(member.key)]);
               });
    }

    const Object& object_;
    std::string& problem_;
    std::size_t known_ = 0;
};

} // namespace

std::string publication_to_json(const Publication& publication, int indent) {
    return MemberWriter::json(publication)
        .dump(indent > 0 ? indent : -1, ' ', false, Json::error_handler_t::replace);
}

Result<Publication> publication_from_json(std::string_view json) {
    const auto corrupt = [](std::string_view reason) {
        return failure(
            ErrorKind::Corrupt,
            fmt::format("cannot read a stored publication: {}; sync the library again", reason));
    };
    simdjson::dom::parser parser;
    Object parsed;
    if (parser.parse(json.data(), json.size()).get(parsed) != simdjson::SUCCESS)
        return corrupt("it is not a JSON object");
    Publication publication;
    std::string problem;
    MemberReader reader(parsed, problem);
    members(publication, reader);
    if (!problem.empty())
        return corrupt(problem);
    if (!reader.has_read_all())
        return corrupt("it has a member that this version does not know");
    return publication;
}

} // namespace praxis::schemas
