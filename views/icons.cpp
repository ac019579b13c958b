#include "icons.h"

#include "theme.h"
#include "tintediconengine.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

QString severityName(Severity level)
{
    switch (level) {
    case Severity::Critical:
        return u"severity-critical"_s;
    case Severity::Error:
        return u"severity-error"_s;
    case Severity::Warning:
        return u"severity-warning"_s;
    case Severity::Notice:
        return u"severity-notice"_s;
    case Severity::Info:
        return u"severity-info"_s;
    case Severity::Unknown:
        break;
    }
    return u"severity-unknown"_s;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return u"outcome-success"_s;
    case Outcome::Failure:
        return u"outcome-failure"_s;
    case Outcome::Pending:
        return u"outcome-pending"_s;
    case Outcome::None:
        return u"outcome-none"_s;
    case Outcome::Unknown:
        break;
    }
    return {};
}

QColor disabledInk()
{
    return QApplication::palette().color(QPalette::Disabled, QPalette::Text);
}

} // namespace

Icons::Icons(const Theme &theme)
    : m_theme(theme)
{ }

QIcon Icons::icon(const QString &name) const
{
    return QIcon(new TintedIconEngine(name, [&theme = m_theme](QIcon::Mode mode) {
        if (mode == QIcon::Disabled)
            return disabledInk();
        return mode == QIcon::Normal ? theme.colors().mutedText : theme.colors().text;
    }));
}

QPixmap Icons::severity(Severity level, int size, qreal devicePixelRatio) const
{
    return pixmap(severityName(level), m_theme.colors().of(level).ink, size, devicePixelRatio);
}

QPixmap Icons::outcome(Outcome outcome, int size, qreal devicePixelRatio) const
{
    const QString name = outcomeName(outcome);
    if (name.isEmpty())
        return {};
    // The shape tells the outcome; only severity may shout.
    return pixmap(name, m_theme.colors().mutedText, size, devicePixelRatio);
}

QIcon Icons::severityIcon(Severity level) const
{
    return QIcon(new TintedIconEngine(severityName(level), [&theme = m_theme, level](QIcon::Mode mode) {
        return mode == QIcon::Disabled ? disabledInk() : theme.colors().of(level).ink;
    }));
}

QPixmap Icons::pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio) const
{
    QPixmap drawn = TintedIconEngine::render(name, color, qRound(size * devicePixelRatio));
    drawn.setDevicePixelRatio(devicePixelRatio);
    return drawn;
}

} // namespace evident
