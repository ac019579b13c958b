#include "logpane.h"

#include "contextbar.h"
#include "emptystate.h"
#include "logmodel.h"
#include "lognotices.h"
#include "logview.h"
#include "noticebar.h"
#include "querystate.h"
#include "recordmarks.h"
#include "recordreader.h"
#include "rowscopy.h"
#include "session.h"
#include "signinfinder.h"
#include "theme.h"
#include "viewplace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressHeight = 2;
/// Of files that could not be read; where there is no record, the first ones tell what is wrong.
constexpr int mostErrors = 5;
constexpr int progressSteps = 1000;

} // namespace

LogPane::LogPane(const Theme &theme, const Icons &icons, std::unique_ptr<LogDocument> document, QWidget *parent)
    : QWidget(parent),
      m_icons(icons),
      m_document(std::move(document)),
      m_model(new LogModel(m_document.get(), this)),
      m_reader(new RecordReader(this)),
      m_copy(new RowsCopy(this)),
      m_signIns(new SignInFinder(this)),
      m_queryState(new QueryState(this)),
      m_view(new LogView(theme, icons)),
      m_progress(new QProgressBar),
      m_notice(new NoticeBar(theme, icons)),
      m_notices(new LogNotices(m_document.get(), m_notice, this)),
      m_empty(new EmptyState(theme, icons, u"empty"_s)),
      m_stack(new QStackedLayout),
      m_pageBar(new QTabBar),
      m_pages(new QStackedWidget),
      m_recordsLayout(new QVBoxLayout),
      m_contextBar(new ContextBar(m_document.get(), m_queryState, theme))
{
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(progressHeight);
    m_view->setModel(m_model);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_pageBar);
    layout->addWidget(m_pages, 1);
    createPages();
    setFocusProxy(m_view);

    connect(m_queryState, &QueryState::queryChanged, this, &LogPane::applyQuery);
    connectDocument();
    connect(m_view, &LogView::currentRowChanged, this, [this](int row) {
        if (row < 0)
            return;
        m_currentRecord = m_model->recordAt(row);
        m_transactionWanted = false;
        m_signIns->cancel();
        currentText(); // is read while the selection rests
        emit currentRecordChanged();
    });
    connect(m_view, &LogView::selectionChanged, this, &LogPane::statusChanged);
    connect(m_view, &LogView::gutterClicked, this, &LogPane::bookmarkToggled);
    connect(m_view, &LogView::cellMenuRequested, this, &LogPane::showCellMenu);
    connect(m_view, &LogView::rowActivated, this, [this](int row) {
        const ResolvedEvent &event = m_document->eventOf(m_model->recordAt(row));
        if (event.flags.testFlag(EventFlag::Known))
            emit catalogRequested({event.kind, event.code});
    });
    connectReaders();
    updateState();
}

void LogPane::createPages()
{
    m_pageBar->setDocumentMode(true);
    m_pageBar->setDrawBase(false);
    m_pageBar->setExpanding(false);
    m_pageBar->setAccessibleName(tr("Looks at the log"));
    m_pageBar->hide();
    auto *records = new QWidget;
    records->setLayout(m_recordsLayout);
    m_recordsLayout->setContentsMargins(0, 0, 0, 0);
    m_recordsLayout->setSpacing(0);
    m_recordsLayout->addWidget(m_contextBar);
    m_recordsLayout->addLayout(m_stack, 1);
    m_stack->addWidget(m_view); // only now: a stack without a parent would show it as a window
    m_stack->addWidget(m_empty);
    m_pages->addWidget(records);
    m_pageBar->addTab(tr("Records"));
    connect(m_pageBar, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        setFocusProxy(page > 0 ? m_pages->currentWidget() : m_view);
        emit pageChanged();
    });
}

void LogPane::addPage(QWidget *page, const QString &title)
{
    m_pages->addWidget(page);
    m_pageBar->addTab(title);
    m_pageBar->show();
}

void LogPane::showPage(QWidget *page)
{
    m_pageBar->setCurrentIndex(page ? m_pages->indexOf(page) : 0);
}

void LogPane::setPageTitle(QWidget *page, const QString &title, const QString &status)
{
    m_pageBar->setTabText(m_pages->indexOf(page), title);
    if (m_pageStatus.value(page) == status)
        return;
    m_pageStatus.insert(page, status);
    emit statusChanged();
}

QWidget *LogPane::currentPage() const
{
    return m_pages->currentIndex() > 0 ? m_pages->currentWidget() : nullptr;
}

QString LogPane::pageName() const
{
    const QWidget *page = currentPage();
    return page ? page->objectName() : recordsPage;
}

void LogPane::showPageNamed(const QString &name)
{
    for (int page = 0; page < m_pages->count(); ++page) {
        if (name == (page > 0 ? m_pages->widget(page)->objectName() : recordsPage))
            m_pageBar->setCurrentIndex(page);
    }
}

void LogPane::addAboveRecords(QWidget *widget)
{
    m_recordsLayout->insertWidget(m_recordsLayout->count() - 2, widget); // above the context's bar
}

void LogPane::addNotice(QWidget *bar)
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_notice) + 1, bar);
}

void LogPane::connectReaders()
{
    connect(m_reader, &RecordReader::recordRead, this, [this] {
        if (m_document->log() && m_document->log()->isForeign())
            m_document->look(); // the record is not in the file any more
        emit detailsRead();
        if (m_transactionWanted)
            showTransaction();
    });
    connect(m_reader, &RecordReader::pageRead, this, &LogPane::rawPageRead);
    connect(m_signIns, &SignInFinder::found, this, &LogPane::signInFound);
    connect(m_copy, &RowsCopy::finished, this, &LogPane::finishCopy);
    // Who copies something else meanwhile keeps that.
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, m_copy, &RowsCopy::cancel);
}

void LogPane::connectDocument()
{
    LogDocument *document = m_document.get();
    connect(document, &LogDocument::stateChanged, this, &LogPane::updateState);
    connect(document, &LogDocument::progressChanged, this, &LogPane::updateProgress);
    connect(document, &LogDocument::rowsAboutToChange, this, [this] {
        m_place.reset();
        if (m_document->isRefreshing())
            m_place = std::make_unique<ViewPlace>(*m_view, *m_model, m_currentRecord);
    });
    connect(document, &LogDocument::rowsChanged, this, &LogPane::rowsReplaced);
    connect(document, &LogDocument::rowsGrown, this, [this] {
        restorePlace();
        updateEmptyState();
    });
    connect(document, &LogDocument::rowsShrunk, this, &LogPane::updateEmptyState);
    connect(document, &LogDocument::rowsUpdated, this, &LogPane::currentRecordChanged);
    connect(document, &LogDocument::followingChanged, this,
            [this] { m_view->setKeptAtEnd(m_document->isFollowing()); });
    connect(document, &LogDocument::errorMarksChanged, this, [this] {
        QList<QPair<double, int>> marks;
        for (const auto &[position, severity] : m_document->errorMarks())
            marks.append({position, int(severity)});
        m_view->setScrollMarks(marks);
    });
    connect(document, &LogDocument::resolutionChanged, this, &LogPane::currentRecordChanged);
}

void LogPane::rowsReplaced()
{
    m_reader->forgetOther(m_document->log());
    if (m_place) {
        restorePlace();
    } else if (m_currentRecord) {
        // The person keeps the record that was being read, wherever it is now.
        if (const int position = m_model->positionOf(*m_currentRecord); position >= 0)
            m_view->setCurrentRow(position);
    }
    updateEmptyState();
}

void LogPane::restorePlace()
{
    if (m_place && m_place->restore(*m_view, *m_model, m_document->isLoading(), m_document->isFollowing()))
        m_place.reset();
}

LogPane::~LogPane()
{
    // It tells the document, which goes first.
    delete m_marks;
    // The view must not look at a model whose document is gone.
    m_view->setModel(nullptr);
}

void LogPane::applyQuery()
{
    m_document->setQuery(m_queryState->query());
    updateEmptyState();
    emit statusChanged();
}

void LogPane::updateState()
{
    // While it starts over, the rows stay until there are others.
    if (m_document->state() == LogDocument::State::Opening && !m_document->log())
        m_currentRecord.reset();
    nameParts();
    showFileColumn();
    updateProgress();
    updateEmptyState();
}

void LogPane::updateProgress()
{
    const bool busy = m_document->isLoading();
    m_progress->setVisible(busy);
    const qint64 total = m_document->bytesTotal();
    m_progress->setValue(total > 0 ? int(m_document->bytesRead() * progressSteps / total) : 0);
    if (!m_document->isFiltering())
        updateEmptyState();
    emit statusChanged();
}

/// Where there are several files, their column takes the place of the application's, for which there is no room beside
/// it; from then on both are the person's.
void LogPane::showFileColumn()
{
    if (!m_document->log() || m_model->hasSeveralFiles() == m_hasSeveralFiles)
        return;
    m_hasSeveralFiles = m_model->hasSeveralFiles();
    QHeaderView *header = m_view->header();
    if (m_hasSeveralFiles)
        m_applicationHidden = header->isSectionHidden(LogModel::ApplicationColumn);
    header->setSectionHidden(LogModel::ApplicationColumn, m_hasSeveralFiles || m_applicationHidden);
    header->setSectionHidden(LogModel::FileColumn, !m_hasSeveralFiles);
}

void LogPane::restoreColumns(const QByteArray &state)
{
    m_view->restoreColumns(state);
    m_view->header()->setSectionHidden(LogModel::FileColumn, true);
    m_hasSeveralFiles = false;
    showFileColumn();
}

QByteArray LogPane::saveColumns()
{
    QHeaderView *header = m_view->header();
    const bool swapped = m_hasSeveralFiles && header->isSectionHidden(LogModel::ApplicationColumn);
    const bool fileHidden = header->isSectionHidden(LogModel::FileColumn);
    if (swapped)
        header->setSectionHidden(LogModel::ApplicationColumn, m_applicationHidden);
    header->setSectionHidden(LogModel::FileColumn, true);
    QByteArray state = m_view->saveColumns();
    header->setSectionHidden(LogModel::FileColumn, fileHidden);
    if (swapped)
        header->setSectionHidden(LogModel::ApplicationColumn, true);
    return state;
}

void LogPane::nameParts()
{
    m_progress->setAccessibleName(tr("Loading %1").arg(m_document->title()));
    m_view->setAccessibleName(tr("Records of %1").arg(m_document->title()));
    QStringList files = m_document->files();
    std::ranges::transform(files, files.begin(), [](const QString &file) { return visibleText(file); });
    m_view->setAccessibleDescription(files.size() > 1 ? files.join(u'\n') : QString());
}

void LogPane::updateEmptyState()
{
    const bool waiting = m_document->isFiltering() || m_document->state() == LogDocument::State::Opening;
    if (m_document->rows().size() > 0 || waiting) {
        m_stack->setCurrentWidget(m_view);
        return;
    }
    m_empty->clearButtons();
    m_empty->setDetails({});
    m_empty->setIcon(u"empty"_s);
    if (m_document->recordCount() > 0) {
        m_empty->setText(tr("No record matches."));
        offerToClear();
    } else if (m_document->state() == LogDocument::State::Failed) {
        m_empty->setIcon(u"broken"_s);
        m_empty->setText(m_document->asks() ? tr("Is this log to be read?") : tr("This log could not be read."));
        m_empty->setDetails(m_document->errorText().section(u'\n', 0, mostErrors - 1));
        if (m_document->asks())
            connect(m_empty->addButton(tr("Read it anyway")), &QAbstractButton::clicked, this,
                    &LogPane::reloadHoweverLarge);
        else if (m_document->isFile())
            connect(m_empty->addButton(tr("Try again")), &QAbstractButton::clicked, this,
                    [this] { m_document->reload(m_document->options()); });
    } else {
        m_empty->setText(tr("This log has no records."));
    }
    // The keyboard stays where the person looks.
    const bool focused = m_view->hasFocus();
    m_stack->setCurrentWidget(m_empty);
    if (auto *button = m_empty->findChild<QAbstractButton *>(); focused && button)
        button->setFocus();
}

void LogPane::reloadHoweverLarge()
{
    LogOptions options = m_document->options();
    options.allowLargeSpool = true;
    m_document->reload(options);
}

void LogPane::offerToClear()
{
    const QList<Group> groups = m_queryState->query().groups();
    for (qsizetype i = 0; groups.size() > 1 && i < groups.size(); ++i) {
        QList<Group> rest = groups;
        const QString text = Query({rest.takeAt(i)}).toString();
        connect(m_empty->addButton(tr("Clear %1").arg(text)), &QAbstractButton::clicked, this,
                [this, rest] { m_queryState->setQuery(Query(rest)); });
    }
    connect(m_empty->addButton(tr("Clear all")), &QAbstractButton::clicked, this,
            [this] { m_queryState->setQuery({}); });
}

/// What the file has of the current record, which there is; null while it is being read.
const RecordText *LogPane::currentText()
{
    return m_reader->read(m_document->log(), *m_currentRecord);
}

bool LogPane::hasCurrentRecord() const
{
    return m_currentRecord && m_document->log() && *m_currentRecord < m_document->recordCount();
}

std::optional<Row> LogPane::currentRecord() const
{
    return hasCurrentRecord() ? m_currentRecord : std::nullopt;
}

std::optional<RecordDetails> LogPane::currentDetails()
{
    if (!hasCurrentRecord())
        return {};
    return recordDetails(*m_document, *m_currentRecord, currentText());
}

void LogPane::readRawPage(qint64 page)
{
    m_reader->readPage(page);
}

} // namespace evident
