#pragma once

#include "csv.h"

#include <QByteArrayView>

#include <array>
#include <vector>

namespace evident {

/// The columns of a row without header, in the writer's order.
enum class HeaderlessColumn {
    EventLogDate,
    CustomerName,
    EventType,
    EventCategory,
    UserId,
    EventCode,
    EventDescription,
    Application,
    Method,
    PolicyId,
    PolicyName,
    AuthenticationDetails,
    AssuranceLevel,
    Count
};

/// Takes a row apart whose writer put no quotes around values that hold commas. What is too much goes to the value that
/// it belongs to, found by what can be told apart: the event's type, code and level of assurance, the id of the policy,
/// the method, the final stop of a description. Where several readings are left, the columns between are not told
/// apart. Not shared between threads.
class HeaderlessRow
{
public:
    static constexpr qsizetype columns = qsizetype(HeaderlessColumn::Count);

    /// False where the row is none: too few columns, or neither time nor code where they must be. `line` has no line
    /// end.
    bool split(QByteArrayView line);

    /// A value; empty where it is absent (`null`) or not told apart. The views look into the line.
    QByteArrayView value(HeaderlessColumn column) const { return m_values[size_t(column)]; }
    /// Values in quotes are as they stand there but for the quotes around them.
    bool hasQuotes(HeaderlessColumn column) const { return m_hasQuotes[size_t(column)]; }
    /// Columns `first` to `last` are not told apart: their text is `text`. Empty where all are.
    struct Blend
    {
        HeaderlessColumn first = HeaderlessColumn::Count;
        HeaderlessColumn last = HeaderlessColumn::Count;
        QByteArrayView text;
    };
    const std::vector<Blend> &blends() const { return m_blends; }

private:
    struct Left
    {
        qsizetype type = -1;
        qsizetype code = -1;
    };
    QByteArrayView piece(qsizetype index) const;
    QByteArrayView pieces(qsizetype first, qsizetype last) const;
    void cutPieces(QByteArrayView line);
    bool splitQuoted(QByteArrayView line);
    void joinProse();
    bool isCode(qsizetype index) const;
    Left findLeft() const;
    int scoreOfPolicy(qsizetype position, qsizetype code) const;
    qsizetype findPolicy(qsizetype code) const;
    void set(HeaderlessColumn column, qsizetype first, qsizetype last);
    void setTail(qsizetype policy);
    void setDescription(qsizetype first, qsizetype last);
    void blend(HeaderlessColumn firstColumn, HeaderlessColumn lastColumn, qsizetype first, qsizetype last);

    QByteArrayView m_line;
    std::vector<qsizetype> m_begins; ///< of the pieces; one more for the line's end
    std::array<QByteArrayView, size_t(columns)> m_values;
    std::array<bool, size_t(columns)> m_hasQuotes{};
    std::vector<Blend> m_blends;
    CsvSplitter m_splitter;
};

} // namespace evident
