// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/options.h"

#include "base/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <string_view>

namespace praxis::indexer {

namespace {

constexpr std::string_view overview =
    R"(praxis-indexer keeps an index in step with the folders that publications come from.

  praxis-indexer sync SOURCE... --index DIR       make the index say what the sources say
  praxis-indexer watch SOURCE... --index DIR      the same, again and again as files change
  praxis-indexer check SOURCE...                  only read and validate; list what is wrong
  praxis-indexer history --index DIR              what was published when
  praxis-indexer rollback --to N --index DIR      serve generation N again, and hold it
  praxis-indexer pin N --label TEXT --index DIR   keep generation N for good ('pin N' lets it go)
  praxis-indexer verify --index DIR               look for damage
  praxis-indexer library [FILE]                   explain a library description
  praxis-indexer topics --index DIR               how sure topics are, and what would change
  praxis-indexer acronyms --index DIR             what acronyms stand for by the texts

'praxis-indexer COMMAND --help' explains one command.

Exit status: 0 done; 1 done, but some files were rejected; 2 wrong usage or library description;
3 the index is locked or held, or a source is unavailable; 4 the index is damaged;
5 no space (nothing published); 130 interrupted (nothing published).
)";

constexpr std::string_view sync_help = R"(praxis-indexer sync SOURCE... --index DIR [options]

Makes the index say what the sources say: new publications are added, changed ones replaced,
vanished ones removed, all in one step at the end. SOURCE is a folder or a file; together they are
the whole truth. Files that did not change are not read again.

  --index DIR        the index; made if it does not exist
  --library FILE     the library description (else the index's own, else the shipped one)
  --source NAME      SOURCE is the truth about the source NAME only; others stay as they are
  --dry-run          read everything, publish nothing
  --strict           publish nothing if anything is rejected
  --allow-removals   let more than a fifth of a source vanish
  --resume           publish again after a rollback
  --report FILE      write what happened as JSON

  praxis-indexer sync ~/case-studies ~/newsletters --index /var/lib/praxis
)";

constexpr std::string_view watch_help = R"(praxis-indexer watch SOURCE... --index DIR [options]

Does what sync does, and again whenever something changes in the sources, until it is stopped with
Ctrl-C or SIGTERM. A file is read when it has landed whole; a second later it can be found.
What the system does not tell of (network folders) is found within a minute.

  --index DIR        the index; made if it does not exist
  --library FILE     the library description (else the index's own, else the shipped one)
  --source NAME      SOURCE is the truth about the source NAME only; others stay as they are
  --strict           publish nothing while anything is rejected
  --allow-removals   let more than a fifth of a source vanish
  --resume           publish again after a rollback
  --report FILE      write what the last sync did as JSON

  praxis-indexer watch ~/case-studies ~/newsletters --index /var/lib/praxis
)";

constexpr std::string_view check_help = R"(praxis-indexer check SOURCE... [--library FILE]

Reads and validates the sources as sync would, without an index. Every remark is a line
path:line:column: error|warning|note: text. Exit status 1 if anything would be rejected.
)";

constexpr std::string_view history_help = R"(praxis-indexer history --index DIR

Lists the generations that are kept, the newest first: number, date, publications, what changed,
pins, and which one is served.
)";

constexpr std::string_view rollback_help = R"(praxis-indexer rollback --to N --index DIR

Serves generation N again, at once. The library is then held: sync refuses to publish until it is
called with --resume.
)";

constexpr std::string_view pin_help = R"(praxis-indexer pin N --label TEXT --index DIR

Keeps generation N for good, under a label. Without --label, generation N is let go again.
)";

constexpr std::string_view verify_help = R"(praxis-indexer verify --index DIR

Compares every file of the served generation with its checksum, reads the whole index, and tells
in plain words what is damaged and how to mend it. Exit status 4 if anything is.
)";

constexpr std::string_view library_help = R"(praxis-indexer library [FILE]

Explains a library description: fields, facets, keys, sources, vocabularies; or says with line and
column what is wrong with it. Without FILE: the shipped description.
)";

constexpr std::string_view topics_help = R"(praxis-indexer topics --index DIR [--library FILE]

Shows what analyzers have learned about each topic, and what a sync would change: which
publications would gain and which would lose a topic. Nothing is published.

  --library FILE     with this description and its vocabulary (else the index's own)
)";

constexpr std::string_view acronyms_help = R"(praxis-indexer acronyms --index DIR

Lists the acronyms that the texts explain by Long Form (LF): those that searches use, those that are
also words, and those on which texts do not agree. The lines fit into a file of synonyms.
)";

// What one command accepts; options whose names end in '=' take a value.
struct Syntax {
    std::string_view name;
    std::string_view help;
    std::vector<std::string_view> options;
};

const std::array<Syntax, 10>& syntaxes() {
    static const std::array<Syntax, 10> all = {{
        {"sync",
         sync_help,
         {"--index=",
          "--library=",
          "--source=",
          "--report=",
          "--dry-run",
          "--strict",
          "--allow-removals",
          "--resume"}},
        {"watch",
         watch_help,
         {"--index=",
          "--library=",
          "--source=",
          "--report=",
          "--strict",
          "--allow-removals",
          "--resume"}},
        {"check", check_help, {"--library="}},
        {"history", history_help, {"--index="}},
        {"rollback", rollback_help, {"--index=", "--to="}},
        {"pin", pin_help, {"--index=", "--label="}},
        {"verify", verify_help, {"--index="}},
        {"library", library_help, {}},
        {"topics", topics_help, {"--index=", "--library="}},
        {"acronyms", acronyms_help, {"--index="}},
    }};
    return all;
}

// Arguments sorted into options and the rest; a flag's value is empty.
struct Arguments {
    std::vector<std::pair<std::string, std::string>> options;
    std::vector<std::string> rest;

    bool has(std::string_view name) const {
        return std::ranges::any_of(options, [&](const auto& o) { return o.first == name; });
    }

    std::optional<std::string> value(std::string_view name) const {
        const auto found =
            std::ranges::find_if(options, [&](const auto& o) { return o.first == name; });
        return found == options.end() ? std::nullopt : std::optional(found->second);
    }
};

tl::unexpected<Error> usage_error(std::string text) {
    return failure(ErrorKind::InvalidInput, std::move(text));
}

std::string suggestion(std::string_view mistyped, std::span<const std::string_view> known) {
    const std::string_view nearest = nearest_word(mistyped, known);
    return nearest.empty() ? std::string() : fmt::format("; did you mean {}?", nearest);
}

tl::unexpected<Error> unknown_option(const Syntax& syntax, std::string_view name) {
    std::vector<std::string_view> known{"--help"};
    for (std::string_view option : syntax.options)
        known.push_back(option.substr(0, option.find('=')));
    return usage_error(
        fmt::format("{} knows no option {}{} ('praxis-indexer {} --help' lists them)",
                    syntax.name,
                    name,
                    suggestion(name, known),
                    syntax.name));
}

Result<Arguments> sort_arguments(const Syntax& syntax, std::span<const std::string> given) {
    Arguments arguments;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string& word = given[i];
        if (word == "--") {
            arguments.rest.insert(arguments.rest.end(),
                                  given.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                  given.end());
            break;
        }
        if (!word.starts_with("-") || word == "-") {
            arguments.rest.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const bool has_value = equals != std::string::npos;
        if (!has_value && std::ranges::find(syntax.options, name) != syntax.options.end()) {
            arguments.options.emplace_back(name, "");
        } else if (std::ranges::find(syntax.options, name + "=") == syntax.options.end()) {
            return unknown_option(syntax, name);
        } else if (has_value) {
            arguments.options.emplace_back(name, word.substr(equals + 1));
        } else if (i + 1 < given.size()) {
            arguments.options.emplace_back(name, given[++i]);
        } else {
            return usage_error(fmt::format("{} needs a value", name));
        }
    }
    return arguments;
}

Result<std::filesystem::path> index_of(const Syntax& syntax, const Arguments& arguments) {
    const auto index = arguments.value("--index");
    if (!index || index->empty())
        return usage_error(
            fmt::format("{} needs --index DIR, the folder of the index", syntax.name));
    return std::filesystem::path(*index);
}

Result<std::uint64_t> generation_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0)
        return usage_error(fmt::format(
            "'{}' is no generation; give its number ('praxis-indexer history' lists them)", text));
    return number;
}

std::optional<std::filesystem::path> path_option(const Arguments& arguments,
                                                 std::string_view name) {
    const auto value = arguments.value(name);
    return value ? std::optional<std::filesystem::path>(*value) : std::nullopt;
}

std::vector<std::filesystem::path> paths(const std::vector<std::string>& words) {
    return {words.begin(), words.end()};
}

Result<SyncOptions> sync_options(const Syntax& syntax, const Arguments& arguments) {
    return index_of(syntax, arguments).map([&](const std::filesystem::path& index) {
        return SyncOptions{.sources = paths(arguments.rest),
                           .index = index,
                           .library = path_option(arguments, "--library"),
                           .only_source = arguments.value("--source").value_or(""),
                           .report = path_option(arguments, "--report"),
                           .unsettled = {},
                           .dry_run = arguments.has("--dry-run"),
                           .strict = arguments.has("--strict"),
                           .allow_removals = arguments.has("--allow-removals"),
                           .resume = arguments.has("--resume")};
    });
}

Result<Command> sync_command(const Syntax& syntax, const Arguments& arguments) {
    return sync_options(syntax, arguments);
}

Result<Command> watch_command(const Syntax& syntax, const Arguments& arguments) {
    return sync_options(syntax, arguments).map([](SyncOptions options) -> Command {
        return WatchOptions{std::move(options)};
    });
}

Result<Command> check_command(const Syntax& /*syntax*/, const Arguments& arguments) {
    return CheckOptions{paths(arguments.rest), path_option(arguments, "--library")};
}

Result<Command> history_command(const Syntax& syntax, const Arguments& arguments) {
    return index_of(syntax, arguments).map([](const std::filesystem::path& index) -> Command {
        return HistoryOptions{index};
    });
}

Result<Command> verify_command(const Syntax& syntax, const Arguments& arguments) {
    return index_of(syntax, arguments).map([](const std::filesystem::path& index) -> Command {
        return VerifyOptions{index};
    });
}

Result<Command> rollback_command(const Syntax& syntax, const Arguments& arguments) {
    const auto index = index_of(syntax, arguments);
    if (!index)
        return tl::unexpected(index.error());
    const auto to = arguments.value("--to");
    if (!to)
        return usage_error("rollback needs --to N, the generation to serve again");
    return generation_number(*to).map([&](std::uint64_t number) -> Command {
        return RollbackOptions{*index, number};
    });
}

Result<Command> pin_command(const Syntax& syntax, const Arguments& arguments) {
    const auto index = index_of(syntax, arguments);
    if (!index)
        return tl::unexpected(index.error());
    if (arguments.rest.size() != 1)
        return usage_error(
            "pin needs one generation: praxis-indexer pin N --label TEXT --index DIR");
    return generation_number(arguments.rest.front()).map([&](std::uint64_t number) -> Command {
        return PinOptions{*index, number, arguments.value("--label").value_or("")};
    });
}

Result<Command> library_command(const Syntax& /*syntax*/, const Arguments& arguments) {
    if (arguments.rest.size() > 1)
        return usage_error("library explains one description at a time");
    LibraryOptions options;
    if (!arguments.rest.empty())
        options.file = arguments.rest.front();
    return options;
}

Result<Command> topics_command(const Syntax& syntax, const Arguments& arguments) {
    return index_of(syntax, arguments).map([&](const std::filesystem::path& index) -> Command {
        return TopicsOptions{index, path_option(arguments, "--library")};
    });
}

Result<Command> acronyms_command(const Syntax& syntax, const Arguments& arguments) {
    return index_of(syntax, arguments).map([](const std::filesystem::path& index) -> Command {
        return AcronymsOptions{index};
    });
}

using Builder = Result<Command> (*)(const Syntax&, const Arguments&);

constexpr std::array<Builder, 10> builders = {sync_command,
                                              watch_command,
                                              check_command,
                                              history_command,
                                              rollback_command,
                                              pin_command,
                                              verify_command,
                                              library_command,
                                              topics_command,
                                              acronyms_command};

bool asks_for_help(std::string_view word) {
    return word == "--help" || word == "-h";
}

} // namespace

Result<Command> parse_command_line(std::span<const std::string> arguments) {
    if (arguments.empty())
        return usage_error("which command? 'praxis-indexer --help' lists them");
    if (asks_for_help(arguments.front()) || arguments.front() == "help")
        return HelpOptions{std::string(overview)};
    const auto& known = syntaxes();
    const auto syntax =
        std::ranges::find_if(known, [&](const Syntax& s) { return s.name == arguments.front(); });
    if (syntax == known.end()) {
        std::vector<std::string_view> names;
        names.reserve(known.size());
        for (const Syntax& each : known)
            names.push_back(each.name);
        return usage_error(
            fmt::format("there is no command {}{} ('praxis-indexer --help' lists them)",
                        arguments.front(),
                        suggestion(arguments.front(), names)));
    }
    const auto rest = arguments.subspan(1);
    if (std::ranges::any_of(rest, asks_for_help))
        return HelpOptions{std::string(syntax->help)};
    const auto sorted = sort_arguments(*syntax, rest);
    if (!sorted)
        return tl::unexpected(sorted.error());
    return builders[static_cast<std::size_t>(syntax - known.begin())](*syntax, *sorted);
}

} // namespace praxis::indexer
