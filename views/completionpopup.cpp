#include "completionpopup.h"

#include "completiondelegate.h"
#include "roles.h"
#include "theme.h"

#include <QAccessible>
#include <QEvent>
#include <QMouseEvent>
#include <QStandardItemModel>

namespace evident {

namespace {

constexpr int maximumRows = 10;
constexpr int leastWidth = 360;

QString hintOf(const Completion &completion)
{
    switch (completion.type) {
    case Completion::Type::Entry:
        return completion.entry.key.kind == Kind::User ? QString() : kindToken(completion.entry.key.kind);
    case Completion::Type::Key:
        return CompletionPopup::tr("Key", "of the query language");
    case Completion::Type::Value:
        return CompletionPopup::tr("Value", "of a key of the query language");
    case Completion::Type::Saved:
        return CompletionPopup::tr("Saved query");
    case Completion::Type::Code:
        return CompletionPopup::tr("Keep only this code");
    }
    return {};
}

QString accessibleTextOf(const Completion &completion)
{
    if (completion.type == Completion::Type::Saved)
        return CompletionPopup::tr("%1, saved query: %2", "a name, a query").arg(completion.name, completion.insertion);
    if (completion.type != Completion::Type::Entry)
        return CompletionPopup::tr("%1, %2", "a term, what it is").arg(completion.insertion, hintOf(completion));
    return CompletionPopup::tr("Code %1, %2, %3", "number, level, description")
        .arg(QString::number(completion.entry.key.code), completion.entry.level, completion.entry.description);
}

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, const Icons &icons, QWidget *parent)
    : QListView(parent),
      m_theme(theme),
      m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new CompletionDelegate(theme, icons, this));
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setFrameStyle(int(QFrame::Box) | int(QFrame::Plain));
    setLineWidth(1);
    setMouseTracking(true);
    setAccessibleName(tr("Suggestions"));
    hide();
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        const Completion completion = m_completions.at(index.row());
        hide();
        emit picked(completion);
    });
    connect(&theme, &Theme::changed, this, &CompletionPopup::restyle);
    restyle();
}

void CompletionPopup::restyle()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.colors().line); // the frame
    colors.setColor(QPalette::Base, m_theme.colors().base);
    setPalette(colors);
}

void CompletionPopup::offer(const QList<Completion> &completions, QWidget *anchor)
{
    m_completions = completions;
    fill();
    if (completions.isEmpty()) {
        hide();
        return;
    }
    if (m_anchor != anchor || parentWidget() != anchor->window()) {
        if (m_anchor)
            m_anchor->window()->removeEventFilter(this);
        m_anchor = anchor;
        setParent(anchor->window());
        anchor->window()->installEventFilter(this);
    }
    place(anchor);
    show();
    raise();
}

void CompletionPopup::fill()
{
    m_model->clear();
    const bool entries = std::any_of(m_completions.cbegin(), m_completions.cend(), [](const Completion &completion) {
        return completion.type == Completion::Type::Entry;
    });
    for (const Completion &completion : std::as_const(m_completions)) {
        auto *item = new QStandardItem;
        if (completion.type == Completion::Type::Entry) {
            item->setText(visibleText(completion.entry.description));
            item->setData(int(severityOf(completion.entry.level)), SeverityRole);
            item->setData(completion.entry.key.code, CodeRole);
        } else {
            item->setText(completion.type == Completion::Type::Saved ? visibleText(completion.name)
                                                                     : completion.insertion);
            item->setData(entries, CompletionDelegate::AmongEntriesRole);
        }
        // A list of values alone needs nobody to say that they are values.
        if (completion.type != Completion::Type::Value)
            item->setData(hintOf(completion), CompletionDelegate::TermHintRole);
        item->setData(accessibleTextOf(completion), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
}

void CompletionPopup::place(QWidget *anchor)
{
    const QWidget *area = anchor->window();
    const int width = std::min(std::max(anchor->width(), leastWidth), area->width());
    const QPoint below = anchor->mapTo(area, QPoint(0, anchor->height() + 2));
    const int rows = std::min(int(m_completions.size()), maximumRows);
    const int wanted = rows * sizeHintForRow(0) + 2 * frameWidth();
    const int x = std::clamp(below.x(), 0, std::max(0, area->width() - width));
    setGeometry(x, below.y(), width, std::min(wanted, std::max(sizeHintForRow(0), area->height() - below.y())));
}

std::optional<Completion> CompletionPopup::chosen() const
{
    if (!isVisible() || !currentIndex().isValid())
        return std::nullopt;
    return m_completions.at(currentIndex().row());
}

void CompletionPopup::moveChoice(int by)
{
    const int rows = m_model->rowCount();
    const int current = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : rows);
    const int next = current + by;
    setCurrentIndex(next < 0 || next >= rows ? QModelIndex() : m_model->index(next, 0));
    if (!currentIndex().isValid()) {
        clearSelection();
        return;
    }
    // The focus stays in the box; a screen reader is told of the row all the same.
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(next);
    QAccessible::updateAccessibility(&event);
}

bool CompletionPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (isVisible() && m_anchor && watched == m_anchor->window()
        && (event->type() == QEvent::Resize || event->type() == QEvent::MouseButtonPress))
        hide();
    return QListView::eventFilter(watched, event);
}

} // namespace evident
