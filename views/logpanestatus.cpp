// The part of LogPane that the status bar shows.

#include "logpane.h"
#include "logview.h"
#include "queryfolding.h"
#include "querystate.h"

#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>

namespace evident {

using namespace Qt::StringLiterals;

QStringList LogPane::statusTexts() const
{
    QStringList texts;
    for (const StatusPart &part : statusParts())
        texts.append(part.text);
    return texts;
}

StatusPart LogPane::pageStatus(int page) const
{
    QWidget *widget = m_pages->widget(page);
    return {m_pageStatus.value(widget), tr("Shows the page “%1”.").arg(m_pageBar->tabText(page)),
            [bar = m_pageBar, page, widget](const QWidget &) {
                bar->setCurrentIndex(page);
                widget->setFocus();
            }};
}

StatusPart LogPane::notUnderstoodStatus() const
{
    return {tr("%Ln line(s) not understood", nullptr, int(m_document->notUnderstood())), tr("Shows these lines alone."),
            [bar = m_pageBar, state = m_queryState, view = m_view](const QWidget &) {
                state->setText(u"is:notunderstood"_s);
                bar->setCurrentIndex(0);
                view->setFocus();
            }};
}

QList<StatusPart> LogPane::statusParts() const
{
    const QLocale locale;
    const qint64 records = m_document->recordCount();
    const qint64 shown = m_document->rows().size();
    QList<StatusPart> parts;
    const auto tell = [&parts](const QString &text) { parts.append({text, {}, {}}); };
    if (m_queryState->query().isEmpty())
        tell(tr("%Ln record(s)", nullptr, int(records)));
    else
        tell(
            tr("%1 of %Ln record(s)", "1: how many of them the query keeps", int(records)).arg(locale.toString(shown)));
    for (int page = 1; page < m_pages->count(); ++page) {
        if (!m_pageStatus.value(m_pages->widget(page)).isEmpty())
            parts.append(pageStatus(page));
    }
    if (m_document->state() == LogDocument::State::Loading && m_document->bytesTotal() > 0)
        tell(tr("%1 % read").arg(locale.toString(m_document->bytesRead() * 100 / m_document->bytesTotal())));
    if (m_document->state() == LogDocument::State::Opening && m_document->bytesTotal() > 0)
        tell(tr("%1 % unpacked or converted")
                 .arg(locale.toString(m_document->bytesRead() * 100 / m_document->bytesTotal())));
    if (const int around = int(m_document->shownRows().size() - m_document->rows().size()); around > 0)
        tell(tr("%Ln record(s) around them", nullptr, around));
    if (isFolding(m_queryState->query()))
        tell(foldedText());
    if (m_document->notUnderstood() > 0)
        parts.append(notUnderstoodStatus());
    if (m_document->undecided() > 0)
        tell(tr("%Ln record(s) left out: the regular expression takes too long on them", nullptr,
                int(m_document->undecided())));
    tell(tr("times in %1").arg(QString::fromUtf8(m_document->zone().id())));
    return parts;
}

/// How many are folded is known where nothing else is filtered.
QString LogPane::foldedText() const
{
    const bool onlyFolded = m_queryState->query().groups().size() == 1;
    if (!onlyFolded || m_document->isFiltering() || m_document->isLoading())
        return tr("repeated records are folded");
    const qint64 folded = m_document->recordCount() - m_document->rows().size();
    return tr("%Ln repeated record(s) folded", nullptr, int(folded));
}

} // namespace evident
