// The C++ runner: makes the calls that it is told to through nango.hpp, and reports what came out. See ../README.md.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

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

// What another thread does during a call, after some time; the destructor waits until it is done.
class Later {
public:
    Later() = default;
    Later(const Later &) = delete;
    Later &operator=(const Later &) = delete;
    ~Later() {
        if (thread_.joinable())
            thread_.join();
    }

    void run(const std::string &after_ms, std::function<void()> what) {
        thread_ = std::thread([after = milliseconds(std::stoll(after_ms)), what = std::move(what)] {
            std::this_thread::sleep_for(after);
            what();
        });
    }

    void cancel(const std::string &after_ms, nango::CallOptions &options) {
        const nango::Cancel token;
        options.cancel(token);
        run(after_ms, [token] { token.trigger(); });
    }

private:
    std::thread thread_;
};

std::string call(const nango::Client &client, const Fields &fields) {
    nango::CallOptions options;
    std::string connection_id = "c";
    Later later;
    for (const auto &[name, value] : fields) {
        if (name == "force_refresh")
            options.force_refresh(value == "1");
        else if (name == "timeout_ms")
            options.timeout(milliseconds(std::stoll(value)));
        else if (name == "connection_id_length")
            connection_id = std::string(std::stoul(value), 'c');
        else if (name == "cancel_after_ms")
            later.cancel(value, options);
        else
            stop("no such setting of a call", name);
    }
    const nango::Connection connection = client.get_connection(connection_id, "p", options);
    return "\tapi_key=" + escape(std::string(connection.api_key().value_or("")));
}

// Adler-32 of what was read, and how much that is.
struct Sum {
    std::uint32_t low = 1, high = 0;
    std::uint64_t count = 0;

    void add(std::string_view bytes) {
        for (const char byte : bytes) {
            low = (low + static_cast<unsigned char>(byte)) % 65521;
            high = (high + low) % 65521;
        }
        count += bytes.size();
    }

    std::string fields() const {
        const std::uint64_t value = static_cast<std::uint64_t>(high) << 16 | low;
        return "\tread=" + std::to_string(count) + "\tsum=" + std::to_string(value);
    }
};

// A body that is made as it is read.
class Pattern {
public:
    explicit Pattern(std::uint64_t size) : left_(size) {}

    std::size_t operator()(char *buffer, std::size_t capacity) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(capacity, left_));
        for (std::size_t i = 0; i < count; ++i)
            buffer[i] = "0123456789abcdef"[at_++ % 16];
        left_ -= count;
        return count;
    }

private:
    std::uint64_t at_ = 0;
    std::uint64_t left_;
};

void set_body(nango::Request &request, std::uint64_t size, const std::string &length) {
    Pattern pattern(size);
    if (length == "known") {
        request.body_reader(pattern, size, "text/plain");
    } else if (length == "chunked") {
        request.body_reader(pattern, std::nullopt, "text/plain");
    } else if (length == "memory") {
        std::string bytes(static_cast<std::size_t>(size), '\0');
        pattern(bytes.data(), bytes.size());
        request.body(bytes, "text/plain");
    } else {
        stop("no such length of a body", length);
    }
}

// An error while a body was read, and what came before it.
struct BrokenBody {
    nango::Error error;
    Sum sum;
};

Sum read_body(nango::Response &response, const std::string &how, std::uint64_t most) {
    Sum sum;
    try {
        if (how == "collect") {
            sum.add(response.body());
            return sum;
        }
        std::vector<char> buffer(65536);
        while (sum.count < most) {
            const auto room = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), most - sum.count));
            const std::size_t count = response.read(buffer.data(), room);
            if (count == 0)
                break;
            sum.add({buffer.data(), count});
        }
        return sum;
    } catch (const nango::Error &error) {
        throw BrokenBody{error, sum};
    }
}

std::string proxy(const nango::Client &client, const Fields &fields) {
    const auto text = [&](const std::string &name) {
        const auto found = fields.find(name);
        return found == fields.end() ? "" : found->second;
    };
    nango::Request request(text("method"), text("endpoint"));
    nango::CallOptions options;
    std::uint64_t most = UINT64_MAX;
    Later later;
    for (const auto &[name, value] : fields) {
        if (name == "body")
            set_body(request, std::stoull(value), text("body_length"));
        else if (name == "idle_timeout_ms")
            request.idle_timeout(milliseconds(std::stoll(value)));
        else if (name == "timeout_ms")
            options.timeout(milliseconds(std::stoll(value)));
        else if (name == "cancel_after_ms")
            later.cancel(value, options);
        else if (name == "shutdown_after_ms")
            later.run(value, [&client] { client.shutdown(); });
        else if (name == "read_bytes")
            most = std::stoull(value);
        else if (name != "method" && name != "endpoint" && name != "body_length" && name != "read")
            stop("no such setting of a request", name);
    }
    nango::Response response = client.proxy("c", "p", request, options);
    const std::string how = text("read");
    const Sum sum = read_body(response, how, how == "drop" ? most : UINT64_MAX);
    return "\tstatus=" + std::to_string(response.status()) + sum.fields();
}

std::string fields_of(const nango::Error &error) {
    const std::optional<milliseconds> asked = error.retry_after();
    std::ostringstream fields;
    fields << "\tkind=" << error.kind_name() << "\tstatus=" << error.http_status() << "\tattempts=" << error.attempts()
           << "\tretryable=" << (error.is_retryable() ? 1 : 0) << "\tretry_after_ms=" << (asked ? asked->count() : -1)
           << "\tmessage=" << escape(error.what());
    return fields.str();
}

} // namespace

int main() {
    std::optional<nango::Client> client;
    std::string line;
    while (std::getline(std::cin, line)) {
        Fields fields;
        const std::string word = parse(line, fields);
        const Clock::time_point start = Clock::now();
        std::string outcome = "\tkind=OK";
        try {
            if (word == "client")
                client.emplace(make(fields));
            else if (word == "call" && client)
                outcome += call(*client, fields);
            else if (word == "proxy" && client)
                outcome += proxy(*client, fields);
            else
                client.reset();
        } catch (const nango::Error &error) {
            outcome = fields_of(error) + (word == "proxy" ? "\tat=call" : "");
        } catch (const BrokenBody &broken) {
            outcome = fields_of(broken.error) + "\tat=reading" + broken.sum.fields();
        }
        const auto ms = std::chrono::duration_cast<milliseconds>(Clock::now() - start).count();
        std::cout << "outcome\tms=" << ms << outcome << std::endl;
    }
    return 0;
}
