#include "catalogimporter.h"

#include "importdialog.h"

#include <QFutureWatcher>
#include <QMimeData>
#include <QTimer>
#include <QWidget>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// How long a file is waited for: beyond it a share does not answer.
constexpr int patienceMs = 15'000;
/// What is larger and was not called a page is a log: nobody waits for its reading to be told so.
constexpr qint64 mayBePage = 16 * 1024 * 1024; // bytes

} // namespace

CatalogImporter::CatalogImporter(CatalogStore &store, const Theme &theme, const Icons &icons, QWidget *window)
    : QObject(window),
      m_store(store),
      m_theme(theme),
      m_icons(icons),
      m_window(window)
{ }

ImportDialog *CatalogImporter::dialog() const
{
    return m_dialog;
}

void CatalogImporter::await(const QFuture<Candidates> &reading, const std::function<void(const Candidates &)> &done,
                            const std::function<void()> &late)
{
    auto *watcher = new QFutureWatcher<Candidates>(this);
    auto *timer = new QTimer(watcher);
    timer->setSingleShot(true);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, timer, done] {
        timer->stop();
        watcher->deleteLater();
        done(watcher->result());
    });
    connect(timer, &QTimer::timeout, this, [this, watcher, late] {
        watcher->disconnect(this);
        watcher->deleteLater();
        late();
    });
    watcher->setFuture(reading);
    timer->start(patienceMs);
}

void CatalogImporter::importFiles(const QStringList &paths)
{
    await(
        readPages(paths), [this](const Candidates &candidates) { previewAll(candidates); },
        [this, paths] {
            emit failed(tr("“%1” does not answer: nothing was read of it.").arg(visibleText(paths.first())));
        });
}

void CatalogImporter::previewAll(const Candidates &candidates)
{
    QStringList reasons;
    for (const PageCandidate &candidate : candidates) {
        if (candidate.import)
            preview(candidate.import.value());
        else
            reasons.append(candidate.import.error().message);
    }
    if (!reasons.isEmpty())
        emit failed(reasons.join(u'\n'));
}

void CatalogImporter::openFiles(const QStringList &paths)
{
    await(
        readPages(paths, mayBePage), [this](const Candidates &candidates) { sortOut(candidates); },
        [this, paths] { emit logsFound(paths); });
}

void CatalogImporter::sortOut(const Candidates &candidates)
{
    QStringList logs;
    QStringList reasons;
    for (const PageCandidate &candidate : candidates) {
        if (candidate.isPage() || (candidate.import && isWebPageName(candidate.path)))
            preview(candidate.import.value());
        else if (isWebPageName(candidate.path))
            reasons.append(candidate.import.error().message);
        else
            logs.append(candidate.path);
    }
    if (!reasons.isEmpty())
        emit failed(reasons.join(u'\n'));
    if (!logs.isEmpty())
        emit logsFound(logs);
}

void CatalogImporter::openText(const QMimeData *data)
{
    const QByteArray text = data->text().toUtf8();
    QList<QByteArray> forms;
    if (data->hasHtml())
        forms.append(data->html().toUtf8());
    forms.append(text);
    const bool tooLong = std::ranges::any_of(forms, [](const QByteArray &form) { return form.size() > mayBePage; });
    if (tooLong) {
        emit textFound(text);
        return;
    }
    await(
        readPageForms(forms, tr("Clipboard")),
        [this, text](const Candidates &candidates) {
            if (candidates.first().isPage())
                preview(candidates.first().import.value());
            else
                emit textFound(text);
        },
        [this, text] { emit textFound(text); });
}

void CatalogImporter::preview(const CatalogImport &import)
{
    m_waiting.append(import);
    // When all that were chosen together are here: the first one says how many follow.
    QMetaObject::invokeMethod(this, &CatalogImporter::showNext, Qt::QueuedConnection);
}

void CatalogImporter::showNext()
{
    if (m_dialog || m_waiting.isEmpty())
        return;
    const CatalogImport import = m_waiting.takeFirst();
    m_dialog = new ImportDialog(m_theme, m_icons, import, int(m_waiting.size()), m_window);
    m_dialog->setCatalog(m_store.snapshot());
    connect(m_dialog, &ImportDialog::applyRequested, this, &CatalogImporter::apply);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog = nullptr;
        showNext();
    });
    m_dialog->open();
}

void CatalogImporter::apply()
{
    ImportDialog *dialog = m_dialog;
    const CatalogDiff chosen = dialog->chosen();
    const qint64 before = dialog->basedOn();
    const Result<qint64> revision = m_store.apply(dialog->import(), chosen, before);
    if (revision) {
        emit applied(chosen, before);
        dialog->accept();
        return;
    }
    if (m_store.refresh())
        emit catalogChanged();
    if (m_store.snapshot()->revision() != before)
        dialog->setCatalog(m_store.snapshot());
    dialog->showError(revision.error().message);
}

} // namespace evident
