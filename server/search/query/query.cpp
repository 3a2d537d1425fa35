// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query.h"

#include <algorithm>

namespace praxis::search {

bool And::operator==(const And& other) const {
    return nodes == other.nodes;
}

bool Or::operator==(const Or& other) const {
    return nodes == other.nodes;
}

bool Run::operator==(const Run& other) const {
    return need == other.need && words == other.words && required == other.required &&
           excluded == other.excluded;
}

namespace {

// How tightly a printed node holds together; a looser one inside a tighter one gets parentheses.
enum class Binding { Or, And, Leaf };

struct Printed {
    std::string text;
    Binding binding = Binding::Leaf;
};

Printed print(const Node& node);

std::string within(const Node& node, Binding outer) {
    Printed printed = print(node);
    return printed.binding < outer ? "(" + printed.text + ")" : printed.text;
}

std::string joined(const std::vector<Node>& nodes, const char* separator, Binding inner) {
    std::string text;
    for (const Node& node : nodes)
        text += (text.empty() ? "" : separator) + within(node, inner);
    return text;
}

std::string in_field(const std::string& field, const std::string& text) {
    return field.empty() ? text : field + ":" + text;
}

std::string date_text(const std::optional<Date>& date) {
    return date ? date->to_string() : "";
}

std::string demand(Need need, std::size_t count) {
    if (need == Need::None)
        return "preferably ";
    const std::size_t needed = needed_words(need, count);
    if (count == 1)
        return "";
    if (needed == count)
        return "all of ";
    return needed == 1 ? "any of " : "at least " + std::to_string(needed) + " of ";
}

std::string print_words(const Run& run) {
    const std::string words = joined(run.words, " ", Binding::Leaf);
    const bool alone = run.words.size() == 1;
    return demand(run.need, run.words.size()) + (alone ? words : "(" + words + ")");
}

Printed print_run(const Run& run) {
    std::vector<std::string> parts;
    if (!run.words.empty())
        parts.push_back(print_words(run));
    for (const Node& node : run.required)
        parts.push_back(within(node, Binding::Leaf));
    for (const Node& node : run.excluded)
        parts.push_back("NOT " + within(node, Binding::Leaf));
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : " AND ") + part;
    return {text, parts.size() > 1 ? Binding::And : Binding::Leaf};
}

struct Printer {
    Printed operator()(const Everything&) const { return {"everything"}; }

    Printed operator()(const Nothing&) const { return {"nothing"}; }

    Printed operator()(const Word& word) const { return {in_field(word.field, word.text)}; }

    Printed operator()(const Phrase& phrase) const {
        const std::string slop = phrase.slop ? "~" + std::to_string(*phrase.slop) : "";
        return {in_field(phrase.field, "\"" + phrase.text + "\"" + slop)};
    }

    Printed operator()(const Pattern& pattern) const {
        return {in_field(pattern.field, pattern.text)};
    }

    Printed operator()(const Fuzzy& fuzzy) const {
        const std::string bound = fuzzy.max_edits < 2 ? std::to_string(fuzzy.max_edits) : "";
        return {in_field(fuzzy.field, fuzzy.text + "~" + bound)};
    }

    Printed operator()(const Range& range) const {
        const std::string from = date_text(range.from);
        const std::string to = date_text(range.to);
        return {in_field(range.field, from == to ? from : from + ".." + to)};
    }

    Printed operator()(const And& both) const {
        return {joined(both.nodes, " AND ", Binding::And), Binding::And};
    }

    Printed operator()(const Or& either) const {
        return {joined(either.nodes, " OR ", Binding::And), Binding::Or};
    }

    Printed operator()(const Run& run) const { return print_run(run); }
};

Printed print(const Node& node) {
    return std::visit(Printer{}, node.value);
}

} // namespace

std::size_t needed_words(Need need, std::size_t count) {
    switch (need) {
    case Need::All:
        return count;
    case Need::Any:
        return std::min<std::size_t>(count, 1);
    case Need::None:
        return 0;
    case Need::Most:
        break;
    }
    return count <= 2 ? count : count * 3 / 4;
}

std::string understood(const Node& query) {
    return print(query).text;
}

} // namespace praxis::search
