#pragma once

#include <QByteArrayView>
#include <QList>

#include <vector>

namespace evident {

class TextArena;

/// One field of a CSV row, as it stands there.
struct CsvField
{
    QByteArrayView text; ///< without the quotes around it
    bool hasQuotes = false; ///< `text` has doubled quotes that stand for one
};

/// Splits rows of comma-separated values as RFC 4180 has it: fields in quotes may hold the separator, line breaks, and
/// `""` for a quote. A quote within a field without quotes is an ordinary character.
class CsvSplitter
{
public:
    explicit CsvSplitter(char separator = ',')
        : m_separator(separator)
    { }

    /// Splits the row that begins at `begin`; `end` is set to where its text ends, the result is where the next row
    /// begins. -1: its last field's quote is not closed. Without a line break the row ends with `text`.
    qsizetype split(QByteArrayView text, qsizetype begin, qsizetype &end);
    const std::vector<CsvField> &fields() const { return m_fields; }
    /// Whether a field in quotes has a quote that is neither doubled nor its last.
    bool hasStrayQuote() const { return m_hasStrayQuote; }

    /// The separator of a header line: comma, semicolon or tab, whichever parts it most often.
    static char separatorOf(QByteArrayView header);

private:
    char m_separator;
    std::vector<CsvField> m_fields;
    bool m_hasStrayQuote = false;
};

/// A field's text with its doubled quotes undone.
QByteArray csvText(const CsvField &field);
/// The same without a copy where there are none, else in `arena`.
QByteArrayView csvText(const CsvField &field, TextArena &arena);
/// Writes it to `out`, which has room for the field's text as it stands. Returns how many bytes it is.
qsizetype copyCsvText(const CsvField &field, char *out);

} // namespace evident
