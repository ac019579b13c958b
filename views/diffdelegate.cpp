#include "diffdelegate.h"

#include "diffmodel.h"
#include "icons.h"
#include "roles.h"
#include "theme.h"

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;
constexpr int sectionAir = 8;

} // namespace

DiffDelegate::DiffDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_icons(icons)
{ }

QSize DiffDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + sectionAir);
    return size;
}

QIcon DiffDelegate::sectionIcon(int section, qreal devicePixelRatio) const
{
    const ColorTokens &colors = m_theme.colors();
    switch (DiffModel::Section(section)) {
    case DiffModel::Section::Added:
        return m_icons.pixmap(u"added"_s, colors.added.ink, iconSize, devicePixelRatio);
    case DiffModel::Section::Changed:
        return m_icons.pixmap(u"changed"_s, colors.accent, iconSize, devicePixelRatio);
    case DiffModel::Section::Removed:
        return m_icons.pixmap(u"removed"_s, colors.removed.ink, iconSize, devicePixelRatio);
    case DiffModel::Section::Unchanged:
        return m_icons.pixmap(u"unchanged"_s, colors.mutedText, iconSize, devicePixelRatio);
    case DiffModel::Section::NotUnderstood:
        return m_icons.severity(Severity::Unknown, iconSize, devicePixelRatio);
    }
    return {};
}

void DiffDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    const auto setIcon = [option, ratio](const QIcon &icon) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon;
        // A selected row keeps the inks: Qt would darken them.
        option->icon.addPixmap(icon.pixmap(QSize(iconSize, iconSize), ratio), QIcon::Selected);
        option->decorationSize = {iconSize, iconSize};
    };
    const bool section = !index.parent().isValid();
    if (section && index.column() == DiffModel::CodeColumn) {
        option->font.setWeight(QFont::DemiBold);
        setIcon(sectionIcon(index.data(SectionRole).toInt(), ratio));
    } else if (index.column() == DiffModel::LevelColumn && index.data(SeverityRole).isValid()) {
        const auto severity = Severity(index.data(SeverityRole).toInt());
        setIcon(m_icons.severity(severity, iconSize, ratio));
        option->palette.setColor(QPalette::Text, m_theme.colors().of(severity).ink);
        option->palette.setColor(QPalette::HighlightedText, m_theme.colors().of(severity).ink);
    } else if (index.column() == DiffModel::FactsColumn) {
        option->palette.setColor(QPalette::Text, m_theme.colors().mutedText);
        option->palette.setColor(QPalette::HighlightedText, m_theme.colors().mutedText);
    }
}

} // namespace evident
