#pragma once

#include "event.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace evident {

class FlowLayout;
class Icons;
class Theme;

/// A quiet strip above what it speaks of: one sentence or two, what can be done, and a way to put it away. Never modal,
/// never markup.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    NoticeBar(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// Shows the bar; "" hides it.
    void showNotice(const QString &text, Severity severity = Severity::Notice);
    QString text() const;
    QPushButton *addButton(const QString &text);
    void clearButtons();

signals:
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void dismiss();

    const Theme &m_theme;
    const Icons &m_icons;
    Severity m_severity = Severity::Notice;
    QLabel *m_icon;
    QLabel *m_text;
    QWidget *m_buttons;
    FlowLayout *m_buttonFlow;
    QToolButton *m_close;
};

} // namespace evident
