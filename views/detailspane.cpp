#include "detailspane.h"

#include "detailspage.h"
#include "detailstext.h"
#include "emptystate.h"
#include "flowlayout.h"
#include "icons.h"
#include "indentedjson.h"
#include "masker.h"
#include "noteseditor.h"
#include "pageview.h"
#include "theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFrame>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// A file that answers sooner is not said to be read.
constexpr int slowMs = 300;

} // namespace

DetailsPane::DetailsPane(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icons(icons),
      m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(theme, icons, u"empty"_s, this)),
      m_page(new PageView),
      m_notes(new NotesEditor(theme))
{
    m_empty->setText(tr("Nothing is selected."));
    m_empty->setDetails(tr("Select a row to read what it means and what is known of it."));
    m_page->setAccessibleName(tr("Details"));
    makeActions(icons);

    auto *filled = new QWidget(this);
    auto *layout = new QVBoxLayout(filled);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_page, 1);
    layout->addWidget(makeLine(theme));
    layout->addWidget(m_notes);
    layout->addWidget(makeButtons(theme, icons));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(filled);
    setFocusProxy(m_page);

    connect(m_page, &QTextBrowser::anchorClicked, this, &DetailsPane::followLink);
    connect(&theme, &Theme::changed, this, [this] { write(true); });
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_saysReading = true;
        write(true);
    });
    clear();
}

void DetailsPane::makeActions(const Icons &icons)
{
    m_copyText = new QAction(icons.icon(u"copy"_s), tr("Copy as text"), this);
    m_copyRaw = new QAction(tr("Copy raw record"), this);
    connect(m_copyText, &QAction::triggered, this, [this] {
        if (m_details)
            copy(detailsText(*m_details, m_zone), false);
    });
    connect(m_copyRaw, &QAction::triggered, this, [this] {
        if (m_details)
            copy(m_details->raw, true);
    });
}

/// Of a record, whose fields tell its names; the text of one without fields is not copied where these are masked.
void DetailsPane::copy(const QString &text, bool raw)
{
    Masker masker;
    masker.learn(m_details->fields);
    const bool isUnknown = m_details->isRecord && m_details->fields.isEmpty();
    if (m_masksNames && isUnknown)
        QGuiApplication::clipboard()->setText(tr("(left out, as it may hold names)"));
    else if (m_masksNames)
        QGuiApplication::clipboard()->setText(raw ? masker.maskedRaw(text) : masker.masked(text));
    else
        QGuiApplication::clipboard()->setText(text);
}

QWidget *DetailsPane::makeLine(const Theme &theme)
{
    auto *line = new QWidget(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    const auto paintLine = [line, &theme] {
        QPalette colors = line->palette();
        colors.setColor(QPalette::Window, theme.colors().line);
        line->setPalette(colors);
    };
    paintLine();
    connect(&theme, &Theme::changed, line, paintLine);
    return line;
}

QWidget *DetailsPane::makeButtons(const Theme &theme, const Icons &icons)
{
    auto *bar = new QFrame(this);
    bar->setObjectName(u"detailsButtons"_s);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(12, 8, 12, 8);

    m_catalogButton = new QPushButton(tr("Show in catalog"), bar);
    m_occurrencesButton = new QPushButton(tr("Where does this occur?"), bar);
    m_historyButton = new QPushButton(tr("History"), bar);
    m_historyButton->setToolTip(tr("When this entry came and how it was changed"));
    m_indentButton = new QToolButton(bar);
    m_indentButton->setText(tr("Indent raw"));
    m_indentButton->setCheckable(true);
    m_indentButton->setToolTip(tr("Break the raw record's JSON into indented lines"));
    m_copyButton = new QToolButton(bar);
    m_copyButton->setText(tr("Copy"));
    m_copyButton->setIcon(icons.icon(u"copy"_s));
    m_copyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copyButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_copyButton);
    menu->addAction(m_copyText);
    menu->addAction(m_copyRaw);
    m_copyButton->setMenu(menu);
    for (QAbstractButton *button : QList<QAbstractButton *>{m_catalogButton, m_occurrencesButton, m_historyButton,
                                                            m_indentButton, m_copyButton}) {
        button->setAccessibleName(button->text());
        button->setFocusPolicy(Qt::StrongFocus);
        flow->addWidget(button);
    }

    connect(m_catalogButton, &QPushButton::clicked, this, [this] { emit catalogRequested(m_details->key); });
    connect(m_occurrencesButton, &QPushButton::clicked, this, [this] { emit occurrencesRequested(m_details->key); });
    connect(m_historyButton, &QPushButton::clicked, this, [this] { emit historyRequested(m_details->key); });
    connect(m_indentButton, &QToolButton::toggled, this, [this] {
        if (m_details && m_details->rawPages == 0)
            m_rawPage = 0; // its pages are others
        write(true);
    });

    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeLine(theme));
    layout->addWidget(bar);
    return box;
}

void DetailsPane::showDetails(const RecordDetails &details, const QTimeZone &zone)
{
    m_details = details;
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    m_rawPage = 0;
    m_rawPageText = details.firstRawPage;
    m_wantedRawPage.reset();
    waitForFile(details.isBeingRead);
    updateButtons();
    write(false);
    m_notes->setKey(entryKey());
    m_stack->setCurrentIndex(1);
}

void DetailsPane::completeDetails(const RecordDetails &details)
{
    if (!m_details || !m_details->isRecord)
        return;
    m_details = details;
    m_rawPage = 0;
    m_rawPageText = details.firstRawPage;
    m_wantedRawPage.reset();
    waitForFile(details.isBeingRead);
    updateButtons();
    write(true);
}

/// That the file is read is said where it takes long, and no more when it was.
void DetailsPane::waitForFile(bool waiting)
{
    m_saysReading = m_saysReading && waiting;
    if (!waiting)
        m_slow.stop();
    else if (!m_saysReading && !m_slow.isActive())
        m_slow.start();
}

void DetailsPane::turnToRawPage(qint64 page)
{
    if (m_details->rawPages > 0) {
        m_wantedRawPage = page;
        waitForFile(true);
        emit rawPageRequested(page);
        return;
    }
    m_rawPage = page;
    write(true);
}

void DetailsPane::showRawPage(qint64 page, const QString &text)
{
    if (!m_details || m_wantedRawPage != page)
        return;
    m_rawPage = page;
    m_rawPageText = text;
    m_wantedRawPage.reset();
    waitForFile(false);
    write(true);
}

std::optional<EventKey> DetailsPane::entryKey() const
{
    return m_details && m_details->hasCode ? std::optional(m_details->key) : std::nullopt;
}

void DetailsPane::clear()
{
    m_details.reset();
    waitForFile(false);
    updateButtons();
    m_page->document()->clear();
    m_notes->setKey(std::nullopt);
    m_stack->setCurrentIndex(0);
}

void DetailsPane::updateButtons()
{
    const bool any = m_details.has_value();
    const bool record = any && m_details->isRecord;
    // In the catalog itself the way there is no way on.
    m_catalogButton->setVisible(record && m_details->entry.has_value());
    m_occurrencesButton->setVisible(any && m_details->hasCode);
    m_historyButton->setVisible(any && m_details->entry.has_value());
    const bool json = record && (m_details->raw.startsWith(u'{') || m_details->raw.startsWith(u'['));
    m_indentButton->setVisible(json && indentedJson(m_details->raw).has_value());
    m_copyText->setEnabled(any);
    m_copyRaw->setEnabled(record && !m_details->raw.isEmpty());
}

void DetailsPane::write(bool keepPosition)
{
    if (!m_details)
        return;
    const int position = m_page->verticalScrollBar()->value();
    DetailsPage page(m_theme, m_icons, m_page->font(), devicePixelRatioF());
    DetailsPage::Options options;
    options.zone = m_zone;
    options.indentRaw = m_indentButton->isChecked();
    options.rawPage = m_rawPage;
    options.rawPageText = m_rawPageText;
    options.saysReading = m_saysReading;
    page.write(m_page->document(), *m_details, options);
    m_page->moveCursor(QTextCursor::Start);
    m_page->verticalScrollBar()->setValue(keepPosition ? position : 0);
}

void DetailsPane::followLink(const QUrl &link)
{
    if (const std::optional<qint64> page = DetailsPage::rawPageOfLink(link)) {
        turnToRawPage(*page);
    } else if (const std::optional<EventKey> key = DetailsPage::entryOfLink(link)) {
        emit entryRequested(*key);
    }
}

void DetailsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_page)
        write(true);
}

} // namespace evident
