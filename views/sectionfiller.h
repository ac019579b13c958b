#pragma once

#include <QObject>

class QHeaderView;

namespace evident {

/// Gives a column of a table what the others leave, but never so little that nothing of it can be read: a table that is
/// too narrow for that scrolls sideways. The header owns it.
class SectionFiller : public QObject
{
    Q_OBJECT

public:
    SectionFiller(QHeaderView *header, int section);

    void setLeast(int width);
    void fill();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHeaderView *m_header;
    int m_section;
    int m_least;
    bool m_filling = false;
};

} // namespace evident
