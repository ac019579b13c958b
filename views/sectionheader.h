#pragma once

#include <QPushButton>

namespace evident {

class Theme;

/// The heading of a part that can be folded away: small capitals in the muted ink, with a chevron. Checked is unfolded.
class SectionHeader : public QPushButton
{
    Q_OBJECT

public:
    SectionHeader(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// A word at the right, "2 chosen"; "" for none.
    void setRemark(const QString &remark);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QFont headingFont() const;
    void describe();

    const Theme &m_theme;
    QString m_remark;
};

} // namespace evident
