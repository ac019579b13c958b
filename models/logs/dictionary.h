#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

namespace evident {

/// Texts by number: what columns hold instead of texts. Id 0 is "" (absent). Append-only: one writer, any number of
/// readers without a lock; an id that a reader got from a published row is readable.
class Dictionary
{
public:
    Dictionary();
    ~Dictionary();
    Dictionary(const Dictionary &) = delete;
    Dictionary &operator=(const Dictionary &) = delete;

    quint32 intern(QByteArrayView utf8); ///< writer only
    quint32 intern(QByteArrayView utf8, quint64 hash); ///< the same of a text whose textHash() is known
    /// The text's id when it has one; writer only.
    std::optional<quint32> find(QByteArrayView utf8) const;
    quint32 size() const noexcept; ///< ids are 0 … size() - 1
    QByteArrayView utf8(quint32 id) const noexcept;
    QString text(quint32 id) const;
    qint64 memory() const noexcept; ///< bytes

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace evident
