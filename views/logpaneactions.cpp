// The half of LogPane that does what can be done from a record.

#include "icons.h"
#include "logmodel.h"
#include "logpane.h"
#include "logview.h"
#include "querystate.h"
#include "rowscopy.h"

#include <QClipboard>
#include <QFileInfo>
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

Group oneValue(Field field, const QString &value)
{
    return {Term{field, {}, false, {TextValue{value}}}};
}

QString valueOf(const RecordText &text, QLatin1String name)
{
    const auto found = std::ranges::find_if(
        text.fields, [name](const RecordField &field) { return field.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == text.fields.end() ? QString() : found->value;
}

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
    const QString transaction = valueOf(*text, "transactionId"_L1);
    const QString activity = valueOf(*text, "userActivityId"_L1);
    if (transaction.isEmpty() && activity.isEmpty()) {
        emit messageShown(tr("This record carries no transaction id."));
        return;
    }
    const Group group =
        transaction.isEmpty() ? oneValue(Field::Activity, activity) : oneValue(Field::Transaction, transaction);
    showPage(nullptr);
    m_view->sortByColumn(LogModel::TimeColumn, Qt::AscendingOrder);
    m_queryState->setQuery(Query({group}));
    if (m_view->isVisible())
        m_view->setFocus();
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

QString LogPane::queryValueOf(const QModelIndex &index) const
{
    const Row record = m_model->recordAt(index.row());
    const ResolvedEvent &event = m_document->eventOf(record);
    switch (index.column()) {
    case LogModel::DescriptionColumn:
        return event.description;
    case LogModel::LevelColumn:
        return event.level;
    case LogModel::UserColumn:
        return m_document->log()->texts(TextColumn::User).text(m_document->log()->columns().user(record));
    case LogModel::ApplicationColumn:
        return m_document->log()->texts(TextColumn::Application).text(m_document->log()->columns().application(record));
    case LogModel::FileColumn:
        return QFileInfo(m_document->log()->info(record).path).fileName();
    default:
        return index.data().toString();
    }
}

void LogPane::keepOnly(Field field, const QString &value, bool excluded)
{
    const Query &query = m_queryState->query();
    if (field == Field::Code) {
        const std::optional<qint64> code = value.toLongLong();
        m_queryState->setQuery(query.withGroup({Term{field, {}, excluded, {CodeValue{code, code}}}}));
    } else if (excluded) {
        m_queryState->setQuery(query.withFacetValue(field, value, true));
    } else {
        m_queryState->setQuery(query.withoutFacet(field).withFacetValue(field, value));
    }
}

void LogPane::showCellMenu(const QModelIndex &index, const QPoint &position)
{
    if (!index.isValid())
        return;
    QMenu menu(this);
    const Field field = LogModel::fieldOf(index.column());
    const QString value = queryValueOf(index);
    const bool filterable = field != Field::Text && field != Field::Time && (field != Field::Code || !value.isEmpty());
    if (filterable) {
        QString shown = value.isEmpty() ? tr("(none)") : visibleText(value);
        shown = fontMetrics().elidedText(shown, Qt::ElideRight, fontMetrics().averageCharWidth() * 40);
        shown.replace(u'&', u"&&"_s);
        menu.addAction(m_icons.icon(u"filter"_s), tr("Only %1").arg(shown), this,
                       [=, this] { keepOnly(field, value, false); });
        menu.addAction(m_icons.icon(u"exclude"_s), tr("Not %1").arg(shown), this,
                       [=, this] { keepOnly(field, value, true); });
        menu.addSeparator();
    }
    menu.addAction(m_icons.icon(u"time"_s), tr("Only this transaction"), this, &LogPane::showTransaction);
    menu.addAction(m_icons.icon(u"user"_s), tr("People: what the log tells of this user"), this, &LogPane::showUser);
    const ResolvedEvent event = m_document->eventOf(m_model->recordAt(index.row()));
    if (event.flags.testFlag(EventFlag::Known)) {
        menu.addAction(m_icons.icon(u"catalog"_s), tr("Show in the catalog"), this, [this, event] {
            emit catalogRequested({event.kind, event.code});
        });
    }
    menu.addSeparator();
    menu.addAction(m_icons.icon(u"copy"_s), tr("Copy rows"), this, &LogPane::copySelection);
    menu.addAction(tr("Copy cell"), this,
                   [this, row = m_model->recordAt(index.row()), column = index.column()] { copyCell(row, column); });
    menu.exec(position);
}

} // namespace evident
