#pragma once

#include "timespan.h"

#include <QRectF>

#include <algorithm>

namespace evident {

/// Where times stand on a strip: a span of time over a width.
struct TimelineGeometry
{
    TimeSpan span;
    QRectF bars; ///< left and right are those of the span

    double lengthMs() const { return double(span.last) - double(span.first) + 1; }
    double xOf(qint64 time) const
    {
        return bars.left() + (double(time) - double(span.first)) * bars.width() / lengthMs();
    }
    qint64 timeAt(double x) const
    {
        const double place = std::clamp((x - bars.left()) / bars.width(), 0.0, 1.0);
        return span.first + qint64(place * (lengthMs() - 1));
    }
};

} // namespace evident
