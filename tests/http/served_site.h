// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/http_server.h"
#include "server/http/site.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/fake_searcher.h"
#include "tests/support/http_client.h"

#include <functional>
#include <memory>
#include <thread>

namespace praxis::tests {

// Fails the test if a condition does not come true within half a minute.
inline void wait_until(const std::function<bool()>& condition) {
    bool holds = condition();
    for (int i = 0; i < 3'000 && !holds; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        holds = condition();
    }
    BOOST_TEST_REQUIRE(holds);
}

// A server in this process, on a free port, over the fake searcher.
class ServedSite {
public:
    explicit ServedSite(http::ConnectionLimits limits = {}, http::Site::Options options = {})
        : site_(searcher_, quiet(std::move(options))),
          server_(std::move(*http::HttpServer::listen({"127.0.0.1", 0, limits}, site_))) {
        site_.watch_connections([this] { return server_->connections(); });
        server_->start();
    }

    ~ServedSite() { searcher_.release(); }

    ServedSite(const ServedSite&) = delete;
    ServedSite& operator=(const ServedSite&) = delete;

    std::uint16_t port() const { return server_->port(); }

    FakeSearcher& searcher() { return searcher_; }

    http::Site& site() { return site_; }

    http::HttpServer& server() { return *server_; }

    Answer fetch(std::string_view request, bool has_body = true) const {
        return tests::fetch(port(), request, has_body);
    }

private:
    static http::Site::Options quiet(http::Site::Options options) {
        options.log_requests = false;
        return options;
    }

    FakeSearcher searcher_;
    http::Site site_;
    std::unique_ptr<http::HttpServer> server_;
};

} // namespace praxis::tests
