#pragma once

#include "summarysheet.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace evident {

class Icons;
class LinkButton;
class Theme;

/// Words of a line, cut off with an ellipsis where they are too long, behind the shape of a severity.
class SummaryWords : public QWidget
{
    Q_OBJECT

public:
    enum class Part { Main /* takes the room that the others leave */, Remark /* muted */ };

    SummaryWords(const Icons &icons, Part part, QWidget *parent);

    void setWords(const QString &text, std::optional<Severity> severity);
    void setAlignment(Qt::Alignment alignment);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Icons &m_icons;
    const Part m_part;
    QString m_text;
    std::optional<Severity> m_severity;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

/// How much of the most there is, as a bar.
class SummaryBar : public QWidget
{
    Q_OBJECT

public:
    SummaryBar(const Theme &theme, QWidget *parent);

    void setShare(double share, std::optional<Severity> severity);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_share = 0;
    std::optional<Severity> m_severity;
};

/// Makes a number of a summary what the button shows and tells, `what` being counted.
void showLink(LinkButton &button, const QString &what, const SummaryLink &link);

/// One section of a summary: its title, and a line a thing, with its bar and its number, which is a link. What is shown
/// may change at any time; the link that has the focus keeps it.
class SummarySectionView : public QWidget
{
    Q_OBJECT

public:
    SummarySectionView(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setSection(const SummarySection &section);

signals:
    void queryRequested(const evident::Query &query);

private:
    struct Line
    {
        SummaryWords *words = nullptr;
        SummaryBar *bar = nullptr;
        std::vector<LinkButton *> links;
        SummaryWords *remark = nullptr;
        QList<Query> queries;
    };

    void addLine();
    void showLine(Line &line, const SummaryLine *shown);

    const Theme &m_theme;
    const Icons &m_icons;
    QLabel *m_title;
    QLabel *m_note;
    QLabel *m_more;
    QGridLayout *m_grid;
    std::vector<Line> m_lines;
};

} // namespace evident
