#include "sectionheader.h"

#include "theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace evident {

namespace {

constexpr int chevronWidth = 12;
constexpr int gap = 4;

} // namespace

SectionHeader::SectionHeader(const Theme &theme, const QString &title, QWidget *parent)
    : QPushButton(title, parent),
      m_theme(theme)
{
    setCheckable(true);
    setChecked(true);
    setFlat(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(title);
    describe();
    connect(this, &QPushButton::toggled, this, &SectionHeader::describe);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void SectionHeader::describe()
{
    const QString state = isChecked() ? tr("Unfolded") : tr("Folded");
    setAccessibleDescription(
        m_remark.isEmpty() ? state : tr("%1, %2", "state of a heading, how many are chosen").arg(state, m_remark));
}

void SectionHeader::setRemark(const QString &remark)
{
    if (m_remark == remark)
        return;
    m_remark = remark;
    describe();
    update();
}

QFont SectionHeader::headingFont() const
{
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 0.85);
    heading.setCapitalization(QFont::AllUppercase);
    heading.setLetterSpacing(QFont::PercentageSpacing, 106);
    heading.setWeight(QFont::DemiBold);
    return heading;
}

QSize SectionHeader::sizeHint() const
{
    return {QFontMetrics(headingFont()).horizontalAdvance(text()) + chevronWidth + 2 * gap, fontMetrics().height() + 8};
}

QSize SectionHeader::minimumSizeHint() const
{
    return {chevronWidth, sizeHint().height()};
}

void SectionHeader::keyPressEvent(QKeyEvent *event)
{
    // As in a tree: the arrows say which way.
    const bool unfold = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool fold = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if (fold || unfold)
        setChecked(unfold);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    const ColorTokens &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = isRightToLeft();

    QPainterPath chevron;
    if (isChecked()) {
        chevron.moveTo(-3.5, -1.75);
        chevron.lineTo(0, 1.75);
        chevron.lineTo(3.5, -1.75);
    } else {
        chevron.moveTo(-1.75, -3.5);
        chevron.lineTo(1.75, 0);
        chevron.lineTo(-1.75, 3.5);
    }
    painter.save();
    painter.translate(mirrored ? width() - gap - chevronWidth / 2.0 : gap + chevronWidth / 2.0, height() / 2.0);
    if (mirrored)
        painter.scale(-1, 1);
    painter.setPen(
        QPen(underMouse() ? colors.text : colors.mutedText, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevron);
    painter.restore();

    painter.setPen(underMouse() ? colors.text : colors.mutedText);
    const QRect area = mirrored ? rect().adjusted(gap, 0, -(2 * gap + chevronWidth), 0)
                                : rect().adjusted(2 * gap + chevronWidth, 0, -gap, 0);
    const int remarkWidth = m_remark.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_remark) + 2 * gap;
    painter.setFont(font());
    painter.drawText(area, int((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter), m_remark);
    painter.setFont(headingFont());
    const QRect title = mirrored ? area.adjusted(remarkWidth, 0, 0, 0) : area.adjusted(0, 0, -remarkWidth, 0);
    painter.drawText(title, int((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), text());

    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 2, 2);
    }
}

} // namespace evident
