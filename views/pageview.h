#pragma once

#include <QTextBrowser>

namespace evident {

/// A page of text that can be read, selected and copied, and whose links only tell. It loads nothing, goes nowhere, and
/// copies plain text: what it shows comes out of logs.
class PageView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit PageView(QWidget *parent = nullptr);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    QMimeData *createMimeDataFromSelection() const override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace evident
