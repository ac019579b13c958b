#pragma once

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace evident {

class LogDocument;
class QueryState;
class Theme;

/// Whether records around the matches are shown, and how many: over the records while a query keeps some of them.
class ContextBar : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    ContextBar(LogDocument *document, const QueryState *query, const Theme &theme, QWidget *parent = nullptr);

    void setLines(int lines); ///< 0: none
    void toggle(); ///< by its key: on with as many as before, or off
    QCheckBox *box() const { return m_box; }
    QSpinBox *number() const { return m_number; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void apply();

    LogDocument *m_document;
    const Theme &m_theme;
    QCheckBox *m_box;
    QSpinBox *m_number;
};

} // namespace evident
