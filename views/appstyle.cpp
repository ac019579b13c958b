#include "appstyle.h"

#include "theme.h"
#include "tintediconengine.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int indicatorSize = 16;
constexpr double focusWidth = 2;

/// A square of 14 in the middle of `rect`, on whole pixels.
QRectF indicatorBox(const QRect &rect)
{
    constexpr int side = 14;
    QRect box(0, 0, side, side);
    box.moveTopLeft(rect.topLeft() + QPoint((rect.width() - side) / 2, (rect.height() - side) / 2));
    return box;
}

QPen roundPen(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool partial = option->state & QStyle::State_NoChange;
    const QPalette &palette = option->palette;
    const auto ink = palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::PlaceholderText);
    const auto accent = enabled ? palette.color(QPalette::Link) : ink;
    const QRectF box = indicatorBox(option->rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on || partial ? accent : ink, 1));
    painter->setBrush(on || partial ? accent : palette.color(QPalette::Base));
    painter->drawRoundedRect(box.adjusted(.5, .5, -.5, -.5), 3, 3);
    painter->translate(box.topLeft());
    painter->setPen(roundPen(palette.color(QPalette::Base), 1.75));
    if (partial) {
        painter->drawLine(QPointF(4, 7), QPointF(10, 7));
    } else if (on) {
        const QPointF tick[] = {{3.5, 7.25}, {6, 9.75}, {10.5, 4.5}};
        painter->drawPolyline(tick, 3);
    }
    painter->restore();
}

void drawRadioButton(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const QPalette &palette = option->palette;
    const auto ink = palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::PlaceholderText);
    const auto accent = enabled ? palette.color(QPalette::Link) : ink;
    const QRectF box = indicatorBox(option->rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on ? accent : ink, 1));
    painter->setBrush(on ? accent : palette.color(QPalette::Base));
    painter->drawEllipse(box.adjusted(.5, .5, -.5, -.5));
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(QPalette::Base));
        painter->drawEllipse(box.center(), 2.5, 2.5);
    }
    painter->restore();
}

void drawFocus(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option->palette.color(QPalette::Link), focusWidth));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 3, 3);
    painter->restore();
}

void drawTabClose(const QStyleOption *option, QPainter *painter)
{
    const bool hovered = option->state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option->palette.color(QPalette::Mid));
        painter->drawRoundedRect(option->rect, 3, 3);
    }
    painter->translate(QRectF(option->rect).center());
    painter->setPen(roundPen(option->palette.color(hovered ? QPalette::WindowText : QPalette::PlaceholderText), 1.5));
    painter->drawLine(QPointF(-3, -3), QPointF(3, 3));
    painter->drawLine(QPointF(3, -3), QPointF(-3, 3));
    painter->restore();
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const QPalette &palette = option->palette;
    painter->fillRect(option->rect, palette.color(QPalette::Window));
    const QRect &rect = option->rect;
    const QColor line = palette.color(QPalette::Mid);
    painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, line);
    const bool last = !header || header->position == QStyleOptionHeader::End
        || header->position == QStyleOptionHeader::OnlyOneSection;
    if (!last)
        painter->fillRect(rect.right(), rect.y() + 5, 1, rect.height() - 10, line);
    if (option->state & QStyle::State_HasFocus)
        drawFocus(option, painter);
}

void drawHeaderArrow(const QStyleOption *option, QPainter *painter)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    // Qt's "down" is ascending: drawn as a triangle that points up, as everywhere else.
    const double y = header->sortIndicator == QStyleOptionHeader::SortDown ? -1 : 1;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(option->rect).center());
    painter->setPen(Qt::NoPen);
    painter->setBrush(option->palette.color(QPalette::Link));
    const QPointF triangle[] = {{-4, -2 * y}, {4, -2 * y}, {0, 2.5 * y}};
    painter->drawPolygon(triangle, 3);
    painter->restore();
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStyleFactory::create(u"fusion"_s))
{ }

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return drawFocus(option, painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(option, painter);
    case PE_IndicatorRadioButton:
        return drawRadioButton(option, painter);
    case PE_IndicatorTabClose:
        return drawTabClose(option, painter);
    case PE_IndicatorHeaderArrow:
        return drawHeaderArrow(option, painter);
    case PE_PanelMenu: // has a line around it that stands on the dark base, too
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), option->palette.color(QPalette::Base));
        return;
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
        return drawHeaderSection(option, painter);
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        const QRect &rect = option->rect;
        painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, option->palette.color(QPalette::Mid));
        return;
    }
    case CE_Splitter:
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return indicatorSize;
    case PM_SplitterWidth:
        return 1;
    case PM_HeaderMarkSize:
        return 12;
    case PM_HeaderMargin:
        return 4;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon AppStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon != SP_LineEditClearButton)
        return QProxyStyle::standardIcon(icon, option, widget);
    return QIcon(new TintedIconEngine(u"clear"_s, [](QIcon::Mode mode) {
        return QApplication::palette().color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Normal,
                                             QPalette::PlaceholderText);
    }));
}

QString AppStyle::sheet(const ColorTokens &colors)
{
    static const QString rules = uR"(
QToolBar { background: @window; border: none; border-bottom: 1px solid @line; padding: 4px 8px; spacing: 4px; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QMenuBar { background: @window; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 2px 4px; }
QToolButton:hover { background: @selection; }
QToolButton:pressed, QToolButton:checked { background: @selection; }
QToolButton:focus { border-color: @accent; outline: none; }
QToolButton[popupMode="1"] { padding-right: 16px; }
QToolButton::menu-indicator { image: none; }

QPushButton { background: @base; border: 1px solid @line; border-radius: 4px; padding: 5px 12px 4px 12px; }
QPushButton:hover { background: @alternate; border-color: @muted; }
QPushButton:pressed, QPushButton:checked { background: @selection; }
QPushButton:default { border-color: @accent; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 11px 3px 11px; outline: none; }
QPushButton:flat { background: transparent; border-color: transparent; }

QLineEdit { background: @base; border: 1px solid @line; border-radius: 4px; padding: 3px 5px;
    selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus { border: 2px solid @accent; padding: 2px 4px; }

#noteEdit { background: @base; border: 1px solid @line; border-radius: 4px; padding: 1px;
    selection-background-color: @selection; selection-color: @text; }
#noteEdit:focus { border: 2px solid @accent; padding: 0; }

evident--SummaryPage { background: @base; border: 2px solid @base; }
evident--SummaryPage:focus { border-color: @accent; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: @window; outline: none; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 6px 12px 4px 12px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:selected:focus { background: @selection; border: 2px solid @accent; padding: 4px 10px 4px 10px; }

QScrollBar:vertical { background: @window; width: 14px; margin: 0; }
QScrollBar:horizontal { background: @window; height: 14px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

#dropArea { border: 2px dashed @line; border-radius: 8px; }
#dropArea[dropping="true"] { border: 2px solid @accent; background: @selection; }
#recentFiles { background: @base; border: none; }

QProgressBar { background: transparent; border: none; }
QProgressBar::chunk { background: @accent; }
)"_s;
    // A thumb has to stand 3:1 on the window: halfway to the muted ink falls short of it in the light theme.
    const auto mix = [](int a, int b) { return (a + 3 * b) / 4; };
    const QColor thumb(mix(colors.window.red(), colors.mutedText.red()),
                       mix(colors.window.green(), colors.mutedText.green()),
                       mix(colors.window.blue(), colors.mutedText.blue()));
    QString sheet = rules;
    const std::pair<QString, QColor> names[] = {
        {u"@alternate"_s, colors.alternate}, {u"@selection"_s, colors.selection}, {u"@window"_s, colors.window},
        {u"@accent"_s, colors.accent},       {u"@muted"_s, colors.mutedText},     {u"@thumb"_s, thumb},
        {u"@base"_s, colors.base},           {u"@line"_s, colors.line},           {u"@text"_s, colors.text},
    };
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    return sheet;
}

} // namespace evident
