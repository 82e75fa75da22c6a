/**
 * @file nango_list.hpp
 * Lists that Nango returns page by page. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_LIST_HPP
#define NANGO_LIST_HPP

#include <iterator>
#include <memory>
#include <set>

#include "nango_document.hpp"

namespace nango {

namespace detail {

/// Goes through what a source's next() returns, until that is a nullptr.
template <class Source, class T>
class InputIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T *;
    using reference = const T &;

    /// The end.
    InputIterator() noexcept = default;
    explicit InputIterator(Source &source) : source_(&source), at_(source.next()) {}

    [[nodiscard]] reference operator*() const noexcept { return *at_; }
    [[nodiscard]] pointer operator->() const noexcept { return at_; }
    InputIterator &operator++() {
        at_ = source_->next();
        return *this;
    }
    void operator++(int) { at_ = source_->next(); }
    friend bool operator==(const InputIterator &a, const InputIterator &b) noexcept { return a.at_ == b.at_; }
    friend bool operator!=(const InputIterator &a, const InputIterator &b) noexcept { return a.at_ != b.at_; }

private:
    Source *source_ = nullptr;
    pointer at_ = nullptr;
};

/// A list by page numbers: the member of an item that tells two items apart, or nullptr.
struct ByNumber {
    const char *key;
};

/// A list by cursors: the member of an item whose member cursor is the item's, and the cursor that the list starts at.
struct ByCursor {
    const char *member;
    std::optional<std::string> start;
};

} // namespace detail

/// A page of a list: a range of its items. value() is the whole response.
template <class Item>
class Page : public Document {
public:
    [[nodiscard]] auto begin() const noexcept { return items_.begin(); }
    [[nodiscard]] auto end() const noexcept { return items_.end(); }
    [[nodiscard]] std::size_t size() const noexcept { return items_.size(); }
    [[nodiscard]] bool empty() const noexcept { return items_.empty(); }
    [[nodiscard]] const Item &operator[](std::size_t i) const noexcept NANGO_LIFETIMEBOUND { return items_[i]; }

private:
    template <class>
    friend class List;
    Page(const Document &document, std::vector<Item> items) : Document(document), items_(std::move(items)) {}

    /// The rest of the page, from an item on.
    [[nodiscard]] Page from(std::size_t i) const {
        return Page(*this, {items_.begin() + static_cast<std::ptrdiff_t>(i), items_.end()});
    }

    std::vector<Item> items_;
};

template <class Item>
class Pages;

/// The items of a list: an input range, which fetches the pages as it is read. Each page is a call of its own, with its
/// own timeout and retries. Throws Error, and what an interrupt throws. After that begin(), next() and next_page() go
/// on where the list stopped, with the same page. It reads once: begin() never starts over.
///
/// The client must outlive it, and stay where it is. One thread at a time may use it. Items may outlive it.
template <class Item>
class List {
public:
    using Iterator = detail::InputIterator<List, Item>;

    /// Goes on with the next item.
    [[nodiscard]] Iterator begin() { return Iterator(*this); }
    [[nodiscard]] Iterator end() const noexcept { return {}; }

    /// The next item, which stays where it is until the one after it is asked for; nullptr after the last.
    const Item *next() NANGO_LIFETIMEBOUND {
        while (!page_ || read_ == page_->size()) {
            std::optional<Page<Item>> page = fetch();
            if (!page)
                return nullptr;
            leave_page();
            page_ = std::make_unique<Page<Item>>(std::move(*page));
        }
        return &(*page_)[read_++];
    }

    /// The next page; absent after the last. Leaves out items that were on the page before, too. It begins with the rest
    /// of a page that next() or a loop has begun.
    [[nodiscard]] std::optional<Page<Item>> next_page() {
        std::optional<Page<Item>> page = page_ && read_ < page_->size() ? page_->from(read_) : fetch();
        leave_page();
        if (page && !page->empty())
            keep_cursor((*page)[page->size() - 1]);
        return page;
    }

    /// The cursor of the item that was returned last, or of the last one on the page that was: a list that starts at it
    /// goes on behind that item. Store it once an item is done with, to go on there later, after an error too. Before
    /// the first item it is the cursor that the list starts at. Absent if the list has no cursors, or starts at its
    /// beginning.
    [[nodiscard]] std::optional<std::string_view> cursor() const & noexcept NANGO_LIFETIMEBOUND {
        const std::optional<std::string_view> own = has_read() ? cursor_of((*page_)[read_ - 1]) : std::nullopt;
        return own ? own : cursor_;
    }
    [[nodiscard]] OptionalString cursor() const && { return OptionalString(cursor()); }

    /// The pages as a range: for (const auto &page : client.connections().list().pages()).
    [[nodiscard]] Pages<Item> pages() && { return Pages<Item>(std::move(*this)); }

    /// The list by page numbers that a request asks for, whose pages have their items in the member `items`. That name
    /// must live as long as the list. Sends nothing.
    List(const Client &client NANGO_LIFETIMEBOUND, const Request &request, const char *items, detail::ByNumber order,
         CallOptions options)
        : client_(&client), pages_(detail::Calls::pages(request, NANGO_PAGE_STYLE_NUMBER)), items_(items),
          key_(order.key), options_(std::move(options)) {}

    /// The same by cursors.
    List(const Client &client NANGO_LIFETIMEBOUND, const Request &request, const char *items, detail::ByCursor order,
         CallOptions options)
        : client_(&client), pages_(detail::Calls::pages(request, NANGO_PAGE_STYLE_CURSOR)), items_(items),
          cursor_member_(order.member), cursor_(std::move(order.start)), options_(std::move(options)) {}

private:
    std::optional<Page<Item>> fetch() {
        // A page that cannot be read is read again, not passed over.
        if (!fetched_)
            fetched_ = detail::Calls::next_page(*client_, pages_.get(), options_);
        if (!fetched_)
            return std::nullopt;
        const Value list(nango_value_get(fetched_->value().get(), items_));
        detail::expect(list.type() == ValueType::Array, items_, "an array");
        std::vector<Item> items;
        items.reserve(list.size());
        std::set<std::string, std::less<>> keys;
        for (const Value value : list) {
            Item item = detail::Field<Item>::from(*fetched_, value, items_);
            const std::string_view key = key_ ? value[key_].json() : std::string_view();
            if (key.empty() || keys_before_.find(key) == keys_before_.end())
                items.push_back(std::move(item));
            if (!key.empty())
                keys.emplace(key);
        }
        Page<Item> page(*fetched_, std::move(items));
        keys_before_ = std::move(keys);
        fetched_.reset();
        return page;
    }

    /// Ends the page that next() reads.
    void leave_page() {
        if (has_read())
            keep_cursor((*page_)[read_ - 1]);
        page_.reset();
        read_ = 0;
    }

    /// Whether next() has given an item of its page. A list that was moved from has none, whatever it has read.
    [[nodiscard]] bool has_read() const noexcept { return page_ && read_ > 0; }

    void keep_cursor(const Item &item) {
        if (const std::optional<std::string_view> own = cursor_of(item))
            cursor_.emplace(*own);
    }

    [[nodiscard]] std::optional<std::string_view> cursor_of(const Item &item) const noexcept {
        if (!cursor_member_)
            return std::nullopt;
        return detail::view(nango_value_string(
            nango_value_get(nango_value_get(item.fields().get(), cursor_member_), "cursor")));
    }

    const Client *client_;
    detail::Handle<nango_pages> pages_;
    const char *items_;
    const char *key_ = nullptr;
    const char *cursor_member_ = nullptr;
    std::optional<std::string> cursor_; // of the last item before those of page_
    CallOptions options_;
    std::optional<Document> fetched_;
    std::set<std::string, std::less<>> keys_before_;
    // Which next() reads. GCC 12 takes a std::optional here for uninitialized.
    std::unique_ptr<Page<Item>> page_;
    std::size_t read_ = 0;
};

/// The pages of a list: an input range. See List.
template <class Item>
class Pages {
public:
    using Iterator = detail::InputIterator<Pages, Page<Item>>;

    explicit Pages(List<Item> list) : list_(std::move(list)) {}

    /// Goes on with the next page.
    [[nodiscard]] Iterator begin() { return Iterator(*this); }
    [[nodiscard]] Iterator end() const noexcept { return {}; }

    /// The next page, which stays where it is until the one after it is asked for; nullptr after the last.
    const Page<Item> *next() NANGO_LIFETIMEBOUND {
        std::optional<Page<Item>> page = list_.next_page();
        page_.reset();
        if (!page)
            return nullptr;
        page_ = std::make_unique<Page<Item>>(std::move(*page));
        return page_.get();
    }

    /// The cursor of the last item of the page that was returned last: see List::cursor.
    [[nodiscard]] std::optional<std::string_view> cursor() const & noexcept NANGO_LIFETIMEBOUND {
        return list_.cursor();
    }
    [[nodiscard]] OptionalString cursor() const && { return OptionalString(cursor()); }

private:
    List<Item> list_;
    // GCC 14 takes a std::optional here for uninitialized.
    std::unique_ptr<Page<Item>> page_;
};

} // namespace nango

#endif // NANGO_LIST_HPP
