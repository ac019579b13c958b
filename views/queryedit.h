#pragma once

#include "query.h"

#include <QLineEdit>

namespace evident {

class Theme;

/// A line edit that shows a query's text with its keys in muted ink and the wrong term underlined. Editing, undo, input
/// methods and accessibility are QLineEdit's own.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(const Theme &theme, QWidget *parent = nullptr);

    void setError(const std::optional<QueryError> &error); ///< of the text as it is now
    const std::optional<QueryError> &error() const { return m_error; }

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void highlight();

    const Theme &m_theme;
    std::optional<QueryError> m_error;
    bool m_composing = false; ///< an input method holds text that is not committed
    bool m_highlighting = false;
};

} // namespace evident
