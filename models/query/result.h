#pragma once

#include <QString>

#include <cassert>
#include <utility>
#include <variant>

namespace evident {

/// Why something did not succeed, as a whole sentence for the person at the screen: it names the file (or the place)
/// and the cause.
struct Error
{
    /// Question: it was not done because it may be a mistake; the person may say that it is meant.
    enum class Kind { Failure, Question };

    QString message;
    Kind kind = Kind::Failure;

    bool operator==(const Error &) const = default;
};

/// The outcome of a call that can fail: a value or an Error. (std::expected is not in C++20.)
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_content(std::move(value))
    { }
    Result(Error error)
        : m_content(std::move(error))
    { }

    bool ok() const noexcept { return std::holds_alternative<T>(m_content); }
    explicit operator bool() const noexcept { return ok(); }

    /// Asking a failed result for its value is a bug of the caller.
    const T &value() const &
    {
        assert(ok());
        return *std::get_if<T>(&m_content);
    }
    T &value() &
    {
        assert(ok());
        return *std::get_if<T>(&m_content);
    }
    T &&value() &&
    {
        assert(ok());
        return std::move(*std::get_if<T>(&m_content));
    }

    const Error &error() const
    {
        assert(!ok());
        return *std::get_if<Error>(&m_content);
    }

private:
    std::variant<T, Error> m_content;
};

/// The outcome of a call that can fail and has nothing to give back.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error)),
          m_ok(false)
    { }

    bool ok() const noexcept { return m_ok; }
    explicit operator bool() const noexcept { return m_ok; }
    const Error &error() const
    {
        assert(!m_ok);
        return m_error;
    }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace evident
