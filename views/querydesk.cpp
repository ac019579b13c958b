#include "querydesk.h"

#include "querystate.h"
#include "savedqueriesdialog.h"
#include "undostep.h"

#include <QInputDialog>
#include <QMenu>
#include <QUndoStack>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// A longer list is for the dialog, and the box.
constexpr qsizetype mostInMenu = 30;

QString menuText(const QString &name)
{
    return visibleText(name).replace(u'&', u"&&"_s);
}

} // namespace

QueryDesk::QueryDesk(Parts parts, QMenu *menu, QObject *parent)
    : QObject(parent),
      m_parts(std::move(parts)),
      m_menu(menu)
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto call) {
        QAction *action = m_menu->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, call);
    };
    add(tr("&Save this query…"), QKeySequence(Qt::CTRL | Qt::Key_S), [this] { askForName(); });
    add(tr("&Manage saved queries…"), {}, [this] { manage(); });
    m_menu->addSeparator();
    connect(&m_parts.queries, &SavedQueries::changed, this, &QueryDesk::fillMenu);
    fillMenu();
}

void QueryDesk::fillMenu()
{
    qDeleteAll(std::exchange(m_listed, {}));
    for (const SavedQuery &query : m_parts.queries.all().mid(0, mostInMenu)) {
        QAction *action = m_menu->addAction(menuText(query.name));
        action->setStatusTip(visibleText(query.text));
        connect(action, &QAction::triggered, this, [this, text = query.text] { use(text); });
        m_listed.append(action);
    }
    if (m_listed.isEmpty()) {
        m_listed.append(m_menu->addAction(tr("No query was saved yet")));
        m_listed.last()->setEnabled(false);
    }
}

void QueryDesk::use(const QString &text)
{
    m_parts.current()->setText(text);
}

void QueryDesk::askForName()
{
    const Query query = m_parts.current()->query();
    if (query.isEmpty()) {
        emit messageShown(tr("There is no query to save. Type one, or click a facet."));
        return;
    }
    auto *dialog = new QInputDialog(m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this query"));
    dialog->setLabelText(tr("Name. A query that has it already is replaced."));
    dialog->setOkButtonText(tr("Save"));
    dialog->setTextValue(SavedQueries::tidyName(query.toString()));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, query](const QString &name) { save(name, query); });
    dialog->open();
}

void QueryDesk::save(const QString &name, const Query &query)
{
    const QString tidy = SavedQueries::tidyName(name);
    if (tidy.isEmpty()) {
        emit messageShown(tr("A saved query needs a name."));
        return;
    }
    const QList<SavedQuery> before = found(tidy);
    const Query kept = m_parts.toSave(query);
    const auto put = [this, tidy, kept] { say(m_parts.queries.save(tidy, kept)); };
    const auto back = [this, tidy, before] {
        if (before.isEmpty())
            say(m_parts.queries.remove(tidy));
        putBack(before);
    };
    m_parts.undo.push(new UndoStep(tr("save “%1”", "what is undone").arg(visibleText(tidy)), put, back));
    emit messageShown(tr("Saved as “%1”.").arg(visibleText(tidy)));
}

void QueryDesk::remove(const QString &name)
{
    const QList<SavedQuery> query = found(name);
    if (query.isEmpty())
        return;
    const auto gone = [this, name] { say(m_parts.queries.remove(name)); };
    const auto back = [this, query] { putBack(query); };
    m_parts.undo.push(new UndoStep(tr("delete “%1”", "what is undone").arg(visibleText(name)), gone, back));
    emit messageShown(tr("“%1” was deleted. Ctrl+Z brings it back.").arg(visibleText(name)));
}

void QueryDesk::rename(const QString &name, const QString &to)
{
    const QString tidy = SavedQueries::tidyName(to);
    if (tidy.isEmpty() || tidy == name || !m_parts.queries.find(name))
        return;
    const QList<SavedQuery> replaced = found(tidy);
    const auto there = [this, name, tidy] { say(m_parts.queries.rename(name, tidy)); };
    const auto back = [this, name, tidy, replaced] {
        say(m_parts.queries.rename(tidy, name));
        putBack(replaced);
    };
    m_parts.undo.push(new UndoStep(tr("rename “%1”", "what is undone").arg(visibleText(name)), there, back));
}

void QueryDesk::importFrom(const QString &path)
{
    const QList<SavedQuery> before = m_parts.queries.all();
    const Result<int> added = m_parts.queries.importFrom(path);
    QList<SavedQuery> news = m_parts.queries.all();
    news.removeIf([&before](const SavedQuery &query) { return before.contains(query); });
    if (added && !news.isEmpty()) {
        const auto gone = [this, news] {
            for (const SavedQuery &query : news)
                say(m_parts.queries.remove(query.name));
        };
        const auto there = [this, news] { putBack(news); };
        m_parts.undo.push(new UndoStep(tr("take in saved queries", "what is undone"), there, gone));
    }
    emit messageShown(added ? tr("%Ln query(s) were added.", nullptr, added.value()) : added.error().message);
}

void QueryDesk::exportTo(const QString &path)
{
    const Result<void> written = m_parts.queries.exportTo(path);
    emit messageShown(written ? tr("%Ln query(s) were written to “%1”.", nullptr, int(m_parts.queries.all().size()))
                                    .arg(visibleText(path))
                              : written.error().message);
}

void QueryDesk::manage()
{
    m_parts.queries.reload();
    (new SavedQueriesDialog(*this, m_parts.queries, m_parts.window))->show();
}

/// The one with this name, or none.
QList<SavedQuery> QueryDesk::found(const QString &name) const
{
    const std::optional<SavedQuery> query = m_parts.queries.find(name);
    return query ? QList<SavedQuery>{*query} : QList<SavedQuery>();
}

void QueryDesk::putBack(const QList<SavedQuery> &queries)
{
    for (const SavedQuery &query : queries)
        say(m_parts.queries.save(query.name, Query::parse(query.text).query));
}

void QueryDesk::say(const Result<void> &done)
{
    if (!done)
        emit messageShown(done.error().message);
}

} // namespace evident
