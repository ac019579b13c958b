#include "findingspage.h"

#include "emptystate.h"
#include "findingdelegate.h"
#include "findingdetails.h"
#include "findingsreading.h"
#include "findingtexts.h"
#include "icons.h"
#include "logdocument.h"
#include "noticebar.h"
#include "theme.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int listShare = 2;
constexpr int detailsShare = 3;

} // namespace

FindingsPage::FindingsPage(const Theme &theme, const Icons &icons, FindingsReading *reading, QWidget *parent)
    : QWidget(parent),
      m_reading(reading),
      m_model(reading),
      m_notice(new NoticeBar(theme, icons)),
      m_summary(new QLabel),
      m_dismissed(new QCheckBox),
      m_list(new QListView),
      m_details(new FindingDetails(theme, icons, reading->document())),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_empty(new EmptyState(theme, icons, u"empty"_s)),
      m_stack(new QStackedLayout)
{
    m_model.setZone(reading->document()->zone());
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new FindingDelegate(theme, icons, m_list));
    m_list->setAccessibleName(tr("Findings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, listShare);
    m_splitter->setStretchFactor(1, detailsShare);
    constexpr int unit = 1000; // sizes are shares
    m_splitter->setSizes({listShare * unit, detailsShare * unit});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_list);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPage::showCurrent);
    connect(m_list, &QListView::activated, this, &FindingsPage::requestRecords);
    connect(m_details, &FindingDetails::recordsRequested, this, &FindingsPage::requestRecords);
    connect(m_details, &FindingDetails::recordSelected, this, &FindingsPage::recordSelected);
    connect(m_details, &FindingDetails::copyRequested, this, &FindingsPage::ticketRequested);
    connect(m_details, &FindingDetails::dismissRequested, this, &FindingsPage::dismiss);
    connect(m_details, &FindingDetails::restoreRequested, this, &FindingsPage::restore);
    connect(reading, &FindingsReading::changed, this, &FindingsPage::update);
    connect(reading, &FindingsReading::dismissalsChanged, this, &FindingsPage::update);
    connect(reading, &FindingsReading::readingChanged, this, &FindingsPage::update);
    connect(reading->document(), &LogDocument::zoneChanged, this, [this] {
        m_model.setZone(m_reading->document()->zone());
        update();
    });
    m_notice->showNotice(reading->rules()->problems().join(u'\n'), Severity::Warning);
    update();
}

QWidget *FindingsPage::makeBar()
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setWordWrap(true);
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(margin, gap, margin, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_dismissed);
    QSizePolicy kept = m_dismissed->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the first dismissal does not wrap the sentence anew
    m_dismissed->setSizePolicy(kept);
    connect(m_dismissed, &QCheckBox::toggled, this, [this](bool on) {
        m_model.setDismissedShown(on);
        update();
    });
    return bar;
}

QString FindingsPage::title() const
{
    const FindingsPointer &findings = m_reading->findings();
    return findings ? tr("Findings (%L1)").arg(m_reading->openCount()) : tr("Findings");
}

QString FindingsPage::statusText() const
{
    return m_reading->findings() ? tr("%Ln finding(s)", nullptr, int(m_reading->openCount())) : QString();
}

QList<Finding> FindingsPage::shownFindings() const
{
    QList<Finding> findings;
    for (int row = 0; row < m_model.rowCount(); ++row)
        findings.append(m_model.findingAt(row));
    return findings;
}

void FindingsPage::showFinding(int position)
{
    m_list->setCurrentIndex(m_model.index(position));
}

void FindingsPage::update()
{
    selectAgain();
    updateBar();
    updateEmptyState();
    emit changed();
}

/// The model was reset: what was selected is selected again, or what took its place.
void FindingsPage::selectAgain()
{
    const int count = m_model.rowCount();
    const int same = m_model.rowOf(m_currentKey);
    if (const int row = same >= 0 ? same : std::min(m_currentRow, count - 1); row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
    else
        m_currentKey.clear();
    showCurrent();
}

/// What is left out of the answer, in sentences.
QString FindingsPage::remarks() const
{
    const Findings &findings = *m_reading->findings();
    QStringList sentences;
    if (findings.leftOut > 0)
        sentences.append(
            tr("%Ln more finding(s) of rules that found very many are not listed.", nullptr, int(findings.leftOut)));
    if (findings.withoutTime > 0)
        sentences.append(tr("%Ln record(s) without a time were left out.", nullptr, int(findings.withoutTime)));
    return sentences.join(u' ');
}

QString FindingsPage::triedText() const
{
    return tr("%Ln rule(s) were tried on all records of this log. That is no proof that all is well: a rule finds only "
              "what it is written for.",
              nullptr, int(m_reading->findings()->rules));
}

void FindingsPage::updateBar()
{
    const FindingsPointer &findings = m_reading->findings();
    const qsizetype dismissed = findings ? findings->list.size() - m_reading->openCount() : 0;
    m_dismissed->setText(tr("Show &dismissed (%L1)").arg(dismissed));
    m_dismissed->setVisible(dismissed > 0 || m_model.isDismissedShown());
    QStringList sentences;
    if (m_reading->isReading())
        sentences.append(tr("Looking for findings…"));
    if (findings && !findings->list.isEmpty()) {
        sentences.append(
            tr("%Ln rule(s) were tried on all records, whatever the query keeps.", nullptr, int(findings->rules)));
        sentences.append(remarks());
    }
    m_summary->setText(sentences.join(u' ').trimmed());
    m_summary->parentWidget()->setVisible(!m_summary->text().isEmpty() || !m_dismissed->isHidden());
}

void FindingsPage::updateEmptyState()
{
    if (m_model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_splitter);
        return;
    }
    const FindingsPointer &findings = m_reading->findings();
    m_empty->clearButtons();
    m_empty->setDetails({});
    if (!findings) {
        m_empty->setText(tr("Findings are looked for when the log was read."));
    } else if (findings->list.isEmpty()) {
        m_empty->setText(tr("No rule found anything."));
        m_empty->setDetails((triedText() + u' ' + remarks()).trimmed());
    } else {
        m_empty->setText(tr("All findings were dismissed."));
        connect(m_empty->addButton(tr("Show dismissed")), &QAbstractButton::clicked, m_dismissed,
                [this] { m_dismissed->setChecked(true); });
    }
    m_stack->setCurrentWidget(m_empty);
}

std::optional<Finding> FindingsPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(m_model.findingAt(index.row())) : std::nullopt;
}

void FindingsPage::showCurrent()
{
    const std::optional<Finding> finding = current();
    if (finding) {
        m_currentKey = findingKey(*finding);
        m_currentRow = m_list->currentIndex().row();
    }
    m_details->show(finding, finding ? m_reading->dismissalOf(*finding) : std::nullopt);
}

void FindingsPage::requestRecords()
{
    if (const std::optional<Finding> finding = current())
        emit queryRequested(findingQuery(*finding));
}

std::optional<Ticket> FindingsPage::ticket() const
{
    const std::optional<Finding> finding = current();
    const LogDocument *document = m_reading->document();
    if (!finding || !document->log())
        return {};
    return ticketOf(*finding, *document->log(), *document->resolution(), document->zone());
}

std::optional<RowSet> FindingsPage::ticketRecords() const
{
    const std::optional<Finding> finding = current();
    return finding ? std::optional(ticketRows(*finding)) : std::nullopt;
}

QList<Ticket> FindingsPage::reportSections() const
{
    QList<Ticket> sections;
    const LogDocument *document = m_reading->document();
    if (!document->log())
        return sections;
    if (m_reading->findings()) {
        for (const Finding &finding : m_reading->findings()->list) {
            if (!m_reading->dismissalOf(finding))
                sections.append(ticketOf(finding, *document->log(), *document->resolution(), document->zone()));
        }
    }
    if (const QStringList sentences = reportRemarks(); !sentences.isEmpty())
        sections.append(Ticket{{}, {}, sentences, {}, {}});
    return sections;
}

/// What a report without further findings would leave open.
QStringList FindingsPage::reportRemarks() const
{
    QStringList sentences;
    const FindingsPointer &findings = m_reading->findings();
    if (!findings || m_reading->isReading())
        sentences.append(tr("Findings were still being looked for when this was made."));
    if (!findings)
        return sentences;
    if (findings->list.isEmpty())
        sentences.append({tr("No rule found anything."), triedText()});
    if (const qsizetype dismissed = findings->list.size() - m_reading->openCount(); dismissed > 0)
        sentences.append(tr("%Ln finding(s) were dismissed and are left out.", nullptr, int(dismissed)));
    sentences.append(remarks());
    sentences.removeAll(QString());
    return sentences;
}

void FindingsPage::tellFailure(const Result<void> &result)
{
    if (!result)
        m_notice->showNotice(result.error().message, Severity::Error);
}

void FindingsPage::dismiss(const QString &reason)
{
    const std::optional<Finding> finding = current();
    if (!finding)
        return;
    tellFailure(m_reading->dismiss(*finding, reason));
    m_list->setFocus();
}

void FindingsPage::restore()
{
    if (const std::optional<Finding> finding = current())
        tellFailure(m_reading->restore(*finding));
}

} // namespace evident
