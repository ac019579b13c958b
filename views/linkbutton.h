#pragma once

#include <QAbstractButton>

namespace evident {

/// A text that leads somewhere, underlined like a link; a button for keyboard and screen reader. Its text may come out
/// of a log: it has no mnemonic and is never read as markup.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);

    static constexpr int margin = 4; ///< around the text: in it the focus is drawn

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace evident
