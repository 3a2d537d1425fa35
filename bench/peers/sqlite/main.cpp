// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/lines/lines.h"
#include "bench/peers/engine.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

// SQLite's FTS5 as an engine of bench/compare. Texts lie in a table of their own, as values of
// facets do; the hits of a search with facets are kept in a temporary table and joined in the order
// that was measured to be the quickest. Prefixes of four letters have an index.

namespace {

using namespace praxis;
using bench::Findings;
using bench::Question;

class Database {
public:
    explicit Database(const std::string& path) {
        if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK)
            throw std::runtime_error("cannot open " + path);
    }

    ~Database() {
        statements_.clear();
        sqlite3_close(database_);
    }

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const std::string& sql) {
        if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database_));
    }

    // The rows of a statement with text parameters; each row is handed to `row`.
    template <typename Row>
    void query(const std::string& sql, const std::vector<std::string>& parameters, Row&& row) {
        sqlite3_stmt* statement = prepared(sql);
        for (std::size_t i = 0; i < parameters.size(); ++i)
            sqlite3_bind_text(statement,
                              static_cast<int>(i) + 1,
                              parameters[i].data(),
                              static_cast<int>(parameters[i].size()),
                              SQLITE_STATIC);
        int state = sqlite3_step(statement);
        for (; state == SQLITE_ROW; state = sqlite3_step(statement))
            row(statement);
        sqlite3_reset(statement);
        if (state != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(database_));
    }

    void execute(const std::string& sql, const std::vector<std::string>& parameters) {
        query(sql, parameters, [](sqlite3_stmt*) {});
    }

    std::uint64_t number(const std::string& sql, const std::vector<std::string>& parameters) {
        std::uint64_t number = 0;
        query(sql, parameters, [&](sqlite3_stmt* row) {
            number = static_cast<std::uint64_t>(sqlite3_column_int64(row, 0));
        });
        return number;
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    sqlite3_stmt* prepared(const std::string& sql) {
        auto& statement = statements_[sql];
        if (!statement) {
            sqlite3_stmt* made = nullptr;
            if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &made, nullptr) != SQLITE_OK)
                throw std::runtime_error(sqlite3_errmsg(database_));
            statement.reset(made);
        }
        return statement.get();
    }

    sqlite3* database_ = nullptr;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

constexpr const char* tables = R"(
    CREATE TABLE publication(number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, text TEXT);
    CREATE VIRTUAL TABLE words USING fts5(text, content='publication', content_rowid='number',
                                          tokenize='ascii', prefix='4');
    CREATE TABLE value(facet TEXT, value TEXT, number INTEGER PRIMARY KEY, UNIQUE(facet, value));
)";

// A table for each facet: which publication has which value.
void make_tables(Database& database) {
    database.run(tables);
    for (const auto* facets : {&bench::small_facets(), &bench::further_facets()})
        for (const std::string& facet : *facets)
            database.run(fmt::format("CREATE TABLE has_{0}(publication INTEGER, value INTEGER, "
                                     "PRIMARY KEY(publication, value)) WITHOUT ROWID",
                                     facet));
}

void add(Database& database, const bench::Line& line) {
    database.execute("INSERT INTO publication(id, title, text) VALUES(?, ?, ?)",
                     {line.id, line.title, line.text});
    database.execute(
        "INSERT INTO words(rowid, text) SELECT number, text FROM publication WHERE id = ?",
        {line.id});
    for (const auto& [facet, value] : line.values) {
        database.execute("INSERT OR IGNORE INTO value(facet, value) VALUES(?, ?)", {facet, value});
        database.execute(fmt::format("INSERT INTO has_{} SELECT p.number, v.number FROM "
                                     "publication p, value v WHERE p.id = ? AND v.facet = ? "
                                     "AND v.value = ?",
                                     facet),
                         {line.id, facet, value});
    }
}

void remove(Database& database, const std::string& id) {
    database.execute("INSERT INTO words(words, rowid, text) "
                     "SELECT 'delete', number, text FROM publication WHERE id = ?",
                     {id});
    for (const auto* facets : {&bench::small_facets(), &bench::further_facets()})
        for (const std::string& facet : *facets)
            database.execute(fmt::format("DELETE FROM has_{} WHERE publication = "
                                         "(SELECT number FROM publication WHERE id = ?)",
                                         facet),
                             {id});
    database.execute("DELETE FROM publication WHERE id = ?", {id});
}

std::uint64_t write(const bench::Command& command, bool anew) {
    Database database(command.index);
    database.run(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
    if (anew)
        make_tables(database);
    database.run("BEGIN");
    bench::Lines lines(command.library);
    for (bench::Line line; lines.next(line);) {
        if (!anew)
            remove(database, line.id);
        add(database, line);
    }
    if (anew)
        database.run("INSERT INTO words(words) VALUES('optimize')");
    database.run("COMMIT");
    return database.number("SELECT count(*) FROM publication", {});
}

std::string expression_of(const Question& question) {
    const std::vector<std::string>& words = question.words;
    switch (question.kind) {
    case Question::Kind::Prefix:
        return words.at(0) + "*";
    case Question::Kind::Phrase:
        return fmt::format("\"{}\"", fmt::join(words, " "));
    case Question::Kind::Or:
        return fmt::format("\"{}\"", fmt::join(words, "\" OR \""));
    default:
        return fmt::format("\"{}\"", fmt::join(words, "\" AND \""));
    }
}

class Engine {
public:
    explicit Engine(const bench::Command& command) : database_(command.index) {
        database_.run("PRAGMA cache_size = -1000000; PRAGMA mmap_size = 30000000000;"
                      "PRAGMA temp_store = MEMORY;"
                      "CREATE TEMP TABLE hit(number INTEGER PRIMARY KEY)");
    }

    Findings ask(const Question& question) {
        Findings findings;
        std::vector<std::string> parameters = {expression_of(question)};
        std::string hits = " FROM words WHERE words MATCH ?";
        if (question.filter) {
            hits += fmt::format(" AND EXISTS (SELECT 1 FROM has_{} WHERE publication = words.rowid "
                                "AND value = (SELECT number FROM value WHERE facet = ? AND value = "
                                "?))",
                                question.filter->first);
            parameters.push_back(question.filter->first);
            parameters.push_back(question.filter->second);
        }
        // Every word of a prefix counts the same elsewhere, so there is nothing to rank by.
        const bool is_ranked = question.kind != Question::Kind::Prefix;
        database_.query("SELECT rowid" + hits + (is_ranked ? " ORDER BY rank" : "") + " LIMIT 10",
                        parameters,
                        [&](sqlite3_stmt* row) {
                            findings.ids.push_back(std::to_string(sqlite3_column_int64(row, 0)));
                        });
        if (question.facets.empty())
            findings.total = database_.number("SELECT count(*)" + hits, parameters);
        else
            count_facets(question, hits, parameters, findings);
        return findings;
    }

private:
    void count_facets(const Question& question,
                      const std::string& hits,
                      const std::vector<std::string>& parameters,
                      Findings& findings) {
        database_.run("DELETE FROM hit");
        database_.execute("INSERT INTO hit SELECT rowid" + hits, parameters);
        findings.total = database_.number("SELECT count(*) FROM hit", {});
        for (const std::string& facet : question.facets)
            findings.facet_sum += database_.number(
                fmt::format(
                    "SELECT sum(n) FROM (SELECT count(*) n FROM hit CROSS JOIN has_{0} h ON "
                    "h.publication = hit.number {1} GROUP BY h.value ORDER BY n DESC LIMIT 10)",
                    facet,
                    facet == "topic" ? "CROSS JOIN value v ON v.number = h.value AND "
                                       "v.value NOT LIKE '%/%'"
                                     : ""),
                {});
    }

    Database database_;
};

int serve(const bench::Command& command) {
    const auto engine = std::make_shared<Engine>(command);
    return bench::serve([engine](const Question& question) { return engine->ask(question); });
}

} // namespace

int main(int argc, char** argv) {
    return bench::run_engine(
        argc,
        argv,
        [](const bench::Command& command) { return write(command, true); },
        [](const bench::Command& command) { return write(command, false); },
        serve);
}
