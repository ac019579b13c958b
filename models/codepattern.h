#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <stop_token>

namespace evident {

/// What is wrong with LogOptions::textPattern, a whole sentence; "" when it can be used, and when it is empty.
QString codePatternError(const QString &pattern);

/// A line of a log, and the event code that a pattern finds in it.
struct FoundCode
{
    QString line;
    QString code; ///< "" where it finds none
    bool operator==(const FoundCode &) const = default;
};
/// What the pattern finds in these lines, each cut to what is shown. A pattern may take long: not for the GUI thread.
/// When stopped, of the first lines only.
QList<FoundCode> foundCodes(const QString &pattern, const QList<QByteArray> &lines, const std::stop_token &stop = {});

} // namespace evident
