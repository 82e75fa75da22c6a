/**
 * @file nango_document.hpp
 * What the operations of nango_api.hpp give. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_DOCUMENT_HPP
#define NANGO_DOCUMENT_HPP

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nango_error.hpp"

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
    friend class Client;
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

/// Any JSON with its memory.
template <>
struct Field<Document> {
    static Document from(const Document &whole, Value value, const char *) noexcept { return {whole, value}; }
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
