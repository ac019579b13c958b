#include "searchbox.h"

#include "completionpopup.h"
#include "icons.h"
#include "queryedit.h"
#include "querystate.h"
#include "theme.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace evident {

namespace {

constexpr auto typingPause = 250ms;

} // namespace

SearchBox::SearchBox(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icons(icons),
      m_edit(new QueryEdit(theme, this)),
      m_reason(new QLabel(this)),
      m_popup(new CompletionPopup(theme, icons, this)),
      m_search(m_edit->addAction(QIcon(), QLineEdit::LeadingPosition)),
      m_clear(m_edit->addAction(QIcon(), QLineEdit::TrailingPosition))
{
    m_edit->setAccessibleName(tr("Query"));
    m_edit->setPlaceholderText(tr("A code, words, or level:error user:jdoe"));
    m_edit->installEventFilter(this);
    m_search->setText(tr("Search"));
    m_clear->setText(tr("Clear the query"));
    m_clear->setToolTip(tr("Clear the query (Esc)"));
    m_clear->setVisible(false);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(4, 0, 4, 0);
    m_reason->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit);
    layout->addWidget(m_reason);
    setFocusProxy(m_edit);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &SearchBox::apply);
    connect(m_edit, &QLineEdit::textEdited, this, &SearchBox::textEdited);
    connect(m_edit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    connect(m_search, &QAction::triggered, this, &SearchBox::focusBox);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_edit->clear();
        apply();
        m_edit->setFocus();
    });
    connect(m_popup, &CompletionPopup::picked, this, &SearchBox::accept);
    connect(&theme, &Theme::changed, this, &SearchBox::restyle);
    restyle();
}

SearchBox::~SearchBox()
{
    // The list may be the child of a window that outlives this box.
    delete m_popup;
}

void SearchBox::setState(QueryState *state)
{
    if (m_state == state)
        return;
    if (m_state) {
        if (m_pause.isActive())
            apply();
        disconnect(m_state, nullptr, this, nullptr);
    }
    m_state = state;
    m_popup->hide();
    if (state) {
        connect(state, &QueryState::textChanged, this, &SearchBox::showState);
        connect(state, &QueryState::errorChanged, this, &SearchBox::showError);
    }
    showState();
    showError();
}

void SearchBox::setCatalog(const CatalogPointer &catalog)
{
    m_catalog = catalog;
}

void SearchBox::setSavedQueries(const SavedQueries *queries)
{
    m_queries = queries;
}

void SearchBox::focusBox()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchBox::textEdited()
{
    m_pause.start();
    offerCompletions();
}

void SearchBox::apply()
{
    m_pause.stop();
    if (m_state)
        m_state->setText(m_edit->text());
    showError();
}

void SearchBox::showState()
{
    const QString text = m_state ? m_state->text() : QString();
    if (text == m_edit->text())
        return;
    // Somebody else edited the query: what was half typed is not applied over it.
    m_pause.stop();
    m_popup->hide();
    m_edit->setText(text);
}

void SearchBox::showError()
{
    const bool current = m_state && m_state->text() == m_edit->text();
    const std::optional<QueryError> error = current ? m_state->error() : std::nullopt;
    m_edit->setError(error);
    const QString reason = error ? error->reason : QString();
    m_edit->setAccessibleDescription(reason);
    if (m_reason->text() == reason)
        return;
    m_reason->setText(reason);
    m_reason->setVisible(error.has_value());
    if (error) {
        QAccessibleEvent event(m_reason, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void SearchBox::offerCompletions()
{
    QList<Completion> completions = queryCompletions(m_edit->text(), m_edit->cursorPosition(), m_catalog);
    if (m_queries) {
        // A saved query is found by its name behind what the language itself has, before the catalog's entries.
        const auto entry = std::ranges::find(completions, Completion::Type::Entry, &Completion::type);
        const qsizetype place = entry - completions.begin();
        const QList<Completion> saved = savedQueryCompletions(m_edit->text(), m_queries->all());
        for (qsizetype i = 0; i < saved.size(); ++i)
            completions.insert(place + i, saved.at(i));
    }
    m_popup->offer(completions, m_edit);
}

void SearchBox::accept(const Completion &completion)
{
    m_popup->hide();
    if (completion.type == Completion::Type::Entry) {
        emit entryChosen(completion.entry.key);
        return;
    }
    // Through the selection, so that Undo takes it back.
    m_edit->setSelection(int(completion.position), int(completion.length));
    m_edit->insert(completion.insertion);
    if (completion.type == Completion::Type::Key)
        offerCompletions();
    else
        apply();
}

bool SearchBox::escape()
{
    if (m_popup->isVisible()) {
        m_popup->hide();
    } else if (!m_edit->text().isEmpty()) {
        m_edit->clear();
        apply();
    } else {
        emit leaveRequested();
    }
    return true;
}

bool SearchBox::keyPressed(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Escape:
        return escape();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const std::optional<Completion> completion = m_popup->chosen()) {
            accept(*completion);
        } else {
            m_popup->hide();
            apply();
        }
        return true;
    case Qt::Key_Tab:
        if (const std::optional<Completion> completion = m_popup->chosen()) {
            accept(*completion);
            return true;
        }
        return false;
    case Qt::Key_Down:
        if (!m_popup->isVisible()) {
            offerCompletions();
            if (!m_popup->isVisible())
                emit leaveRequested();
            return true;
        }
        m_popup->moveChoice(1);
        return true;
    case Qt::Key_Up:
        if (m_popup->isVisible())
            m_popup->moveChoice(-1);
        return true;
    default:
        return false;
    }
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
        return keyPressed(static_cast<QKeyEvent *>(event));
    case QEvent::ShortcutOverride: {
        auto *key = static_cast<QKeyEvent *>(event);
        // QLineEdit would keep Ctrl+K (delete to the end) to itself; in this window it is the way into the box,
        // wherever one is.
        if (key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
        if (key->key() == Qt::Key_Escape)
            event->accept();
        return key->key() == Qt::Key_Escape;
    }
    case QEvent::FocusOut:
        if (m_popup)
            m_popup->hide();
        if (m_pause.isActive())
            apply();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBox::restyle()
{
    m_search->setIcon(m_icons.icon(u"search"_s));
    m_clear->setIcon(m_icons.icon(u"clear"_s));
    QPalette colors = m_reason->palette();
    colors.setColor(QPalette::WindowText, m_theme.colors().of(Severity::Error).ink);
    m_reason->setPalette(colors);
}

} // namespace evident
