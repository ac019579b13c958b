#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace evident {

/// A regular expression over bytes (PCRE2, compiled to machine code where the processor allows). Immutable; any thread.
class BytePattern
{
public:
    struct Options
    {
        bool ignoreCase = false; ///< of ASCII letters, with `utf8` of all
        bool utf8 = false; ///< characters instead of bytes; only for text that is valid UTF-8
    };
    /// Null when the expression is none.
    static std::shared_ptr<const BytePattern> compile(const QByteArray &expression, Options options);
    ~BytePattern();
    BytePattern(const BytePattern &) = delete;
    BytePattern &operator=(const BytePattern &) = delete;

private:
    struct Code;
    explicit BytePattern(std::unique_ptr<Code> code);
    std::unique_ptr<Code> m_code;
    friend class ByteMatcher;
};

/// Finds matches of patterns, in bounded time and memory. One thread at a time.
class ByteMatcher
{
public:
    struct Match
    {
        enum class Outcome {
            None,
            Found,
            Undecided, ///< the pattern's limits were reached, or the library's memory
        };
        Outcome outcome = Outcome::None;
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    ByteMatcher();
    ~ByteMatcher();
    ByteMatcher(const ByteMatcher &) = delete;
    ByteMatcher &operator=(const ByteMatcher &) = delete;

    /// The first match that begins at `from` or behind it.
    Match find(const BytePattern &pattern, QByteArrayView text, qsizetype from = 0);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace evident
