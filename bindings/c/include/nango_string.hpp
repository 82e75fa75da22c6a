/**
 * @file nango_string.hpp
 * The strings that functions take, and those that an accessor of a temporary returns. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_STRING_HPP
#define NANGO_STRING_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "nango.h"

/// Marks a function whose result points into its object, or an argument that the object keeps a pointer to. Clang then
/// warns about a result that outlives it.
#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::lifetimebound)
#define NANGO_LIFETIMEBOUND [[clang::lifetimebound]]
#endif
#endif
#ifndef NANGO_LIFETIMEBOUND
#define NANGO_LIFETIMEBOUND
#endif

namespace nango {

namespace detail {

/// Throws an Error of ErrorKind::InvalidArgument. nango_error.hpp defines it, where the class is.
[[noreturn]] inline void refuse(std::string message);

/// Overwrites a text, with what is left of longer ones behind it.
inline void wipe(std::string &text) noexcept {
    text.resize(text.capacity());
    // Through volatile, so that the compiler keeps writes that nobody reads.
    volatile char *bytes = text.data();
    for (std::size_t i = 0; i < text.size(); ++i)
        bytes[i] = '\0';
}

/// A text that may be a secret: wiped when it is destroyed or grows.
class WipedText {
public:
    WipedText() = default;
    explicit WipedText(std::string_view text) : text_(text) {}
    WipedText(const WipedText &) = delete;
    WipedText &operator=(const WipedText &) = delete;
    ~WipedText() { wipe(text_); }

    WipedText &append(std::string_view more) {
        if (text_.capacity() - text_.size() < more.size()) {
            std::string larger;
            larger.reserve(2 * (text_.size() + more.size()));
            larger = text_;
            text_.swap(larger);
            wipe(larger);
        }
        text_ += more;
        return *this;
    }

    [[nodiscard]] const std::string &text() const noexcept { return text_; }

private:
    std::string text_;
};

/// A string of a handle; absent if NULL.
inline std::optional<std::string_view> view(const char *text) noexcept {
    return text ? std::optional<std::string_view>(text) : std::nullopt;
}

} // namespace detail

/// A string argument: made of a std::string, a std::string_view, a const char *, or whatever converts to a
/// std::string_view. For parameters only, since it points to what it was made of.
///
/// A null const char *, such as std::getenv returns for a variable that is not set, is remembered as such. The function
/// that takes it throws ErrorKind::InvalidArgument and names the argument, where a std::string_view would read from the
/// null pointer.
class StringArg {
public:
    /// The empty string, as {}.
    StringArg() noexcept = default;

    // Not explicit, so that a call reads as if the parameter were a std::string_view.
    StringArg(const char *text) noexcept
        : text_(text ? std::string_view(text) : std::string_view()), is_null_(text == nullptr) {}
    StringArg(std::nullptr_t) = delete;

    /// Of anything else that converts to a std::string_view.
    template <class T, class = std::enable_if_t<std::is_convertible_v<const T &, std::string_view> &&
                                                !std::is_convertible_v<const T &, const char *>>>
    StringArg(const T &text) noexcept(std::is_nothrow_constructible_v<std::string_view, const T &>) : text_(text) {}

    /// Whether it was made of a null pointer.
    [[nodiscard]] bool is_null() const noexcept { return is_null_; }

    /// The string, which may contain a NUL. Throws ErrorKind::InvalidArgument for a null pointer; the message names the
    /// argument by `name`.
    [[nodiscard]] std::string_view bytes(const char *name) const {
        if (is_null_)
            detail::refuse(std::string(name) +
                           " is a null pointer: pass a string, and look whether an environment variable is set");
        return text_;
    }

    /// The same for a text, in which a NUL is refused as well: C would truncate it there.
    [[nodiscard]] std::string_view text(const char *name) const {
        if (bytes(name).find('\0') != std::string_view::npos)
            detail::refuse(std::string(name) + " contains a NUL: pass text without one");
        return text_;
    }

private:
    std::string_view text_;
    bool is_null_ = false;
};

/// A copy of a string, which an accessor of a temporary returns: client.get_connection("customer-1", "github").json().
/// It is a std::string in every respect, with two exceptions. It is wiped when it is destroyed. And a temporary one
/// does not convert to a std::string_view, which would dangle.
class OwnedString : public std::string {
public:
    /// A copy of `text`.
    explicit OwnedString(std::string_view text) : std::string(text) {}

    OwnedString(const OwnedString &) = default;
    OwnedString(OwnedString &&) noexcept = default;
    OwnedString &operator=(const OwnedString &) = default;
    OwnedString &operator=(OwnedString &&) noexcept = default;
    ~OwnedString() { detail::wipe(*this); }

    operator std::string_view() const & noexcept NANGO_LIFETIMEBOUND { return {data(), size()}; }
    operator std::string_view() const && = delete;

    // Those of std::string take a view only of what converts to one.
    template <class T, class = std::enable_if_t<std::is_convertible_v<const T &, std::string_view>>>
    friend bool operator==(const OwnedString &a, const T &b) noexcept {
        return std::string_view(a) == std::string_view(b);
    }
    template <class T, class = std::enable_if_t<std::is_convertible_v<const T &, std::string_view>>>
    friend bool operator!=(const OwnedString &a, const T &b) noexcept {
        return !(a == b);
    }
};

/// A copy of a string that may be absent, which an accessor of a temporary returns. Reads as std::optional<std::string>
/// does and converts to one, but not to a std::optional<std::string_view>, which would dangle.
class OptionalString {
public:
    /// A copy of what an accessor returned.
    explicit OptionalString(std::optional<std::string_view> text) {
        if (text)
            text_.emplace(*text);
    }

    [[nodiscard]] bool has_value() const noexcept { return text_.has_value(); }
    explicit operator bool() const noexcept { return text_.has_value(); }

    [[nodiscard]] const OwnedString &operator*() const & noexcept NANGO_LIFETIMEBOUND { return *text_; }
    [[nodiscard]] OwnedString operator*() && noexcept { return *std::move(text_); }
    [[nodiscard]] const OwnedString *operator->() const noexcept NANGO_LIFETIMEBOUND { return &*text_; }

    /// The string. Throws std::bad_optional_access if it is absent.
    [[nodiscard]] const OwnedString &value() const & NANGO_LIFETIMEBOUND { return text_.value(); }
    [[nodiscard]] OwnedString value() && { return std::move(text_).value(); }

    /// The string, or another one if it is absent.
    [[nodiscard]] OwnedString value_or(StringArg other) const {
        return text_ ? *text_ : OwnedString(other.bytes("other"));
    }

    operator std::optional<std::string>() const & { return text_; }
    operator std::optional<std::string>() && { return std::move(text_); }

    friend bool operator==(const OptionalString &a, std::optional<std::string_view> b) noexcept {
        return a.has_value() == b.has_value() && (!b || std::string_view(*a) == *b);
    }
    friend bool operator!=(const OptionalString &a, std::optional<std::string_view> b) noexcept { return !(a == b); }

private:
    std::optional<OwnedString> text_;
};

} // namespace nango

#endif // NANGO_STRING_HPP
