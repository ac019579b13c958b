#pragma once

#include <QIconEngine>
#include <QPointer>

#include <functional>

namespace evident {

/// Draws one of the program's SVGs in a colour asked for each time it is painted: an icon follows the theme after it
/// was handed out, and is sharp at every scale.
class TintedIconEngine : public QIconEngine
{
public:
    using Ink = std::function<QColor(QIcon::Mode)>;
    TintedIconEngine(QString name, Ink ink);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;

    /// The SVG in one colour, square, out of QPixmapCache; `pixels` are device pixels.
    static QPixmap render(const QString &name, const QColor &color, int pixels);

private:
    QString m_name;
    Ink m_ink;
};

} // namespace evident
