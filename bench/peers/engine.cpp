// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/peers/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <functional>
#include <iostream>
#include <numeric>
#include <stdexcept>
#include <string_view>

namespace praxis::bench {

namespace {

using Clock = std::chrono::steady_clock;

double microseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(mark), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Question::Kind kind_of(const std::string& name) {
    constexpr std::array<std::string_view, 5> names = {"term", "and", "or", "phrase", "prefix"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        throw std::runtime_error("unknown kind " + name);
    return static_cast<Question::Kind>(found - names.begin());
}

std::string answer(const std::string& line, const std::function<Findings(const Question&)>& ask) {
    const std::vector<std::string> parts = split(line, '\t');
    Question question{kind_of(parts.at(0)), split(parts.at(1), ' '), {}, {}};
    if (parts.at(2) != "-")
        question.facets = split(parts[2], ',');
    if (const std::string& filter = parts.at(3); filter != "-")
        question.filter.emplace(filter.substr(0, filter.find('=')),
                                filter.substr(filter.find('=') + 1));
    Findings findings;
    std::vector<std::string> times;
    for (int repeats = std::stoi(parts.at(4)); repeats > 0; --repeats) {
        const Clock::time_point begin = Clock::now();
        findings = ask(question);
        times.push_back(fmt::format("{:.2f}", microseconds_since(begin)));
    }
    return fmt::format("{}\t{}\t{}", findings.total, findings.facet_sum, fmt::join(times, ","));
}

Command parse(int argc, char** argv) {
    if (argc < 2)
        throw std::runtime_error("usage: index|update|serve --library FOLDER --index FOLDER");
    Command command;
    command.name = argv[1];
    for (int i = 2; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (option == "--stock")
            command.stock = true;
        else if (option == "--library" && i + 1 < argc)
            command.library = argv[++i];
        else if (option == "--index" && i + 1 < argc)
            command.index = argv[++i];
        else
            throw std::runtime_error(fmt::format("unknown option {}", option));
    }
    return command;
}

} // namespace

int serve(const std::function<Findings(const Question&)>& ask) {
    std::cout << "ready" << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        try {
            std::cout << answer(line, ask) << std::endl;
        } catch (const std::exception& error) {
            std::cout << "error\t" << error.what() << std::endl;
        }
    }
    return 0;
}

std::uint64_t sum_of_ten(std::vector<std::uint32_t>& counts) {
    const auto tenth =
        counts.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(10, counts.size()));
    std::nth_element(counts.begin(), tenth, counts.end(), std::greater<>());
    return std::accumulate(counts.begin(), tenth, std::uint64_t{0});
}

int run_engine(int argc,
               char** argv,
               const std::function<std::uint64_t(const Command&)>& index,
               const std::function<std::uint64_t(const Command&)>& update,
               const std::function<int(const Command&)>& serve_index) {
    try {
        const Command command = parse(argc, argv);
        if (command.name == "serve")
            return serve_index(command);
        const Clock::time_point begin = Clock::now();
        const std::uint64_t publications =
            command.name == "update" ? update(command) : index(command);
        fmt::print("{{\"publications\": {}, \"seconds\": {:.3f}}}\n",
                   publications,
                   microseconds_since(begin) / 1e6);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}: {}\n", argv[0], error.what());
        return 1;
    }
}

} // namespace praxis::bench
