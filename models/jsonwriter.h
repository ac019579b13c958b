#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace evident {

/// Writes JSON with its keys in the order in which they are given (QJsonObject sorts them). UTF-8; a lone surrogate,
/// that no UTF-8 can hold, is written as U+FFFD. The caller calls in the order of the document: key() before each value
/// of an object.
class JsonWriter
{
public:
    enum class Layout { Compact, Indented };

    explicit JsonWriter(Layout layout = Layout::Compact);

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(QLatin1StringView name);
    void text(QStringView value);
    void textOrNull(QStringView value); ///< "" is null
    void number(qint64 value);
    void boolean(bool value);
    void null();

    const QByteArray &json() const noexcept { return m_json; }
    /// Hands out what was written so far and goes on from there.
    QByteArray take();

private:
    void beforeValue();
    void open(char bracket);
    void close(char bracket);
    void breakLine();

    Layout m_layout;
    QByteArray m_json;
    std::vector<bool> m_hasMembers; ///< of each open object or array
    bool m_afterKey = false;
};

} // namespace evident
