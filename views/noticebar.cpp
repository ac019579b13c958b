#include "noticebar.h"

#include "flowlayout.h"
#include "icons.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int iconSize = 16;

} // namespace

NoticeBar::NoticeBar(const Theme &theme, const Icons &icons, QWidget *parent)
    : QFrame(parent),
      m_theme(theme),
      m_icons(icons),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_buttons(new QWidget(this)),
      m_buttonFlow(new FlowLayout(m_buttons)),
      m_close(new QToolButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Dismiss this notice"));
    m_close->setToolTip(tr("Dismiss"));
    m_buttons->hide();

    // The first line of the text stands in the middle of the button beside it, as the icon does.
    const int line = m_close->sizeHint().height();
    m_icon->setFixedHeight(line);
    const int air = std::max(0, line - fontMetrics().height()) / 2;
    m_text->setContentsMargins(0, air, 0, air);

    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_text);
    words->addWidget(m_buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 9);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    connect(&theme, &Theme::changed, this, &NoticeBar::restyle);
    restyle();
    hide();
}

void NoticeBar::showNotice(const QString &text, Severity severity)
{
    m_severity = severity;
    m_text->setText(text);
    m_text->setAccessibleName(tr("%1: %2", "word of a severity, sentence").arg(severityWord(severity), text));
    restyle();
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const
{
    return m_text->text();
}

QPushButton *NoticeBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setAccessibleName(text);
    m_buttonFlow->addWidget(button);
    m_buttons->show();
    return button;
}

void NoticeBar::clearButtons()
{
    while (QLayoutItem *item = m_buttonFlow->takeAt(0)) {
        // Later: a button may be the sender of what clears the bar.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_buttons->hide();
}

void NoticeBar::dismiss()
{
    hide();
    emit dismissed();
}

void NoticeBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().of(m_severity).tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().line);
}

void NoticeBar::restyle()
{
    m_icon->setPixmap(m_icons.severity(m_severity, iconSize, devicePixelRatioF()));
    m_close->setIcon(m_icons.icon(u"close"_s));
    update();
}

} // namespace evident
