#include "emptystate.h"

#include "flowlayout.h"
#include "icons.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 64;
constexpr int longestLine = 560;
constexpr int longestButton = 280;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMaximumWidth(longestLine);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

/// In the middle, and as wide as it may be: a layout's own alignment would wrap it at its narrowest.
QHBoxLayout *centred(QLabel *label)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(label, 100);
    row->addStretch(1);
    return row;
}

} // namespace

EmptyState::EmptyState(const Theme &theme, const Icons &icons, const QString &icon, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icons(icons),
      m_icon(icon),
      m_picture(new QLabel(this)),
      m_text(plainLabel(this)),
      m_details(plainLabel(this)),
      m_buttons(new FlowLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_picture->setAlignment(Qt::AlignCenter);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_details->hide();
    QFont large = m_text->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_text->setFont(large);

    auto *buttons = new QWidget(this);
    buttons->setLayout(m_buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addLayout(centred(m_text));
    layout->addLayout(centred(m_details));
    layout->addWidget(buttons, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(&theme, &Theme::changed, this, &EmptyState::applyTheme);
    applyTheme();
}

void EmptyState::setIcon(const QString &icon)
{
    m_icon = icon;
    applyTheme();
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void EmptyState::setDetails(const QString &details)
{
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    setAccessibleDescription(details);
}

QString EmptyState::text() const
{
    return m_text->text();
}

QString EmptyState::details() const
{
    return m_details->text();
}

QAbstractButton *EmptyState::addButton(const QString &text)
{
    // A query may be long, and may hold an ampersand, which must not become a mnemonic.
    QString shown = fontMetrics().elidedText(text, Qt::ElideMiddle, longestButton);
    auto *button = new QPushButton(shown.replace(u"&"_s, u"&&"_s), this);
    button->setAccessibleName(text);
    button->setAutoDefault(true);
    m_buttons->addWidget(button);
    return button;
}

void EmptyState::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        // Later: this may be the answer to a click on one of them.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void EmptyState::applyTheme()
{
    m_picture->setPixmap(m_icons.pixmap(m_icon, m_theme.colors().mutedText, pictureSize, devicePixelRatioF()));
}

} // namespace evident
