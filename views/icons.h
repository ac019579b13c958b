#pragma once

#include "event.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace evident {

class Theme;

/// The program's own icons: SVGs of one style in `:/icons`, drawn in one colour that is given by a token.
class Icons
{
public:
    explicit Icons(const Theme &theme);

    /// "open", "search", "clear", "settings", "back", "copy" … in the muted ink; disabled states are made from it. The
    /// ink follows the theme in icons that have been handed out already.
    QIcon icon(const QString &name) const;
    /// The severity's shape in its ink. `size` in device-independent pixels.
    QPixmap severity(Severity level, int size, qreal devicePixelRatio) const;
    /// Null for Outcome::Unknown.
    QPixmap outcome(Outcome outcome, int size, qreal devicePixelRatio) const;
    QIcon severityIcon(Severity level) const;

    /// Null, with a warning in the log, for a name that does not exist.
    QPixmap pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio) const;

private:
    const Theme &m_theme;
};

} // namespace evident
