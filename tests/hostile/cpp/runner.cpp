// The C++ runner: makes the calls that it is told to through nango.hpp, and reports what came out. See ../README.md.
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <thread>

#include <nango.hpp>

namespace {

using Fields = std::map<std::string, std::string>;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

[[noreturn]] void stop(const std::string &problem, const std::string &detail) {
    std::cerr << "hostile c++: " << problem << ": " << detail << "\n";
    std::exit(2);
}

std::string unescape(const std::string &text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::string escape(const std::string &text) {
    static const char digits[] = "0123456789ABCDEF";
    std::string escaped;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte <= ' ' || byte == '%' || byte == 0x7f)
            escaped += {'%', digits[byte / 16], digits[byte % 16]};
        else
            escaped += character;
    }
    return escaped;
}

// The word of a line; its fields are stored.
std::string parse(const std::string &line, Fields &fields) {
    std::istringstream parts(line);
    std::string word, part;
    std::getline(parts, word, '\t');
    while (std::getline(parts, part, '\t')) {
        const std::size_t equals = part.find('=');
        if (equals == std::string::npos)
            stop("no field", part);
        fields[part.substr(0, equals)] = unescape(part.substr(equals + 1));
    }
    return word;
}

nango::Client make(const Fields &fields) {
    nango::ClientOptions options;
    for (const auto &[name, value] : fields) {
        if (name == "secret_key")
            options.secret_key(value);
        else if (name == "base_url")
            options.base_url(value);
        else if (name == "http_proxy")
            options.http_proxy(value);
        else if (name == "ca_file")
            options.ca_file(value);
        else if (name == "timeout_ms")
            options.timeout(milliseconds(std::stoll(value)));
        else if (name == "connect_timeout_ms")
            options.connect_timeout(milliseconds(std::stoll(value)));
        else if (name == "max_retries")
            options.max_retries(static_cast<std::uint32_t>(std::stoul(value)));
        else if (name == "max_response_bytes")
            options.max_response_bytes(std::stoull(value));
        else if (name == "allow_plaintext_http")
            options.allow_plaintext_http(value == "1");
        else
            stop("no such setting of a client", name);
    }
    return nango::Client(options);
}

std::string call(const nango::Client &client, const Fields &fields) {
    nango::CallOptions options;
    std::string connection_id = "c";
    std::thread canceller;
    for (const auto &[name, value] : fields) {
        if (name == "force_refresh") {
            options.force_refresh(value == "1");
        } else if (name == "timeout_ms") {
            options.timeout(milliseconds(std::stoll(value)));
        } else if (name == "connection_id_length") {
            connection_id = std::string(std::stoul(value), 'c');
        } else if (name == "cancel_after_ms") {
            const nango::Cancel cancel;
            options.cancel(cancel);
            canceller = std::thread([cancel, after = milliseconds(std::stoll(value))] {
                std::this_thread::sleep_for(after);
                cancel.trigger();
            });
        } else {
            stop("no such setting of a call", name);
        }
    }
    try {
        const nango::Connection connection = client.get_connection(connection_id, "p", options);
        if (canceller.joinable())
            canceller.join();
        return std::string(connection.api_key().value_or(""));
    } catch (const nango::Error &) {
        if (canceller.joinable())
            canceller.join();
        throw;
    }
}

void report(Clock::time_point start, const std::string &api_key, const nango::Error *error) {
    const auto ms = std::chrono::duration_cast<milliseconds>(Clock::now() - start).count();
    std::cout << "outcome\tms=" << ms;
    if (!error) {
        std::cout << "\tkind=OK\tapi_key=" << escape(api_key) << std::endl;
        return;
    }
    const std::optional<milliseconds> asked = error->retry_after();
    std::cout << "\tkind=" << error->kind_name() << "\tstatus=" << error->http_status()
              << "\tattempts=" << error->attempts() << "\tretryable=" << (error->is_retryable() ? 1 : 0)
              << "\tretry_after_ms=" << (asked ? asked->count() : -1) << "\tmessage=" << escape(error->what())
              << std::endl;
}

} // namespace

int main() {
    std::optional<nango::Client> client;
    std::string line;
    while (std::getline(std::cin, line)) {
        Fields fields;
        const std::string word = parse(line, fields);
        const Clock::time_point start = Clock::now();
        try {
            std::string api_key;
            if (word == "client")
                client.emplace(make(fields));
            else if (word == "call" && client)
                api_key = call(*client, fields);
            else
                client.reset();
            report(start, api_key, nullptr);
        } catch (const nango::Error &error) {
            report(start, "", &error);
        }
    }
    return 0;
}
