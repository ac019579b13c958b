#include "querystate.h"

#include <algorithm>

namespace evident {

namespace {

constexpr qsizetype historyLimit = 100;

/// Whether one text is the other one typed further, or deleted back: one step of the history, not two.
bool goesOn(const QString &before, const QString &after)
{
    return !before.isEmpty() && !after.isEmpty() && (after.startsWith(before) || before.startsWith(after));
}

} // namespace

QueryState::QueryState(QObject *parent)
    : QObject(parent),
      m_history{Query()}
{ }

bool QueryState::canGoBack() const
{
    return m_position > 0;
}

bool QueryState::canGoForward() const
{
    return m_position + 1 < m_history.size();
}

QStringList QueryState::history() const
{
    QStringList texts;
    for (const Query &query : m_history)
        texts.append(query.toString());
    return texts;
}

void QueryState::restore(const QStringList &history, int position)
{
    QList<Query> queries;
    qsizetype current = 0;
    for (qsizetype i = 0; i < history.size(); ++i) {
        const QueryParse parsed = Query::parse(history.at(i));
        if (!parsed.ok())
            continue;
        if (i <= position)
            current = queries.size();
        queries.append(parsed.query);
    }
    if (queries.isEmpty())
        return;
    const qsizetype tooMany = std::max<qsizetype>(0, queries.size() - historyLimit);
    m_history = queries.mid(tooMany);
    goTo(std::max<qsizetype>(0, current - tooMany));
}

void QueryState::setText(const QString &text)
{
    if (text == m_text)
        return;
    const bool sameStep = m_typing && goesOn(m_typedText, text);
    const QueryParse parsed = Query::parse(text);
    show(text, parsed.error);
    if (!parsed.ok())
        return;
    m_typedText = text;
    m_typing = true;
    apply(parsed.query, sameStep);
}

void QueryState::setQuery(const Query &query)
{
    if (query == m_query && !m_error)
        return;
    m_typing = false;
    show(query.toString(), std::nullopt);
    apply(query, false);
}

void QueryState::back()
{
    if (canGoBack())
        goTo(m_position - 1);
}

void QueryState::forward()
{
    if (canGoForward())
        goTo(m_position + 1);
}

void QueryState::goTo(qsizetype position)
{
    m_position = position;
    m_typing = false;
    const Query query = m_history.at(position);
    show(query.toString(), std::nullopt);
    if (query == m_query)
        return;
    m_query = query;
    emit queryChanged();
}

void QueryState::show(const QString &text, const std::optional<QueryError> &error)
{
    const bool otherText = text != m_text;
    const bool otherError = error != m_error;
    m_text = text;
    m_error = error;
    if (otherText)
        emit textChanged();
    if (otherError)
        emit errorChanged();
}

void QueryState::apply(const Query &query, bool sameStep)
{
    if (query == m_query)
        return;
    m_query = query;
    if (sameStep && m_position > 0) {
        m_history.resize(m_position);
    } else {
        m_history.resize(m_position + 1);
        ++m_position;
    }
    // Typing back to where one came from is no step at all.
    if (m_history.last() == query) {
        --m_position;
        m_typing = false;
    } else {
        m_history.append(query);
    }
    if (m_history.size() > historyLimit) {
        m_history.removeFirst();
        --m_position;
    }
    emit queryChanged();
}

} // namespace evident
