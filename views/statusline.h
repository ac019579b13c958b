#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace evident {

class LinkButton;

/// Something that the status bar says; a link where it leads somewhere.
struct StatusPart
{
    QString text;
    QString hint; ///< where it leads
    std::function<void(const QWidget &link)> follow; ///< empty: nowhere
};

/// What the status bar says, one part after another. A link that has the focus keeps it while the others change.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setParts(const QList<StatusPart> &parts);
    QString text() const; ///< all of it
    QList<LinkButton *> links() const; ///< that are shown

private:
    /// Either a text or a link, and the mark before it.
    struct Place
    {
        QLabel *mark = nullptr;
        QLabel *text = nullptr;
        LinkButton *link = nullptr;
        std::function<void(const QWidget &link)> follow;
    };
    void addPlace();

    QHBoxLayout *m_layout;
    std::vector<Place> m_places;
};

} // namespace evident
