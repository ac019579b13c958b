#include "tintediconengine.h"

#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace evident {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcIcons, "evident.icons")

TintedIconEngine::TintedIconEngine(QString name, Ink ink)
    : m_name(std::move(name)),
      m_ink(std::move(ink))
{ }

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    const int side = std::min(rect.width(), rect.height());
    QPixmap drawn = scaledPixmap(QSize(side, side) * ratio, mode, state, ratio);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, drawn);
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap TintedIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal)
{
    return render(m_name, m_ink(mode), std::min(size.width(), size.height()));
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

QString TintedIconEngine::key() const
{
    return u"evident-tinted"_s;
}

QPixmap TintedIconEngine::render(const QString &name, const QColor &color, int pixels)
{
    const QString cacheKey = u"evident/%1/%2/%3"_s.arg(name, color.name(QColor::HexArgb)).arg(pixels);
    QPixmap drawn;
    if (pixels <= 0 || QPixmapCache::find(cacheKey, &drawn))
        return drawn;
    QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(name));
    if (!renderer.isValid()) {
        qCWarning(lcIcons, "There is no icon named “%s”.", qUtf8Printable(name));
        return drawn;
    }
    drawn = QPixmap(pixels, pixels);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(drawn.rect(), color);
    painter.end();
    QPixmapCache::insert(cacheKey, drawn);
    return drawn;
}

} // namespace evident
