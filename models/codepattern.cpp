#include "codepattern.h"

#include "event.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 1000;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::CodePattern)
};

} // namespace

QString codePatternError(const QString &pattern)
{
    if (pattern.isEmpty())
        return {};
    const QRegularExpression expression(pattern);
    if (!expression.isValid()) {
        return Messages::tr("This is no regular expression; at character %1: %2.")
            .arg(expression.patternErrorOffset() + 1)
            .arg(expression.errorString());
    }
    if (!expression.namedCaptureGroups().contains(u"code"_s))
        return Messages::tr("The code's digits must stand in a group of the name “code”: (?<code>[0-9]+).");
    return {};
}

QList<FoundCode> foundCodes(const QString &pattern, const QList<QByteArray> &lines, const std::stop_token &stop)
{
    const QRegularExpression expression(pattern);
    const bool usable = !pattern.isEmpty() && codePatternError(pattern).isEmpty();
    QList<FoundCode> found;
    for (const QByteArray &line : lines) {
        if (stop.stop_requested())
            break;
        FoundCode &code = found.emplace_back();
        const QString text = QString::fromUtf8(line.left(longestLine));
        code.line = visibleText(text);
        if (!usable)
            continue;
        const QString digits = expression.match(text).captured(u"code"_s);
        bool isNumber = false;
        digits.toLongLong(&isNumber);
        if (isNumber)
            code.code = digits;
    }
    return found;
}

} // namespace evident
