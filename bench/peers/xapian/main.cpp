// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/lines/lines.h"
#include "bench/peers/engine.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

// Xapian as an engine of bench/compare: BM25, every hit counted, facets by a spy over value slots
// (a slot holds all values of a facet, each with its length in front), filters as boolean terms.

namespace {

using namespace praxis;
using bench::Findings;
using bench::Question;

Xapian::valueno slot_of(const std::string& facet) {
    Xapian::valueno slot = 0;
    for (const auto* facets : {&bench::small_facets(), &bench::further_facets()})
        for (const std::string& name : *facets) {
            if (name == facet)
                return slot;
            ++slot;
        }
    throw std::runtime_error("unknown facet " + facet);
}

// Terms of text are small letters and digits; those with X cannot be met there.
std::string value_term(const std::string& facet, const std::string& value) {
    return fmt::format("X{}:{}", facet, value).substr(0, 240);
}

Xapian::Document document_of(const bench::Line& line) {
    Xapian::Document document;
    std::istringstream words(line.text);
    Xapian::termpos position = 0;
    for (std::string word; words >> word;)
        document.add_posting(word.substr(0, 240), ++position);
    document.set_data(line.id + "\n" + line.title + "\n" + line.body);
    document.add_boolean_term("Q" + line.id);
    std::map<std::string, std::string> slots;
    for (const auto& [facet, value] : line.values) {
        document.add_boolean_term(value_term(facet, value));
        slots[facet] += static_cast<char>(std::min<std::size_t>(value.size(), 255));
        slots[facet] += value.substr(0, 255);
    }
    for (const auto& [facet, values] : slots)
        document.add_value(slot_of(facet), values);
    return document;
}

std::uint64_t write(const bench::Command& command, int action) {
    Xapian::WritableDatabase database(command.index, action);
    bench::Lines lines(command.library);
    for (bench::Line line; lines.next(line);)
        database.replace_document("Q" + line.id, document_of(line));
    database.commit();
    return database.get_doccount();
}

class CountingSpy : public Xapian::MatchSpy {
public:
    explicit CountingSpy(const std::string& facet)
        : is_topic_(facet == "topic"), slot_(slot_of(facet)) {}

    void operator()(const Xapian::Document& document, double) override {
        const std::string values = document.get_value(slot_);
        for (std::size_t at = 0; at < values.size();) {
            const auto length = static_cast<unsigned char>(values[at]);
            ++counts_[values.substr(at + 1, length)];
            at += 1 + length;
        }
    }

    std::uint64_t sum() const {
        std::vector<std::uint32_t> counts;
        for (const auto& [value, count] : counts_)
            if (!is_topic_ || value.find('/') == std::string::npos)
                counts.push_back(count);
        return bench::sum_of_ten(counts);
    }

private:
    bool is_topic_;
    Xapian::valueno slot_;
    std::unordered_map<std::string, std::uint32_t> counts_;
};

class Engine {
public:
    explicit Engine(const bench::Command& command) : database_(command.index) {}

    Findings ask(const Question& question) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(query_of(question));
        if (question.kind == Question::Kind::Prefix)
            enquire.set_weighting_scheme(Xapian::BoolWeight());
        std::vector<std::unique_ptr<CountingSpy>> spies;
        for (const std::string& facet : question.facets) {
            spies.push_back(std::make_unique<CountingSpy>(facet));
            enquire.add_matchspy(spies.back().get());
        }
        const Xapian::MSet best = enquire.get_mset(0, 10, database_.get_doccount());
        Findings findings;
        findings.total = best.get_matches_estimated(); // exact, as all were looked at
        for (auto hit = best.begin(); hit != best.end(); ++hit)
            findings.ids.push_back(std::to_string(*hit));
        for (const auto& spy : spies)
            findings.facet_sum += spy->sum();
        return findings;
    }

private:
    static Xapian::Query words_of(const Question& question) {
        const auto begin = question.words.begin();
        const auto end = question.words.end();
        switch (question.kind) {
        case Question::Kind::Prefix:
            return {Xapian::Query::OP_WILDCARD, *begin, 0, Xapian::Query::OP_SYNONYM};
        case Question::Kind::Phrase:
            return {Xapian::Query::OP_PHRASE, begin, end};
        case Question::Kind::Or:
            return {Xapian::Query::OP_OR, begin, end};
        default:
            return {Xapian::Query::OP_AND, begin, end};
        }
    }

    static Xapian::Query query_of(const Question& question) {
        const Xapian::Query words = words_of(question);
        if (!question.filter)
            return words;
        return {Xapian::Query::OP_FILTER,
                words,
                Xapian::Query(value_term(question.filter->first, question.filter->second))};
    }

    Xapian::Database database_;
};

int serve(const bench::Command& command) {
    const auto engine = std::make_shared<Engine>(command);
    return bench::serve([engine](const Question& question) {
        try {
            return engine->ask(question);
        } catch (const Xapian::Error& error) {
            throw std::runtime_error(error.get_description());
        }
    });
}

} // namespace

int main(int argc, char** argv) {
    return bench::run_engine(
        argc,
        argv,
        [](const bench::Command& command) {
            return write(command, Xapian::DB_CREATE_OR_OVERWRITE);
        },
        [](const bench::Command& command) { return write(command, Xapian::DB_OPEN); },
        serve);
}
