/**
 * @file nango_value.hpp
 * JSON in both directions: nango::Value is what Nango sent, nango::Json what a program sends. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_VALUE_HPP
#define NANGO_VALUE_HPP

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "nango_string.hpp"

namespace nango {

/// What a JSON value is.
enum class ValueType : std::int32_t {
    Absent = NANGO_VALUE_ABSENT,
    Null = NANGO_VALUE_NULL,
    Bool = NANGO_VALUE_BOOL,
    Number = NANGO_VALUE_NUMBER,
    String = NANGO_VALUE_STRING,
    Array = NANGO_VALUE_ARRAY,
    Object = NANGO_VALUE_OBJECT
};

struct Member;

namespace detail {

/// Walks through an array or an object: Item is Value or Member.
template <class Item>
class ValueIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Item;

    ValueIterator() noexcept = default;
    ValueIterator(const nango_value *of, std::size_t at) noexcept : of_(of), at_(at) {}

    [[nodiscard]] Item operator*() const noexcept { return Item(of_, at_); }
    ValueIterator &operator++() noexcept {
        ++at_;
        return *this;
    }
    ValueIterator operator++(int) noexcept {
        const ValueIterator before = *this;
        ++at_;
        return before;
    }
    friend bool operator==(const ValueIterator &a, const ValueIterator &b) noexcept { return a.at_ == b.at_; }
    friend bool operator!=(const ValueIterator &a, const ValueIterator &b) noexcept { return a.at_ != b.at_; }

private:
    const nango_value *of_ = nullptr;
    std::size_t at_ = 0;
};

/// The members of an object, as a range.
class MemberRange {
public:
    explicit MemberRange(const nango_value *of) noexcept : of_(of) {}
    [[nodiscard]] ValueIterator<Member> begin() const noexcept { return {of_, 0}; }
    [[nodiscard]] ValueIterator<Member> end() const noexcept {
        return {of_, nango_value_get_type(of_) == NANGO_VALUE_OBJECT ? nango_value_count(of_) : 0};
    }

private:
    const nango_value *of_;
};

} // namespace detail

/// A value in a JSON document that Nango sent. The document is indexed once, so a look-up does not read its text again.
///
/// A Value is a pointer: cheap to copy, and valid as long as what it came from, the Response, Connection, Error,
/// Document or model. So are the strings that it returns. A look-up of what is not there gives an absent value, of
/// which a look-up gives an absent value again: value["items"][0]["name"].string().
///
/// Any number of threads may read values at once; those of a Response only while no thread uses the response itself.
/// There is no operator<<, because it may contain secrets of your customers.
class Value {
public:
    /// An absent value.
    Value() noexcept = default;

    /// A value of the C interface.
    explicit Value(const nango_value *value) noexcept : value_(value) {}

    /// What it is.
    [[nodiscard]] ValueType type() const noexcept { return static_cast<ValueType>(nango_value_get_type(value_)); }

    /// Whether there is a value. null is one.
    explicit operator bool() const noexcept { return value_ != nullptr; }

    /// Whether it is null. An absent value is not.
    [[nodiscard]] bool is_null() const noexcept { return type() == ValueType::Null; }

    /// How many items an array has, or members an object; 0 of anything else.
    [[nodiscard]] std::size_t size() const noexcept { return nango_value_count(value_); }

    /// An item of an array, or the value of a member of an object, counted from 0; absent if there are no more.
    [[nodiscard]] Value operator[](std::size_t i) const noexcept { return Value(nango_value_at(value_, i)); }

    /// The value of the member with this key, of several the last; absent if there is none. Takes a key, not a JSON
    /// pointer: "a/b" is one key.
    [[nodiscard]] Value operator[](StringArg key) const {
        const std::string_view text = key.bytes("key");
        // C would take what is before a NUL for the key.
        return text.find('\0') == text.npos ? Value(nango_value_get(value_, std::string(text).c_str())) : Value();
    }

    /// The text of a string; absent if it is none, or if it contains U+0000 or a lone surrogate, which json() has as
    /// escapes.
    [[nodiscard]] std::optional<std::string_view> string() const noexcept {
        return detail::view(nango_value_string(value_));
    }

    /// A number without fraction and exponent; absent if it is none, or does not fit. json() has its digits.
    [[nodiscard]] std::optional<std::int64_t> int64() const noexcept {
        std::int64_t number = 0;
        return nango_value_int64(value_, &number) ? std::optional(number) : std::nullopt;
    }

    /// A number as the nearest double; absent if it is none, or is beyond the largest double. An integer above 2^53 may
    /// be rounded.
    [[nodiscard]] std::optional<double> number() const noexcept {
        double number = 0;
        return nango_value_double(value_, &number) ? std::optional(number) : std::nullopt;
    }

    /// true or false; absent if it is neither.
    [[nodiscard]] std::optional<bool> boolean() const noexcept {
        return type() == ValueType::Bool ? std::optional(nango_value_bool(value_) != 0) : std::nullopt;
    }

    /// The JSON text of the value as sent; "" of an absent one. Copied once: walk through a large document instead.
    [[nodiscard]] std::string_view json() const noexcept { return detail::view(nango_value_json(value_)).value_or(""); }

    /// The items of an array, or the values of the members of an object, in the document's order.
    [[nodiscard]] detail::ValueIterator<Value> begin() const noexcept { return {value_, 0}; }
    [[nodiscard]] detail::ValueIterator<Value> end() const noexcept { return {value_, size()}; }

    /// The members of an object, in the document's order; none of anything else.
    [[nodiscard]] detail::MemberRange members() const noexcept { return detail::MemberRange(value_); }

    /// The value for the C interface; NULL for an absent one.
    [[nodiscard]] const nango_value *get() const noexcept { return value_; }

private:
    friend class detail::ValueIterator<Value>;
    Value(const nango_value *of, std::size_t at) noexcept : value_(nango_value_at(of, at)) {}
    const nango_value *value_ = nullptr;
};

/// A member of an object.
struct Member {
    Member(const nango_value *of, std::size_t at) noexcept
        : key(detail::view(nango_value_key_at(of, at))), value(nango_value_at(of, at)) {}

    /// Absent if it contains U+0000 or a lone surrogate.
    std::optional<std::string_view> key;
    Value value;
};

/// JSON that a program sends: the text of any value. Copies share the text, which is wiped with the last of them, and
/// which no operator<< prints. A call reports text that is not exactly one JSON value.
class Json {
public:
    /// This text, which your JSON library makes: nango::Json(R"({"plan": "gold"})").
    explicit Json(StringArg text) : text_(std::make_shared<const detail::WipedText>(text.bytes("json"))) {}

    /// A copy of what Nango sent.
    explicit Json(const Value &value) : Json(value.json()) {}

    // Without a move, so that none is ever empty.
    Json(const Json &) noexcept = default;
    Json &operator=(const Json &) noexcept = default;
    ~Json() = default;

    /// The text.
    [[nodiscard]] std::string_view text() const & noexcept NANGO_LIFETIMEBOUND { return text_->text(); }
    [[nodiscard]] OwnedString text() const && { return OwnedString(text_->text()); }

private:
    std::shared_ptr<const detail::WipedText> text_;
};

} // namespace nango

#endif // NANGO_VALUE_HPP
