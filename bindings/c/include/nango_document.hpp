/**
 * @file nango_document.hpp
 * What the operations of nango_api.hpp take and give. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_DOCUMENT_HPP
#define NANGO_DOCUMENT_HPP

#include <map>

namespace nango {

/// JSON that Nango sent, with its memory: copies share it. Any number of threads may read it at once. May outlive the
/// client. There is no operator<<, because it may contain secrets of your customers.
class Document {
public:
    /// The whole of it.
    [[nodiscard]] Value value() const & noexcept NANGO_LIFETIMEBOUND { return Value(value_.get()); }
    Value value() const && = delete;

    /// A part of another document, whose memory it shares.
    Document(const Document &whole, Value part) noexcept : value_(whole.value_, part.get()) {}

    // Without a move, so that none is ever empty.
    Document(const Document &) noexcept = default;
    Document &operator=(const Document &) noexcept = default;
    ~Document() = default;

private:
    friend struct detail::Calls;
    explicit Document(std::shared_ptr<const nango_value> value) noexcept : value_(std::move(value)) {}
    std::shared_ptr<const nango_value> value_;
};

/// An object that Nango sent, whose fields a class has as members.
///
/// A field that is absent or null is std::nullopt, or empty. One that is something else than Nango documents throws
/// ErrorKind::Decode, which names it; the others can still be read. What is newer than the library is in fields().
class Model {
public:
    explicit Model(const Document &document) noexcept : document_(document) {}

    /// All fields of the object, those too that have no member here.
    [[nodiscard]] Value fields() const & noexcept NANGO_LIFETIMEBOUND { return document_.value(); }
    Value fields() const && = delete;

protected:
    /// An object whose members Nango does not document; null or absent if it is that. Throws ErrorKind::Decode if it is
    /// something else.
    [[nodiscard]] Value object(const char *name) const;

    /// What a field of an object has; absent if it is not there or null. Throws ErrorKind::Decode if it is something
    /// else.
    template <class T>
    [[nodiscard]] std::optional<T> field(const char *name) const;

    /// The same for an array or an object of values: empty if it is not there or null.
    template <class T>
    [[nodiscard]] T collection(const char *name) const {
        return field<T>(name).value_or(T());
    }

private:
    Document document_;
};

namespace detail {

/// Throws unless a field is what Nango documents.
inline void expect(bool is_so, const char *field, const char *documented) {
    if (!is_so)
        throw Error(ErrorKind::Decode, std::string(field) + " in Nango's response is not " + documented);
}

/// How a value of a type is read. It is a model here: each can be made of a document.
template <class T>
struct Field {
    static T from(const Document &whole, Value value, const char *field) {
        expect(value.type() == ValueType::Object, field, "an object");
        return T(Document(whole, value));
    }
};

template <>
struct Field<std::string_view> {
    static std::string_view from(const Document &, Value value, const char *field) {
        const std::optional<std::string_view> text = value.string();
        expect(text.has_value(), field, "a string without U+0000");
        return *text;
    }
};

template <>
struct Field<std::int64_t> {
    static std::int64_t from(const Document &, Value value, const char *field) {
        const std::optional<std::int64_t> number = value.int64();
        expect(number.has_value(), field, "an integer of 64 bits");
        return *number;
    }
};

template <>
struct Field<double> {
    static double from(const Document &, Value value, const char *field) {
        const std::optional<double> number = value.number();
        expect(number.has_value(), field, "a number");
        return *number;
    }
};

template <>
struct Field<bool> {
    static bool from(const Document &, Value value, const char *field) {
        const std::optional<bool> boolean = value.boolean();
        expect(boolean.has_value(), field, "true or false");
        return *boolean;
    }
};

/// Any JSON.
template <>
struct Field<Value> {
    static Value from(const Document &, Value value, const char *) noexcept { return value; }
};

template <class T>
struct Field<std::vector<T>> {
    static std::vector<T> from(const Document &whole, Value value, const char *field) {
        expect(value.type() == ValueType::Array, field, "an array");
        std::vector<T> items;
        items.reserve(value.size());
        for (const Value item : value)
            items.push_back(Field<T>::from(whole, item, field));
        return items;
    }
};

/// A member whose key C cannot hold is in Model::fields() alone.
template <class T>
struct Field<std::map<std::string_view, T>> {
    static std::map<std::string_view, T> from(const Document &whole, Value value, const char *field) {
        expect(value.type() == ValueType::Object, field, "an object");
        std::map<std::string_view, T> members;
        for (const Member &member : value.members())
            if (member.key)
                members.insert_or_assign(*member.key, Field<T>::from(whole, member.value, field));
        return members;
    }
};

/// The JSON object that is the body of a request.
class Body {
public:
    Body &add(std::string_view name, std::string_view value) {
        begin(name);
        append(name, value);
        return *this;
    }

    Body &add(std::string_view name, std::int64_t value) {
        begin(name).append(std::to_string(value));
        return *this;
    }

    Body &add(std::string_view name, bool value) {
        begin(name).append(value ? "true" : "false");
        return *this;
    }

    Body &add(std::string_view name, const Json &value) {
        if (!is_one_value(value.text()))
            throw Error(ErrorKind::InvalidArgument, std::string(name) + " is not exactly one JSON value");
        begin(name).append(value.text());
        return *this;
    }

    Body &add(std::string_view name, const std::vector<std::string> &values) {
        begin(name).append("[");
        const char *separator = "";
        for (const std::string &value : values) {
            text_.append(separator);
            append(name, value);
            separator = ",";
        }
        text_.append("]");
        return *this;
    }

    Body &add(std::string_view name, const std::map<std::string, std::string> &members) {
        begin(name).append("{");
        const char *separator = "";
        for (const auto &[key, value] : members) {
            text_.append(separator);
            append(name, key);
            text_.append(":");
            append(name, value);
            separator = ",";
        }
        text_.append("}");
        return *this;
    }

    /// What is not set is not sent.
    template <class T>
    Body &add(std::string_view name, const std::optional<T> &value) {
        return value ? add(name, *value) : *this;
    }

    /// A parameter that has to be an object.
    Body &add_object(std::string_view name, const Json &value) {
        const std::size_t first = value.text().find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos || value.text()[first] != '{')
            throw Error(ErrorKind::InvalidArgument, std::string(name) + " is not a JSON object");
        return add(name, value);
    }

    Body &add_object(std::string_view name, const std::optional<Json> &value) {
        return value ? add_object(name, *value) : *this;
    }

    [[nodiscard]] Json json() {
        text_.append(text_.text().empty() ? "{}" : "}");
        return Json(text_.text());
    }

private:
    WipedText &begin(std::string_view name) {
        text_.append(text_.text().empty() ? "{" : ",");
        append(name, name);
        return text_.append(":");
    }

    void append(std::string_view name, std::string_view string) {
        static constexpr char digits[] = "0123456789abcdef";
        // As anywhere else, although JSON could have it.
        if (string.find('\0') != std::string_view::npos)
            throw Error(ErrorKind::InvalidArgument, std::string(name) + " contains a NUL: pass text without one");
        text_.append("\"");
        for (const char &letter : string) {
            const auto byte = static_cast<unsigned char>(letter);
            const char escaped[] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
            if (byte < 0x20) {
                text_.append({escaped, sizeof escaped});
            } else {
                if (letter == '"' || letter == '\\')
                    text_.append("\\");
                text_.append({&letter, 1});
            }
        }
        text_.append("\"");
    }

    /// Whether nothing in a text ends the member that it is put into. The library checks that the whole body is JSON.
    static bool is_one_value(std::string_view json) noexcept {
        std::size_t depth = 0;
        bool is_in_string = false;
        for (std::size_t i = 0; i < json.size(); ++i) {
            const char letter = json[i];
            if (letter == '"')
                is_in_string = !is_in_string;
            else if (is_in_string)
                i += letter == '\\' ? 1 : 0;
            else if (letter == '{' || letter == '[')
                ++depth;
            else if (letter == ',' ? depth == 0 : (letter == '}' || letter == ']') && depth-- == 0)
                return false;
        }
        return depth == 0 && !is_in_string;
    }

    WipedText text_;
};

// A parameter as the text that goes into a query or a header.
inline std::string_view text_of(std::string_view value) noexcept { return value; }
inline std::string text_of(std::int64_t value) { return std::to_string(value); }
inline std::string_view text_of(bool value) noexcept { return value ? "true" : "false"; }

/// Adds a header; none if it is not set.
template <class T>
void add_header(Request &request, std::string_view name, const T &value) {
    request.add_header(name, text_of(value));
}

template <class T>
void add_header(Request &request, std::string_view name, const std::optional<T> &value) {
    if (value)
        add_header(request, name, *value);
}

/// Adds a query parameter; none if it is not set.
template <class T>
void add_query(Request &request, std::string_view name, const T &value) {
    request.add_query(name, text_of(value));
}

/// a[key]=value
inline void add_query(Request &request, std::string_view name, const std::map<std::string, std::string> &members) {
    for (const auto &[key, value] : members)
        request.add_query(std::string(name).append("[").append(key).append("]"), value);
}

template <class T>
void add_query(Request &request, std::string_view name, const std::optional<T> &value) {
    if (value)
        add_query(request, name, *value);
}

/// a=1,2
inline void add_query_csv(Request &request, std::string_view name, const std::vector<std::string> &values) {
    std::string joined;
    for (const std::string &value : values)
        joined.append(&value == values.data() ? "" : ",").append(value);
    request.add_query(name, joined);
}

/// a=1&a=2
inline void add_query_repeated(Request &request, std::string_view name, const std::vector<std::string> &values) {
    for (const std::string &value : values)
        request.add_query(name, value);
}

inline void add_query_csv(Request &request, std::string_view name,
                          const std::optional<std::vector<std::string>> &values) {
    if (values)
        add_query_csv(request, name, *values);
}

inline void add_query_repeated(Request &request, std::string_view name,
                               const std::optional<std::vector<std::string>> &values) {
    if (values)
        add_query_repeated(request, name, *values);
}

} // namespace detail

inline Value Model::object(const char *name) const {
    const Value value(nango_value_get(fields().get(), name));
    detail::expect(!value || value.is_null() || value.type() == ValueType::Object, name, "an object");
    return value;
}

template <class T>
std::optional<T> Model::field(const char *name) const {
    const Value value(nango_value_get(fields().get(), name));
    if (!value || value.is_null())
        return std::nullopt;
    return detail::Field<T>::from(document_, value, name);
}

} // namespace nango

#endif // NANGO_DOCUMENT_HPP
