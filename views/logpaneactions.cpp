// The half of LogPane that does what can be done from a record.

#include "cellquery.h"
#include "icons.h"
#include "logmodel.h"
#include "logpane.h"
#include "logview.h"
#include "querystate.h"
#include "recordmarks.h"
#include "rowscopy.h"
#include "signinfinder.h"
#include "transactionquery.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Rows that one copy takes: what a ticket can bear.
constexpr int maxCopiedRows = 10'000;
/// What takes longer than this is said to be under way.
constexpr int slowMs = 300;

} // namespace

void LogPane::goToError(bool backwards)
{
    const int row = m_model->nextError(m_view->currentRow(), backwards);
    if (row < 0) {
        emit messageShown(backwards ? tr("There is no error before this record.")
                                    : tr("There is no error after this record."));
        return;
    }
    m_view->setCurrentRow(row);
}

void LogPane::showTransaction()
{
    if (!hasCurrentRecord())
        return;
    const RecordText *text = currentText();
    m_transactionWanted = !text;
    if (!text) {
        QTimer::singleShot(slowMs, this, [this] {
            if (m_transactionWanted)
                emit messageShown(tr("The record is being read from its file."));
        });
        return;
    }
    if (!text->readError.isEmpty()) {
        emit messageShown(text->readError);
        return;
    }
    if (const std::optional<Query> query = transactionQuery(text->fields))
        showSignIn(*query);
    else
        m_signIns->find(*m_document, *m_currentRecord);
}

/// Of the records, in the order of time.
void LogPane::showSignIn(const Query &query)
{
    showPage(nullptr);
    m_view->sortByColumn(LogModel::TimeColumn, Qt::AscendingOrder);
    m_queryState->setQuery(query);
    if (m_view->isVisible())
        m_view->setFocus();
}

void LogPane::signInFound(const std::optional<Query> &query)
{
    if (!query) {
        emit messageShown(tr("This record carries no transaction id."));
        return;
    }
    showSignIn(*query);
    emit messageShown(tr("The record carries no transaction id. Shown are its user's records around it, without a long "
                         "pause between them."));
}

void LogPane::showUser()
{
    if (!hasCurrentRecord())
        return;
    const Log &log = *m_document->log();
    const QString user = log.texts(TextColumn::User).text(log.columns().user(*m_currentRecord));
    if (user.isEmpty()) {
        emit messageShown(tr("This record names no user."));
        return;
    }
    emit userRequested(user, *m_currentRecord);
}

void LogPane::selectRecord(Row record)
{
    if (!m_document->log() || record >= m_document->recordCount())
        return;
    m_currentRecord = record;
    m_transactionWanted = false;
    m_signIns->cancel();
    if (const int position = m_model->positionOf(record); position >= 0 && position != m_view->currentRow())
        m_view->setCurrentRow(position); // tells of it
    else
        emit currentRecordChanged();
}

void LogPane::showRecord(Row record, const Query &otherwise)
{
    showPage(nullptr);
    selectRecord(record);
    if (m_model->positionOf(record) < 0)
        m_queryState->setQuery(otherwise); // the current record is selected when its rows are there
    m_view->setFocus();
}

std::vector<Row> LogPane::selectedRecords(int most) const
{
    const QList<int> positions = m_view->selectedRows(most);
    std::vector<Row> rows(size_t(positions.size()));
    std::ranges::transform(positions, rows.begin(), [this](int position) { return m_model->recordAt(position); });
    return rows;
}

qint64 LogPane::selectedCount() const
{
    return m_view->selection().count();
}

QList<int> LogPane::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_view->header()->count(); ++visual) {
        if (const int column = m_view->header()->logicalIndex(visual); !m_view->header()->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

void LogPane::copySelection()
{
    std::vector<Row> rows = selectedRecords(maxCopiedRows);
    if (rows.empty())
        return;
    const int count = int(rows.size());
    m_copied = selectedCount() > maxCopiedRows ? tr("The first %Ln row(s) were copied.", nullptr, count)
                                               : tr("%Ln row(s) copied.", nullptr, count);
    m_copy->start(*m_document, std::move(rows), shownColumns(), m_masksNames);
    QTimer::singleShot(slowMs, this, [this, count] {
        if (m_copy->isRunning())
            emit messageShown(
                tr("%Ln row(s) are being read and copied. Copy something else to end that.", nullptr, count));
    });
}

void LogPane::copyCell(Row row, int column)
{
    m_copied.clear();
    m_copy->start(*m_document, {row}, {column}, m_masksNames);
}

void LogPane::finishCopy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    if (!m_copied.isEmpty())
        emit messageShown(m_copied);
}

void LogPane::setMarks(RecordMarks *marks)
{
    m_marks = marks;
    m_model->setMarks(marks);
}

bool LogPane::goToBookmark(bool backwards)
{
    const int row = m_model->nextBookmark(m_view->currentRow(), backwards);
    if (row >= 0)
        m_view->setCurrentRow(row);
    return row >= 0;
}

/// What the value's edits are called, and their icon.
void LogPane::addCellEdits(QMenu &menu, const QModelIndex &index)
{
    const auto elided = [this](const QString &value) {
        QString shown = value.isEmpty() ? tr("(none)") : visibleText(value);
        shown = fontMetrics().elidedText(shown, Qt::ElideRight, fontMetrics().averageCharWidth() * 40);
        return shown.replace(u'&', u"&&"_s);
    };
    const QList<CellEdit> edits = cellEdits(*m_model, index.row(), index.column(), m_queryState->query());
    for (const CellEdit &edit : edits) {
        const auto add = [&](const QString &icon, const QString &text) {
            menu.addAction(m_icons.icon(icon), text, this,
                           [this, query = edit.query] { m_queryState->setQuery(query); });
        };
        switch (edit.kind) {
        case CellEdit::Kind::Only:
            add(u"filter"_s, tr("Only %1").arg(elided(edit.value)));
            break;
        case CellEdit::Kind::Not:
            add(u"exclude"_s, tr("Not %1").arg(elided(edit.value)));
            break;
        case CellEdit::Kind::HideCode:
            add(u"exclude"_s, tr("Hide all of code %1").arg(edit.value));
            break;
        case CellEdit::Kind::From:
            menu.addSeparator();
            add(u"time"_s, tr("This time and after"));
            break;
        case CellEdit::Kind::Until:
            add(u"time"_s, tr("This time and before"));
            break;
        case CellEdit::Kind::AroundShort:
            add(u"time"_s, tr("1 minute around"));
            break;
        case CellEdit::Kind::AroundLong:
            add(u"time"_s, tr("5 minutes around"));
            break;
        }
    }
    if (!edits.isEmpty())
        menu.addSeparator();
}

void LogPane::showCellMenu(const QModelIndex &index, const QPoint &position)
{
    if (!index.isValid())
        return;
    QMenu menu(this);
    addCellEdits(menu, index);
    menu.addAction(m_icons.icon(u"time"_s), tr("Only this transaction"), this, &LogPane::showTransaction);
    menu.addAction(m_icons.icon(u"user"_s), tr("People: what the log tells of this user"), this, &LogPane::showUser);
    const ResolvedEvent event = m_document->eventOf(m_model->recordAt(index.row()));
    if (event.flags.testFlag(EventFlag::Known)) {
        menu.addAction(m_icons.icon(u"catalog"_s), tr("Show in the catalog"), this, [this, event] {
            emit catalogRequested({event.kind, event.code});
        });
    }
    if (m_marks) {
        const bool isMarked = m_marks->isMarked(m_model->recordAt(index.row()));
        menu.addAction(m_icons.icon(u"bookmark"_s), isMarked ? tr("Remove the bookmark") : tr("Bookmark"), this,
                       &LogPane::bookmarkToggled);
    }
    menu.addSeparator();
    menu.addAction(m_icons.icon(u"copy"_s), tr("Copy rows"), this, &LogPane::copySelection);
    menu.addAction(tr("Copy cell"), this,
                   [this, row = m_model->recordAt(index.row()), column = index.column()] { copyCell(row, column); });
    menu.addActions(m_menuActions);
    menu.exec(position);
}

} // namespace evident
