#include "lognotices.h"

#include "logdocument.h"
#include "logfiles.h"
#include "noticebar.h"
#include "textlistdialog.h"

#include <QFileInfo>
#include <QPushButton>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Names that a sentence bears.
constexpr qsizetype mostNames = 3;

QStringList fileNames(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names.append(visibleText(QFileInfo(path).fileName()));
    return names;
}

} // namespace

LogNotices::LogNotices(LogDocument *document, NoticeBar *bar, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_bar(bar)
{
    connect(document, &LogDocument::stateChanged, this, &LogNotices::update);
    connect(document, &LogDocument::progressChanged, this, &LogNotices::update);
    connect(document, &LogDocument::olderFilesFound, this, &LogNotices::update);
    connect(bar, &NoticeBar::dismissed, this, &LogNotices::dismiss);
    bar->showNotice({});
}

void LogNotices::offerTogether(const QStringList &paths)
{
    m_together = paths;
    m_openedLogs = int(paths.size());
    update();
}

void LogNotices::offerWhole(const QString &archive, int logs)
{
    m_together = {wholeArchive(archive)};
    m_openedLogs = logs;
    update();
}

void LogNotices::setRemark(const QString &remark)
{
    m_remark = remark;
    update();
}

void LogNotices::update()
{
    if (m_document->state() == LogDocument::State::Opening && !m_document->log())
        m_dismissed = {};
    const Notice news = notice();
    if (news == m_shown)
        return;
    // Unchanged buttons keep the focus.
    m_shown = news;
    m_bar->clearButtons();
    if (news == m_dismissed) {
        m_bar->showNotice({});
        return;
    }
    for (const Offer offer : news.offers) {
        connect(m_bar->addButton(offerText(offer)), &QPushButton::clicked, this, [this, offer] { accept(offer); });
    }
    m_bar->showNotice(news.sentences.join(u' '), news.severity);
}

void LogNotices::dismiss()
{
    m_document->dismissNotice();
    m_together.clear();
    m_remark.clear();
    m_dismissed = notice();
    m_shown = m_dismissed;
}

LogNotices::Notice LogNotices::notice() const
{
    Notice notice;
    addErrors(notice);
    if (!m_document->notice().isEmpty())
        notice.sentences.append(m_document->notice());
    if (m_document->state() == LogDocument::State::Cancelled)
        notice.sentences.append(tr("Loading was cancelled. What was read so far is shown."));
    addEncoding(notice);
    if (m_document->log() && !m_document->log()->info().guess.isEmpty())
        notice.sentences.append(m_document->log()->info().guess);
    addFiles(notice);
    return notice;
}

void LogNotices::addErrors(Notice &notice) const
{
    // With no record to show, the pane itself says what is wrong.
    if (m_document->errorText().isEmpty() || m_document->recordCount() == 0)
        return;
    const QStringList errors = m_document->errorText().split(u'\n');
    notice.severity = Severity::Error;
    notice.sentences.append(errors.first());
    if (errors.size() == 1)
        return;
    notice.sentences.append(tr("There are %Ln more problem(s).", nullptr, int(errors.size()) - 1));
    notice.offers.append(Offer::AllErrors);
}

void LogNotices::addEncoding(Notice &notice) const
{
    const std::shared_ptr<Log> &log = m_document->log();
    if (!log || m_document->isLoading() || log->suggestedEncoding().isEmpty() || !m_document->errorText().isEmpty())
        return;
    notice.severity = Severity::Warning;
    notice.sentences.append(
        log->invalidBytes() > 0
            ? tr("%Ln byte(s) of this file are no text of its encoding and are shown as �.", nullptr,
                 int(log->invalidBytes()))
            : tr("This file looks as if it were in the encoding %1.").arg(log->suggestedEncoding()));
    notice.offers.append(Offer::Encoding);
}

void LogNotices::addFiles(Notice &notice) const
{
    if (const QStringList leftOut = m_document->leftOut(); !leftOut.isEmpty()) {
        const QString names = fileNames(leftOut.first(std::min(leftOut.size(), mostNames))).join(u", "_s);
        notice.sentences.append(
            leftOut.size() > mostNames
                ? tr("%Ln file(s) are no logs of events and were left out, such as %1.", nullptr, int(leftOut.size()))
                      .arg(names)
                : tr("%Ln file(s) are no logs of events and were left out: %1.", nullptr, int(leftOut.size()))
                      .arg(names));
        if (leftOut.size() > mostNames)
            notice.offers.append(Offer::LeftOut);
    }
    if (const QStringList &older = m_document->olderFiles(); !older.isEmpty()) {
        notice.sentences.append(tr("%Ln older file(s) of this log stand beside it.", nullptr, int(older.size())));
        notice.offers.append(Offer::OlderFiles);
    }
    if (!m_remark.isEmpty())
        notice.sentences.append(m_remark);
    if (m_together.isEmpty())
        return;
    if (m_remark.isEmpty())
        notice.sentences.append(tr("%Ln log(s) were opened, each in a tab of its own.", nullptr, m_openedLogs));
    notice.offers.append(Offer::Together);
}

QString LogNotices::offerText(Offer offer) const
{
    switch (offer) {
    case Offer::AllErrors:
        return tr("Show all problems");
    case Offer::Encoding:
        return tr("Read as %1").arg(m_document->log()->suggestedEncoding());
    case Offer::LeftOut:
        return tr("Show what was left out");
    case Offer::OlderFiles:
        return tr("Show with its %Ln older file(s)", nullptr, int(m_document->olderFiles().size()));
    case Offer::Together:
        break;
    }
    return tr("Show them as one log");
}

void LogNotices::accept(Offer offer)
{
    switch (offer) {
    case Offer::AllErrors:
        (new TextListDialog(tr("Problems"), tr("What went wrong while “%1” was read:").arg(m_document->title()),
                            m_document->errorText().split(u'\n'), m_bar->window()))
            ->show();
        return;
    case Offer::Encoding: {
        LogOptions options = m_document->options();
        options.encoding = m_document->log()->suggestedEncoding();
        m_document->reload(options);
        return;
    }
    case Offer::LeftOut:
        (new TextListDialog(tr("Files left out"),
                            tr("These files are no logs of events. Open one by itself to see it all the same."),
                            m_document->leftOut(), m_bar->window()))
            ->show();
        return;
    case Offer::OlderFiles:
        emit togetherRequested(m_document->olderFiles() + m_document->paths());
        return;
    case Offer::Together:
        emit togetherRequested(m_together);
    }
}

} // namespace evident
