// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/http_server.h"

#include "base/log.h"
#include "server/http/wire/conversation.h"
#include "server/http/wire/response_text.h"

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/Net/TCPServerParams.h>
#include <Poco/ThreadPool.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>

namespace praxis::http {

namespace {

constexpr int spare_threads = 16; // for saying 503
constexpr int backlog = 256;
constexpr std::chrono::milliseconds farewell{200};

struct Shared {
    ConnectionLimits limits;
    ConnectionTable table;
    Responder& responder;
};

void turn_away(const ByteChannel& channel, Responder& responder) {
    const std::string id = request_id_of({});
    const Response response = responder.refuse(
        {ProblemType::Unavailable, "Too many connections are open; try again soon.", {}}, id);
    channel.write_all(response_text(response, {true, false}), Clock::now() + farewell);
    channel.finish(max_head, Clock::now() + farewell);
}

class Connection : public Poco::Net::TCPServerConnection {
public:
    Connection(const Poco::Net::StreamSocket& socket, Shared& shared)
        : TCPServerConnection(socket), shared_(shared) {}

    // A thread's entry: nothing may escape.
    void run() override {
        try {
            converse();
        } catch (const Poco::Exception& error) {
            log_event(LogLevel::Info, "connection-lost", {{"reason", error.displayText()}});
        } catch (const std::exception& error) {
            log_event(LogLevel::Error, "connection-failed", {{"reason", error.what()}});
        }
    }

private:
    void converse() {
        const int descriptor = socket().impl()->sockfd();
        const ByteChannel channel(descriptor);
        const std::string address = socket().peerAddress().host().toString();
        const auto place = shared_.table.enter(descriptor, address);
        if (!place)
            return turn_away(channel, shared_.responder);
        socket().setNoDelay(true);
        Conversation(channel, *place, shared_.limits, shared_.responder, address).run();
    }

    Shared& shared_;
};

class ConnectionFactory : public Poco::Net::TCPServerConnectionFactory {
public:
    explicit ConnectionFactory(Shared& shared) : shared_(shared) {}

    Poco::Net::TCPServerConnection*
    createConnection(const Poco::Net::StreamSocket& socket) override {
        return new Connection(socket, shared_); // Poco takes it
    }

private:
    Shared& shared_;
};

int thread_limit(const ConnectionLimits& limits) {
    return static_cast<int>(limits.connections) + spare_threads;
}

Poco::Net::TCPServerParams::Ptr parameters_of(const ConnectionLimits& limits) {
    Poco::Net::TCPServerParams::Ptr parameters = new Poco::Net::TCPServerParams;
    parameters->setMaxThreads(thread_limit(limits));
    parameters->setMaxQueued(backlog);
    return parameters;
}

// SO_REUSEPORT stays off: with it a second server on the same port would start without a word
// and take half of the connections.
Poco::Net::ServerSocket listen_on(const HttpServer::Options& options) {
    Poco::Net::ServerSocket socket;
    socket.bind(Poco::Net::SocketAddress(options.host, options.port), true, false);
    socket.listen(backlog);
    return socket;
}

Error listening_failed(const HttpServer::Options& options, const Poco::Exception& error) {
    const std::string where = fmt::format("{}:{}", options.host, options.port);
    if (error.code() == EADDRINUSE)
        return {ErrorKind::Conflict,
                fmt::format("cannot listen on {}: another program does already; end it or choose "
                            "another port with --listen",
                            where)};
    if (error.code() == EACCES)
        return {ErrorKind::Unavailable,
                fmt::format("cannot listen on {}: ports below 1024 need privileges; choose a "
                            "higher one with --listen",
                            where)};
    return {ErrorKind::InvalidInput,
            fmt::format("cannot listen on {}: {}", where, error.displayText())};
}

} // namespace

struct HttpServer::State {
    State(const Options& options, Responder& responder)
        : shared{options.limits,
                 {options.limits.connections, options.limits.connections_per_address},
                 responder},
          pool("http", 2, thread_limit(options.limits)), socket(listen_on(options)),
          server(new ConnectionFactory(shared), pool, socket, parameters_of(options.limits)),
          port(socket.address().port()) {}

    Shared shared;
    Poco::ThreadPool pool;
    Poco::Net::ServerSocket socket;
    Poco::Net::TCPServer server;
    std::uint16_t port;
    std::atomic<bool> stopped = false;
};

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const Options& options,
                                                       Responder& responder) {
    try {
        return std::unique_ptr<HttpServer>(
            new HttpServer(std::make_unique<State>(options, responder)));
    } catch (const Poco::Exception& error) {
        return tl::unexpected(listening_failed(options, error));
    }
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}

HttpServer::~HttpServer() {
    stop();
    state_->shared.table.wait_until_empty(Deadline::max());
    state_->pool.joinAll();
}

void HttpServer::start() {
    state_->server.start();
}

std::uint16_t HttpServer::port() const {
    return state_->port;
}

ConnectionTable::Counts HttpServer::connections() const {
    return state_->shared.table.counts();
}

bool HttpServer::stop() {
    ConnectionTable& table = state_->shared.table;
    if (!state_->stopped.exchange(true)) {
        ::shutdown(state_->socket.impl()->sockfd(), SHUT_RDWR); // wakes the accepting thread
        state_->server.stop();
        state_->socket.close();
        table.drain();
    }
    const bool finished =
        table.wait_until_empty(Clock::now() + state_->shared.limits.drain_deadline);
    table.shut_all();
    return finished;
}

} // namespace praxis::http
