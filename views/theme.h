#pragma once

#include "event.h"

#include <QColor>
#include <QObject>
#include <QPalette>

namespace evident {

class AppearancePortal;

/// The colours of the window, by what they mean. Nothing else names a colour.
struct ColorTokens
{
    QColor base;
    QColor alternate;
    QColor window;
    QColor text;
    QColor mutedText;
    QColor accent;
    QColor selection;
    QColor line; ///< the 1 px that parts panes
    struct SeverityColors
    {
        QColor ink;
        QColor
            tint; ///< of the row; only critical, error and warning use it in tables. In high contrast it is the base.
    };
    SeverityColors severity[6]; ///< by Severity
    SeverityColors added; ///< what a newer text has, always underlined, too
    SeverityColors removed; ///< what an older text had, always struck through, too

    QColor parts[8]; ///< of what is told apart and has no weight, 3:1 on every surface; the last is for all the rest

    const SeverityColors &of(Severity level) const { return severity[int(level)]; }
    /// What bars of this level are filled with: those that do not shout stand back, but in high contrast.
    QColor bar(Severity level) const;
    /// What rows of this level are filled with; invalid for the levels that do not shout and in high contrast.
    QColor rowTint(Severity level) const;
};

/// Light or dark, high contrast or not; follows the system unless told otherwise, and repaints the application when it
/// changes.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    /// Sets the Fusion style, the palette and the style sheet of the application. One an application, made in main(),
    /// handed to who needs it.
    explicit Theme(QObject *parent = nullptr);
    /// Listens to this portal instead of the session's; for tests.
    explicit Theme(std::unique_ptr<AppearancePortal> portal, QObject *parent = nullptr);
    ~Theme() override;

    void setChoice(Choice choice);
    void setHighContrast(bool on); ///< false leaves it to the system
    bool isDark() const noexcept { return m_dark; }
    bool isHighContrast() const noexcept { return m_highContrast; }
    const ColorTokens &colors() const noexcept { return m_colors; }

    static ColorTokens tokens(bool dark, bool highContrast);
    static QPalette palette(const ColorTokens &colors);

signals:
    void changed();

private:
    void update();
    void apply();

    std::unique_ptr<AppearancePortal> m_portal;
    Choice m_choice = Choice::System;
    bool m_systemDark = false; ///< judged by the palette the program was started with
    bool m_dark = false;
    bool m_highContrastChosen = false;
    bool m_highContrast = false;
    ColorTokens m_colors;
};

} // namespace evident
