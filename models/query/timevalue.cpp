#include "timevalue.h"

#include "decimal.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 week = 7 * day;

/// A point and the unit it was written in, which the point alone does not tell when that unit is zero.
struct WrittenPoint
{
    TimePoint point;
    qint64 unit = day;
};

/// Reads from the front of a text.
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_rest(text)
    { }

    bool atEnd() const { return m_rest.isEmpty(); }
    QStringView rest() const { return m_rest; }

    bool take(QChar character)
    {
        if (m_rest.isEmpty() || m_rest.front().toUpper() != character)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    std::optional<int> digits(qsizetype count)
    {
        if (m_rest.size() < count)
            return std::nullopt;
        const std::optional<int> number = decimalNumber<int>(m_rest.first(count), count);
        if (number)
            m_rest = m_rest.sliced(count);
        return number;
    }
    qsizetype digitCount() const
    {
        qsizetype count = 0;
        while (count < m_rest.size() && m_rest[count] >= u'0' && m_rest[count] <= u'9')
            ++count;
        return count;
    }

private:
    QStringView m_rest;
};

bool readDate(Cursor &cursor, TimePoint &point)
{
    const std::optional<int> year = cursor.digits(4);
    const bool dashed = cursor.take(u'-');
    const std::optional<int> month = cursor.digits(2);
    const bool dashedAgain = cursor.take(u'-');
    const std::optional<int> dayOfMonth = cursor.digits(2);
    if (!year || !dashed || !month || !dashedAgain || !dayOfMonth)
        return false;
    point.date = QDate(*year, *month, *dayOfMonth);
    return point.date.isValid();
}

/// `.118`; what is finer than a millisecond is cut off.
std::optional<int> readFraction(Cursor &cursor)
{
    const qsizetype count = cursor.digitCount();
    if (count < 1 || count > 9)
        return std::nullopt;
    int fraction = cursor.digits(count).value_or(0);
    for (qsizetype i = count; i < 3; ++i)
        fraction *= 10;
    for (qsizetype i = 3; i < count; ++i)
        fraction /= 10;
    return fraction;
}

bool readTime(Cursor &cursor, WrittenPoint &written)
{
    const std::optional<int> hours = cursor.digits(2);
    const bool parted = cursor.take(u':');
    const std::optional<int> minutes = cursor.digits(2);
    if (!hours || !parted || !minutes)
        return false;
    std::optional<int> seconds = 0;
    std::optional<int> milliseconds = 0;
    written.unit = minute;
    if (cursor.take(u':')) {
        seconds = cursor.digits(2);
        written.unit = second;
        if (cursor.take(u'.')) {
            milliseconds = readFraction(cursor);
            written.unit = 1;
        }
    }
    if (!seconds || !milliseconds)
        return false;
    written.point.time = QTime(*hours, *minutes, *seconds, *milliseconds);
    return written.point.time.isValid();
}

/// `Z`, `+01:00`, `+0100`; nothing is no offset.
bool readOffset(Cursor &cursor, TimePoint &point)
{
    if (cursor.atEnd())
        return true;
    if (cursor.take(u'Z')) {
        point.offsetSeconds = 0;
        return cursor.atEnd();
    }
    const int sign = cursor.take(u'-') ? -1 : 1;
    if (sign > 0 && !cursor.take(u'+'))
        return false;
    const std::optional<int> hours = cursor.digits(2);
    cursor.take(u':');
    const std::optional<int> minutes = cursor.digits(2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59 || !cursor.atEnd())
        return false;
    point.offsetSeconds = sign * (*hours * 60 + *minutes) * 60;
    return true;
}

std::optional<WrittenPoint> readPoint(QStringView text)
{
    WrittenPoint written;
    Cursor cursor(text);
    const bool dated = text.size() > 4 && text[4] == u'-';
    if (dated && !readDate(cursor, written.point))
        return std::nullopt;
    const bool timed = !dated || cursor.take(u'T');
    if (timed && !readTime(cursor, written))
        return std::nullopt;
    return readOffset(cursor, written.point) ? std::optional(written) : std::nullopt;
}

/// Milliseconds of the point on its own clock: two points with the same offset, or both without, compare by it.
qint64 clockTime(const TimePoint &point)
{
    const qint64 timeOfDay = point.time.isValid() ? point.time.msecsSinceStartOfDay() : 0;
    return point.date.isValid() ? point.date.toJulianDay() * day + timeOfDay : timeOfDay;
}

TimePoint later(TimePoint point, qint64 milliseconds)
{
    // A unit that is zero never carries over, so the date stays.
    point.time = point.time.addMSecs(static_cast<int>(milliseconds));
    return point;
}

struct TimeReasons
{
    Q_DECLARE_TR_FUNCTIONS(evident::TimeValue)

public:
    static Error notATime(QStringView text)
    {
        return {tr("“%1” is not a time. Write a day (2026-01-15), a moment (2026-01-15T09:00), a time of every day "
                   "(09:00) or a range of two "
                   "of them (09:00..10:30).")
                    .arg(visibleText(text.first(std::min<qsizetype>(text.size(), 64))))};
    }
    static Error mixedRange() { return {tr("Both ends of a time range have a date, or neither has one.")}; }
    static Error mixedOffsets() { return {tr("Both ends of a daily time range have the same offset from UTC.")}; }
    static Error emptyRange() { return {tr("This time range ends before anything is in it.")}; }
    static Error notASpan() { return {tr("A span is a number above zero and a unit: 30s, 15m, 2h, 3d or 1w.")}; }
};

/// Why the two ends make no range, if they do not.
std::optional<Error> rangeError(const TimePoint &from, const TimePoint &to)
{
    if (from.date.isValid() != to.date.isValid())
        return TimeReasons::mixedRange();
    if (!from.date.isValid()) {
        if (from.offsetSeconds != to.offsetSeconds)
            return TimeReasons::mixedOffsets();
        return clockTime(from) == clockTime(to) ? std::optional(TimeReasons::emptyRange()) : std::nullopt;
    }
    if (from.offsetSeconds.has_value() != to.offsetSeconds.has_value())
        return std::nullopt; // the zone decides
    const qint64 ahead = (from.offsetSeconds.value_or(0) - to.offsetSeconds.value_or(0)) * second;
    return clockTime(from) - ahead >= clockTime(to) ? std::optional(TimeReasons::emptyRange()) : std::nullopt;
}

QString printedOffset(int offsetSeconds)
{
    if (offsetSeconds == 0)
        return u"Z"_s;
    const int minutes = std::abs(offsetSeconds) / 60;
    return u"%1%2:%3"_s.arg(QChar(offsetSeconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString printedPoint(const TimePoint &point)
{
    QString text = point.date.isValid() ? point.date.toString(Qt::ISODate) : QString();
    if (point.time.isValid()) {
        if (!text.isEmpty())
            text += u'T';
        const qint64 unit = unitOf(point);
        text += point.time.toString(unit == minute ? u"HH:mm"_s : unit == second ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s);
    }
    return point.offsetSeconds ? text + printedOffset(*point.offsetSeconds) : text;
}

struct SpanUnit
{
    char16_t letter;
    qint64 milliseconds;
};
constexpr std::array<SpanUnit, 5> spanUnits{{{u'w', week}, {u'd', day}, {u'h', hour}, {u'm', minute}, {u's', second}}};

} // namespace

qint64 unitOf(const TimePoint &point)
{
    if (!point.time.isValid())
        return day;
    if (point.time.msec() != 0)
        return 1;
    return point.time.second() != 0 ? second : minute;
}

Result<Value> parseTimeValue(QStringView text)
{
    const qsizetype dots = text.indexOf(u"..");
    if (dots < 0) {
        const std::optional<WrittenPoint> from = readPoint(text);
        if (!from)
            return TimeReasons::notATime(text);
        TimeValue value{from->point, std::nullopt};
        if (from->unit != unitOf(from->point))
            value.to = later(from->point, from->unit);
        return Value(value);
    }

    const QStringView fromText = text.first(dots);
    const QStringView toText = text.sliced(dots + 2);
    const std::optional<WrittenPoint> from = readPoint(fromText);
    const std::optional<WrittenPoint> to = readPoint(toText);
    if ((!from && !fromText.isEmpty()) || (!to && !toText.isEmpty()) || (!from && !to))
        return TimeReasons::notATime(text);
    TimeValue value;
    if (from)
        value.from = from->point;
    if (to)
        value.to = to->point;
    value.endless = !to;
    if (from && to) {
        if (const std::optional<Error> error = rangeError(from->point, to->point))
            return *error;
    }
    return Value(value);
}

Result<Value> parseSpanValue(QStringView text)
{
    if (text.isEmpty())
        return TimeReasons::notASpan();
    const std::optional<qint64> number = decimalNumber<qint64>(text.chopped(1), 9);
    for (const SpanUnit &unit : spanUnits) {
        if (number && *number > 0 && text.back() == unit.letter)
            return Value(SpanValue{*number * unit.milliseconds});
    }
    return TimeReasons::notASpan();
}

QString printed(const TimeValue &value)
{
    QString text = value.from ? printedPoint(*value.from) : QString();
    if (!value.from || value.to || value.endless)
        text += u".."_s;
    return value.to ? text + printedPoint(*value.to) : text;
}

QString printed(const SpanValue &value)
{
    for (const SpanUnit &unit : spanUnits) {
        if (value.milliseconds % unit.milliseconds == 0)
            return QString::number(value.milliseconds / unit.milliseconds) + unit.letter;
    }
    return QString::number(value.milliseconds / second) + u's';
}

} // namespace evident
