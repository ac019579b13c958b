#include "queryedit.h"

#include "theme.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QTextCharFormat>

namespace evident {

QueryEdit::QueryEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent),
      m_theme(theme)
{
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_error.reset();
        highlight();
    });
    connect(&theme, &Theme::changed, this, &QueryEdit::highlight);
}

void QueryEdit::setError(const std::optional<QueryError> &error)
{
    if (m_error == error)
        return;
    m_error = error;
    highlight();
}

void QueryEdit::inputMethodEvent(QInputMethodEvent *event)
{
    QLineEdit::inputMethodEvent(event);
    if (m_highlighting)
        return;
    m_composing = !event->preeditString().isEmpty();
    // The input method's own formats took the place of ours.
    highlight();
}

// QLineEdit has no formats of its own, but those of an input method's event without any text stay on the text until the
// next one.
void QueryEdit::highlight()
{
    if (m_composing || m_highlighting)
        return;
    const int cursor = cursorPosition();
    QList<QInputMethodEvent::Attribute> attributes;
    const auto add = [&](qsizetype position, qsizetype length, const QTextCharFormat &format) {
        attributes.append({QInputMethodEvent::TextFormat, int(position) - cursor, int(length), QVariant(format)});
    };

    QTextCharFormat muted;
    muted.setForeground(m_theme.colors().mutedText);
    for (const QueryToken &token : queryTokens(text())) {
        using Type = QueryToken::Type;
        if (token.type == Type::Key || token.type == Type::Not || token.type == Type::Or)
            add(token.position, token.length, muted);
    }
    if (m_error) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(m_theme.colors().of(Severity::Error).ink);
        const qsizetype position =
            std::clamp<qsizetype>(m_error->position, 0, std::max<qsizetype>(0, text().size() - 1));
        const qsizetype length =
            std::clamp<qsizetype>(m_error->length, 1, std::max<qsizetype>(1, text().size() - position));
        add(position, length, wrong);
    }
    m_highlighting = true;
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
    m_highlighting = false;
}

} // namespace evident
