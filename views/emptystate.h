#pragma once

#include <QWidget>

class QAbstractButton;
class QLabel;

namespace evident {

class FlowLayout;
class Icons;
class Theme;

/// What stands where rows would be when there are none: a picture, a sentence that says what to do, and buttons that do
/// it. Texts may come out of a log or a query; they are never read as markup, and a button's text has no mnemonic.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `icon`: "empty" or "broken".
    EmptyState(const Theme &theme, const Icons &icons, const QString &icon, QWidget *parent = nullptr);

    void setIcon(const QString &icon);
    void setText(const QString &text);
    /// A second, muted line: the cause in full. Empty hides it.
    void setDetails(const QString &details);
    QString text() const;
    QString details() const;

    QAbstractButton *addButton(const QString &text); ///< from left to right, owned by this
    void clearButtons();

private:
    void applyTheme();

    const Theme &m_theme;
    const Icons &m_icons;
    QString m_icon;
    QLabel *m_picture;
    QLabel *m_text;
    QLabel *m_details;
    FlowLayout *m_buttons;
};

} // namespace evident
