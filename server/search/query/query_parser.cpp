// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_parser.h"

#include "base/utf8.h"
#include "server/search/query/query_lexer.h"
#include "server/search/query/query_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace praxis::search {

namespace {

// One clause of a run, with its signs.
struct Signed {
    Node node;
    bool plus = false;
    bool excluded = false;
    bool bare = false; // a word that `match` counts
};

using Clauses = std::vector<Signed>;

// The field that clauses are in, handed down through parentheses.
struct Scope {
    std::string field;
    FieldKind kind = FieldKind::Words;
    std::size_t depth = 0;
};

Need need_of(Match match) {
    switch (match) {
    case Match::All:
        return Need::All;
    case Match::Any:
        return Need::Any;
    case Match::Most:
        break;
    }
    return Need::Most;
}

// A run that is one clause only is that clause.
Node node_of(Run run) {
    if (run.excluded.empty() && run.words.size() + run.required.size() == 1)
        return std::move(run.words.empty() ? run.required : run.words).front();
    return Node{std::move(run)};
}

Node run_of(Clauses clauses, Need need) {
    Run run;
    const bool signs =
        std::any_of(clauses.begin(), clauses.end(), [](const Signed& c) { return c.plus; });
    run.need = signs ? Need::None : need;
    for (Signed& clause : clauses) {
        const bool counted = clause.bare || need == Need::Any;
        auto& place = clause.excluded           ? run.excluded
                      : clause.plus || !counted ? run.required
                                                : run.words;
        place.push_back(std::move(clause.node));
    }
    return node_of(std::move(run));
}

template <typename Junction>
Node junction_of(std::vector<Node> nodes) {
    if (nodes.size() == 1)
        return std::move(nodes.front());
    return Node{Junction{std::move(nodes)}};
}

// What stands on one level, before it is known how its runs are read.
class Level {
public:
    Level() { alternatives_.emplace_back(1); }

    void add(Signed clause) { current().push_back(std::move(clause)); }

    // Begins the next operand; false where there is nothing before the operator.
    bool operate(LexemeKind kind) {
        if (current().empty())
            return false;
        if (kind == LexemeKind::Or)
            alternatives_.emplace_back(1);
        else
            alternatives_.back().emplace_back();
        return true;
    }

    // Takes a trailing operator back; false if there is none.
    bool close() {
        if (!current().empty() || !has_operators())
            return true;
        alternatives_.back().pop_back();
        if (alternatives_.back().empty())
            alternatives_.pop_back();
        return false;
    }

    std::optional<Node> node(Need need) {
        if (current().empty())
            return std::nullopt;
        if (!has_operators())
            return run_of(std::move(current()), need);
        std::vector<Node> either;
        for (auto& runs : alternatives_) {
            std::vector<Node> both;
            for (Clauses& run : runs)
                both.push_back(run_of(std::move(run), Need::All));
            either.push_back(junction_of<And>(std::move(both)));
        }
        return junction_of<Or>(std::move(either));
    }

private:
    Clauses& current() { return alternatives_.back().back(); }

    bool has_operators() const { return alternatives_.size() > 1 || alternatives_[0].size() > 1; }

    std::vector<std::vector<Clauses>> alternatives_;
};

class Parser {
public:
    Parser(Lexed lexed, Need need)
        : lexemes_(std::move(lexed.lexemes)), notes_(std::move(lexed.notes)), need_(need) {}

    Answered<ParsedQuery> parse() {
        std::optional<Node> root = level({});
        if (!errors_.empty())
            return tl::unexpected(RequestProblem{
                ErrorKind::InvalidInput, "The query cannot be read.", std::move(errors_)});
        if (!root)
            root = Node{Everything{}};
        note_only_excluded(*root);
        return ParsedQuery{std::move(*root), std::move(notes_)};
    }

private:
    const Lexeme* peek() const { return at_ < lexemes_.size() ? &lexemes_[at_] : nullptr; }

    void refuse(std::string reason, std::size_t position) {
        errors_.push_back({"q", std::move(reason), position});
    }

    // Refuses and reads no further.
    void stop(std::string reason, std::size_t position) {
        refuse(std::move(reason), position);
        at_ = lexemes_.size();
    }

    std::optional<Node> level(const Scope& scope) {
        Level level;
        std::string last_operator;
        while (const Lexeme* lexeme = peek()) {
            if (lexeme->kind == LexemeKind::Close) {
                if (scope.depth > 0)
                    break;
                note_dropped(notes_, ")");
                ++at_;
            } else if (lexeme->kind == LexemeKind::And || lexeme->kind == LexemeKind::Or) {
                if (!level.operate(lexeme->kind))
                    note_dropped(notes_, lexeme->text);
                last_operator = lexeme->text;
                ++at_;
            } else if (std::optional<Signed> clause = signed_clause(scope))
                level.add(std::move(*clause));
        }
        if (!level.close())
            note_dropped(notes_, last_operator);
        return level.node(need_);
    }

    std::optional<Signed> signed_clause(const Scope& scope) {
        Signed signs;
        std::string last_sign;
        for (const Lexeme* lexeme = peek(); lexeme != nullptr; lexeme = peek()) {
            if (lexeme->kind == LexemeKind::Plus)
                signs.plus = true;
            else if (lexeme->kind == LexemeKind::Minus || lexeme->kind == LexemeKind::Not)
                signs.excluded = !signs.excluded;
            else
                break;
            last_sign = lexeme->text;
            ++at_;
        }
        std::optional<Signed> clause = primary(scope);
        if (!clause) {
            if (!last_sign.empty())
                note_dropped(notes_, last_sign);
            return std::nullopt;
        }
        clause->plus = signs.plus;
        clause->excluded = signs.excluded;
        return clause;
    }

    std::optional<Signed> primary(const Scope& scope) {
        const Lexeme* lexeme = peek();
        if (lexeme == nullptr)
            return std::nullopt;
        switch (lexeme->kind) {
        case LexemeKind::Word:
        case LexemeKind::Quoted:
            return value(scope, lexeme->kind == LexemeKind::Word);
        case LexemeKind::Open:
            return group(scope);
        case LexemeKind::Field:
            return in_field(scope);
        default:
            return std::nullopt; // an operator: the level goes on with it
        }
    }

    std::optional<Signed> in_field(const Scope& scope) {
        const Lexeme field = lexemes_[at_++];
        const Lexeme* next = peek();
        if (next == nullptr || next->position != field.position + field.text.size() + 1) {
            note_dropped(notes_, field.text + ":");
            return std::nullopt;
        }
        const Scope inner{field.text, field.field_kind, scope.depth};
        return next->kind == LexemeKind::Open ? group(inner) : value(inner, false);
    }

    std::optional<Signed> group(const Scope& scope) {
        const std::size_t position = lexemes_[at_].position;
        if (scope.depth == max_query_depth) {
            stop(fmt::format("Parentheses may be nested {} deep.", max_query_depth), position);
            return std::nullopt;
        }
        ++at_;
        std::optional<Node> node = level({scope.field, scope.kind, scope.depth + 1});
        if (peek() != nullptr)
            ++at_;
        else if (errors_.empty())
            add_note(notes_, "unclosed-parenthesis", "A parenthesis was closed at the end.");
        if (!node) {
            note_dropped(notes_, "()");
            return std::nullopt;
        }
        return Signed{std::move(*node)};
    }

    std::optional<Signed> value(const Scope& scope, bool bare) {
        const Lexeme& lexeme = lexemes_[at_++];
        if (++clauses_ > max_query_clauses) {
            stop(fmt::format("A query may have {} clauses.", max_query_clauses), lexeme.position);
            return std::nullopt;
        }
        ReadValue read = read_value(lexeme, scope.field, scope.kind, notes_);
        if (!read.problem.empty())
            refuse(std::move(read.problem), lexeme.position);
        if (!read.node)
            return std::nullopt;
        const bool word = std::holds_alternative<Word>(read.node->value) ||
                          std::holds_alternative<Fuzzy>(read.node->value);
        return Signed{std::move(*read.node), false, false, bare && word};
    }

    void note_only_excluded(const Node& root) {
        const Run* run = std::get_if<Run>(&root.value);
        if (run != nullptr && run->words.empty() && run->required.empty())
            add_note(notes_, "only-negative", "Nothing was asked for, so all but these are shown.");
    }

    std::vector<Lexeme> lexemes_;
    std::vector<Note> notes_;
    std::vector<ParameterError> errors_;
    Need need_;
    std::size_t at_ = 0;
    std::size_t clauses_ = 0;
};

RequestProblem problem_at(std::string reason, std::size_t position) {
    return {
        ErrorKind::InvalidInput, "The query cannot be read.", {{"q", std::move(reason), position}}};
}

// The number of code points before the first malformed byte.
std::size_t malformed_position(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const std::size_t begin = at;
        next_code_point(text, at);
        if (!is_valid_utf8(text.substr(begin, at - begin)))
            break;
    }
    return count;
}

} // namespace

Answered<ParsedQuery> parse_query(std::string_view text, Match match, const QueryFields& fields) {
    if (!is_valid_utf8(text))
        return tl::unexpected(problem_at("The query is not UTF-8.", malformed_position(text)));
    if (count_code_points(text) > max_query_code_points)
        return tl::unexpected(
            problem_at(fmt::format("A query may have {} characters.", max_query_code_points),
                       max_query_code_points));
    if (trim(text) == "*")
        return ParsedQuery{Node{Everything{}}, {}};
    return Parser(lex_query(text, fields), need_of(match)).parse();
}

} // namespace praxis::search
