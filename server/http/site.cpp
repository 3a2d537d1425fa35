// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/site.h"

#include "base/fingerprint.h"
#include "base/log.h"
#include "base/utf8.h"
#include "server/http/negotiation.h"
#include "server/http/pages/guide/problem_page.h"
#include "server/http/version.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::http {

namespace {

using enum ProblemType;

constexpr std::string_view allowed_methods = "GET, HEAD, OPTIONS";
constexpr std::size_t worth_packing = 1'024;
constexpr std::size_t logged_path = 256;

std::string_view path_of(std::string_view target) {
    return target.substr(0, target.find('?'));
}

Response answer_options() {
    Response response;
    response.status = 204;
    response.headers.set("Allow", std::string(allowed_methods));
    response.headers.set("Access-Control-Allow-Methods", std::string(allowed_methods));
    response.headers.set("Access-Control-Allow-Headers",
                         "Accept, Authorization, If-None-Match, X-Request-Id");
    response.headers.set("Access-Control-Max-Age", "86400");
    return response;
}

// A person's browser asks for HTML by name; programs do not, or prefer JSON.
bool wants_page(const Request& request) {
    const std::string accept = request.head.list("accept");
    return !path_of(request.head.target).starts_with("/v1/") &&
           accept.find(html_type) != std::string::npos &&
           quality_of(accept, html_type) >= quality_of(accept, json_type);
}

bool is_packable(const Response& response) {
    const std::string_view type = response.headers.value("Content-Type");
    return (response.stream || response.body.size() >= worth_packing) &&
           (type.starts_with("text/") || type.find("json") != std::string_view::npos ||
            type.find("xml") != std::string_view::npos || type.starts_with("application/x-"));
}

// A 304 carries no policy: browsers would put it in the place of the one that they keep.
void set_security_fields(Response& response) {
    if (response.status == 304)
        return;
    const bool is_page = response.headers.value("Content-Type").starts_with(html_type);
    response.headers.set("Content-Security-Policy",
                         is_page ? "default-src 'none'; script-src 'self'; connect-src 'self'; "
                                   "style-src 'self'; img-src 'self'; form-action 'self'; "
                                   "base-uri 'none'; frame-ancestors 'none'"
                                 : "default-src 'none'; frame-ancestors 'none'");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
}

// What is left, in every answer that costs some of it.
// Source: draft-ietf-httpapi-ratelimit-headers-10
void set_budget_fields(Response& response, const Budget::Spent& spent, std::uint64_t budget) {
    response.headers.set("RateLimit-Policy", fmt::format("\"default\";q={};w=60", budget));
    response.headers.set(
        "RateLimit", fmt::format("\"default\";r={};t={}", spent.remaining, spent.refill.count()));
}

// Counts what is being answered.
class Counted {
public:
    explicit Counted(std::atomic<std::uint64_t>& number) : number_(number) { ++number_; }

    ~Counted() { --number_; }

    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    std::atomic<std::uint64_t>& number_;
};

// A stream that keeps its place among the running ones until it has been sent.
class PlacedStream : public BodyStream {
public:
    PlacedStream(std::unique_ptr<BodyStream> stream, std::unique_ptr<RunningGate::Pass> place)
        : stream_(std::move(stream)), place_(std::move(place)) {}

    bool read(std::string& piece) override { return stream_->read(piece); }

private:
    std::unique_ptr<BodyStream> stream_;
    std::unique_ptr<RunningGate::Pass> place_;
};

// Whoever asks: the other end of the connection, or the one that our proxy speaks for.
std::string client_of(const Request& request, bool behind_proxy) {
    const std::string forwarded = behind_proxy ? request.head.list("x-forwarded-for") : "";
    const std::string_view last =
        trim(std::string_view(forwarded).substr(forwarded.rfind(',') + 1));
    return last.empty() ? request.address : std::string(last);
}

} // namespace

Site::Site(const search::Searcher& searcher, Options options)
    : searcher_(searcher), options_(std::move(options)), gate_(options_.running, options_.patience),
      exports_(options_.exports, options_.patience), budget_(options_.budget) {}

void Site::watch_connections(std::function<ConnectionTable::Counts()> counts) {
    connection_counts_ = std::move(counts);
}

Response Site::answer(const Request& request) {
    const Counted counted(in_flight_);
    const auto spent = spend(request);
    Response response;
    if (spent && !spent->granted) {
        response = problem_answer(
            {TooManyRequests, "Your address has used up its requests for now.", {}}, request);
        response.headers.set("Retry-After", std::to_string(spent->wait.count()));
        complete(response, request);
        set_budget_fields(response, *spent, options_.budget);
        return response;
    }
    const auto failed = problem_of_running(
        [&] {
            auto answered = respond(request);
            response = answered ? std::move(*answered) : problem_answer(answered.error(), request);
        },
        request.id);
    if (failed)
        return refuse(*failed, request.id);
    complete(response, request);
    if (spent)
        set_budget_fields(response, *spent, options_.budget);
    return response;
}

Response Site::refuse(const Problem& problem, std::string_view request_id) {
    const Request unread{{}, std::string(request_id), {}, false};
    Response response = problem_answer(problem, unread);
    complete(response, unread);
    return response;
}

void Site::record(const Exchange& exchange) {
    std::string_view name = "none";
    const auto target = parse_target(path_of(exchange.target));
    if (target && !exchange.target.empty()) // empty: no head was read
        if (const auto match = find_route(target->path))
            name = match->route->name;
    metrics_.count(name, exchange);
    if (!options_.log_requests)
        return;
    const std::string_view shown =
        options_.log_queries ? exchange.target : path_of(exchange.target);
    log_event(LogLevel::Info,
              "request",
              {{"method", std::string(exchange.method)},
               {"path", std::string(shown.substr(0, logged_path))},
               {"status", std::to_string(exchange.status)},
               {"bytes", std::to_string(exchange.bytes)},
               {"ms", fmt::format("{:.3f}", static_cast<double>(exchange.duration.count()) / 1e3)},
               {"request_id", std::string(exchange.request_id)},
               {"delivered", exchange.delivered ? "yes" : "no"}});
}

std::optional<Budget::Spent> Site::spend(const Request& request) {
    if (options_.budget == 0)
        return std::nullopt;
    const auto target = parse_target(path_of(request.head.target));
    const auto match = target ? find_route(target->path) : std::nullopt;
    if (match && match->route->has(Route::Operator))
        return std::nullopt;
    return budget_.spend(client_of(request, options_.behind_proxy),
                         std::chrono::steady_clock::now());
}

Admitted<Response> Site::respond(const Request& request) {
    const auto target = parse_target(request.head.target);
    if (!target)
        return tl::unexpected(target.error());
    const std::string& method = request.head.method;
    if (method == "OPTIONS" && target->raw_path == "*")
        return answer_options();
    const auto match = find_route(target->path);
    if (!match)
        return refusal(NotFound, "There is no page and no route at this address.");
    if (method == "OPTIONS")
        return answer_options();
    if (method != "GET" && method != "HEAD")
        return refusal(MethodNotAllowed, fmt::format("Use one of {}.", allowed_methods));
    if (request.had_body)
        return refusal(UnsupportedBody, "Send the request without a body.");
    if (preferred_type(request.head.list("accept"), match->route->media).empty())
        return refusal(NotAcceptable,
                       fmt::format("This address answers with {} only.",
                                   fmt::join(match->route->media, ", ")));
    return handle(*match, request, *target);
}

Admitted<Response> Site::handle(const Match& match, const Request& request, const Target& target) {
    if (!match.route->has(Route::Revalidated))
        return run(match, request, target);
    const std::string tag = entity_tag(*match.route, request);
    if (names_tag(request.head.list("if-none-match"), tag)) {
        Response unchanged;
        unchanged.status = 304;
        unchanged.headers.set("ETag", tag);
        unchanged.headers.set("Cache-Control", "no-cache");
        return unchanged;
    }
    auto answered = run(match, request, target);
    // A refresh in the meantime: the tag may not be that of what was answered.
    if (answered && answered->status == 200 && entity_tag(*match.route, request) == tag) {
        answered->headers.set("ETag", tag);
        answered->headers.set("Cache-Control", "no-cache");
    }
    return answered;
}

Admitted<Response> Site::run(const Match& match, const Request& request, const Target& target) {
    const bool exports = match.route->has(Route::Export);
    std::unique_ptr<RunningGate::Pass> place = exports ? exports_.enter() : nullptr;
    if (exports && place == nullptr)
        return refusal(Unavailable, "Too many exports are running; try again soon.");
    const bool costly = exports || match.route->has(Route::Costly);
    const auto pass = costly ? gate_.enter() : nullptr;
    if (costly && pass == nullptr)
        return refusal(Unavailable, "Too many searches are running; try again soon.");
    const std::string_view media = preferred_type(request.head.list("accept"), match.route->media);
    auto answered =
        match.route->handler({request, target, match.rest, media, searcher_, ready_, [this] {
                                  return counters();
                              }});
    if (answered && answered->stream && place)
        answered->stream =
            std::make_unique<PlacedStream>(std::move(answered->stream), std::move(place));
    return answered;
}

std::string Site::entity_tag(const Route& route, const Request& request) const {
    const search::ServedGeneration served = searcher_.served();
    Fingerprint print;
    if (served.settings != 0)
        print.add_part(to_hex(served.settings));
    print.add_part(program_version())
        .add_part(preferred_type(request.head.list("accept"), route.media))
        .add_part(request.head.target);
    return fmt::format("W/\"{}-{}\"", served.number, to_hex(print.value()));
}

std::string Site::counters() const {
    std::string text;
    metrics_.write(text);
    write_metric(text,
                 "gauge",
                 "praxis_http_requests_in_flight",
                 "Requests being answered, this one included.",
                 in_flight_);
    write_metric(
        text, "gauge", "praxis_searches_running", "Searches being answered.", gate_.running());
    write_metric(
        text, "gauge", "praxis_exports_running", "Exports being sent.", exports_.running());
    write_metric(text,
                 "gauge",
                 "praxis_budget_clients",
                 "Clients that have used some of their budget.",
                 budget_.clients());
    if (connection_counts_) {
        const ConnectionTable::Counts counts = connection_counts_();
        write_metric(text, "gauge", "praxis_connections_open", "Open connections.", counts.open);
        write_metric(text,
                     "counter",
                     "praxis_connections_evicted_total",
                     "Idle connections closed for new ones.",
                     counts.evicted);
        write_metric(text,
                     "counter",
                     "praxis_connections_refused_total",
                     "Connections turned away.",
                     counts.refused);
    }
    return text;
}

Response Site::problem_answer(const Problem& problem, const Request& request) const {
    const ProblemKind& kind = kind_of(problem.type);
    const bool page = kind.type != Internal && wants_page(request);
    const auto target = parse_target(request.head.target);
    const auto query = target ? target->parameters.first("q") : std::nullopt;
    Response response =
        page ? answer_with(
                   html_type,
                   problem_page(problem, request.id, query.value_or(""), *searcher_.library()))
             : answer_with(problem_type, problem_json(problem, request.id));
    response.status = kind.status;
    if (kind.status == 405)
        response.headers.set("Allow", std::string(allowed_methods));
    if (kind.status == 503)
        response.headers.set("Retry-After", "1");
    return response;
}

void Site::complete(Response& response, const Request& request) const {
    response.headers.set("X-Request-Id", request.id);
    response.headers.set("Vary", "Accept, Accept-Encoding, Authorization");
    set_security_fields(response);
    allow_origin(response, request);
    if (response.headers.value("Cache-Control").empty())
        response.headers.set("Cache-Control", "no-store");
    if (is_packable(response) && takes_gzip(request.head.list("accept-encoding"))) {
        if (response.stream)
            response.stream = gzip(std::move(response.stream));
        else
            response.body = gzip(response.body);
        response.headers.set("Content-Encoding", "gzip");
    }
}

void Site::allow_origin(Response& response, const Request& request) const {
    const bool everyone = std::ranges::find(options_.origins, "*") != options_.origins.end();
    const std::string origin = request.head.list("origin");
    if (!everyone)
        response.headers.set("Vary", "Accept, Accept-Encoding, Authorization, Origin");
    if (!everyone && std::ranges::find(options_.origins, origin) == options_.origins.end())
        return;
    response.headers.set("Access-Control-Allow-Origin", everyone ? "*" : origin);
    response.headers.set(
        "Access-Control-Expose-Headers",
        "Content-Disposition, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, "
        "Server-Timing, X-Request-Id, X-Total-Count");
}

} // namespace praxis::http
