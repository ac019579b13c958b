#include "timestamp.h"

#include "asciichars.h"

#include <QDateTime>

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

constexpr qint64 msPerSecond = 1000;
constexpr qint64 msPerHour = 3600 * msPerSecond;
constexpr qint64 msPerDay = 24 * msPerHour;

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

char at(QByteArrayView text, qsizetype position)
{
    return position >= 0 && position < text.size() ? text[position] : '\0';
}

/// The number of exactly `count` digits at `position`; -1 where there are not as many.
int digits(QByteArrayView text, qsizetype position, int count)
{
    if (position < 0 || position + count > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char c = text[position + i];
        if (!isDigit(c))
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool isLeapYear(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[size_t(month - 1)];
}

bool isDate(int year, int month, int day)
{
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/// Days since 1970 in the Gregorian calendar, in eras of 400 years that begin in March.
qint64 dayNumber(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

/// `09:14:02.118` or `09:14` at `begin`, as ms of the day; -1 where there is none. `end` is set behind it.
qint64 timeOfDay(QByteArrayView text, qsizetype begin, qsizetype &end)
{
    const int hour = digits(text, begin, 2);
    const int minute = digits(text, begin + 3, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || at(text, begin + 2) != ':')
        return -1;
    end = begin + 5;
    qint64 ms = (hour * 60 + minute) * 60 * msPerSecond;
    if (at(text, end) != ':')
        return isDigit(at(text, end)) ? -1 : ms;

    const int second = digits(text, end + 1, 2);
    if (second < 0 || second > 60 || isDigit(at(text, end + 3)))
        return -1;
    end += 3;
    int fraction = 0;
    if ((at(text, end) == '.' || at(text, end) == ',') && isDigit(at(text, end + 1))) {
        int count = 0;
        for (++end; isDigit(at(text, end)); ++end) {
            if (++count > 9)
                return -1;
            if (count <= 3)
                fraction = fraction * 10 + (text[end] - '0');
        }
        for (; count < 3; ++count)
            fraction *= 10;
    }
    // A leap second has no number of its own in UTC milliseconds: it stays at the end of the second before.
    return ms + (second == 60 ? 60 * msPerSecond - 1 : second * msPerSecond + fraction);
}

enum class Zone { None, Given, Wrong };

/// `Z`, `+01:00`, `+0100`, `+01` at `end`, perhaps behind a space. `offset` is in ms.
Zone zoneAt(QByteArrayView text, qsizetype &end, qint64 &offset)
{
    const char first = at(text, end);
    if (first == 'Z' || first == 'z') {
        ++end;
        offset = 0;
        return Zone::Given;
    }
    const qsizetype sign = first == ' ' ? end + 1 : end;
    if (at(text, sign) != '+' && at(text, sign) != '-')
        return Zone::None;
    const int hours = digits(text, sign + 1, 2);
    const qsizetype minutesAt = at(text, sign + 3) == ':' ? sign + 4 : sign + 3;
    int minutes = digits(text, minutesAt, 2);
    qsizetype behind = minutesAt + 2;
    if (minutes < 0) {
        minutes = 0;
        behind = sign + 3;
    }
    if (hours < 0 || hours > maxOffsetHours || minutes > 59 || isDigit(at(text, behind)))
        return first == ' ' ? Zone::None : Zone::Wrong;
    // "09:14:02 -12 rows" is no zone.
    if (first == ' ' && behind == sign + 3)
        return Zone::None;
    end = behind;
    offset = (hours * 60 + minutes) * 60 * msPerSecond * (text[sign] == '-' ? -1 : 1);
    return Zone::Given;
}

/// 1 to 12 for "Jan" to "Dec" in any case, else 0.
int monthAt(QByteArrayView text, qsizetype begin)
{
    constexpr const char *names = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (begin < 0 || begin + 3 > text.size())
        return 0;
    const char name[] = {char(text[begin] | 0x20), char(text[begin + 1] | 0x20), char(text[begin + 2] | 0x20)};
    for (int month = 0; month < 12; ++month) {
        if (std::memcmp(name, names + month * 3, 3) == 0)
            return month + 1;
    }
    return 0;
}

template <typename Read>
qint64 readWhole(QByteArrayView text, Read read)
{
    qsizetype begin = 0;
    qsizetype last = text.size();
    while (begin < last && isSpace(text[begin]))
        ++begin;
    while (last > begin && isSpace(text[last - 1]))
        --last;
    qsizetype end = begin;
    const qint64 time = read(text.first(last), begin, end);
    return end == last ? time : noTime;
}

} // namespace

TimeReader::TimeReader(const QTimeZone &inputZone, qint64 fileTime)
    : m_zone(inputZone.isValid() ? inputZone : QTimeZone::utc()),
      m_zoneIsUtc(m_zone == QTimeZone::utc()),
      m_latest((fileTime == noTime ? QDateTime::currentMSecsSinceEpoch() : fileTime) + msPerDay),
      m_latestYear(QDateTime::fromMSecsSinceEpoch(m_latest + msPerDay, Qt::UTC).date().year())
{ }

qint64 TimeReader::iso(QByteArrayView text) const
{
    if (const qint64 time = inLastHour(text); time != noTime)
        return time;
    const qint64 time =
        readWhole(text, [this](QByteArrayView t, qsizetype begin, qsizetype &end) { return isoAt(t, begin, end); });
    rememberHour(text, time);
    return time;
}

namespace {

/// `2026-01-15T09:14:02.118Z` is what a service writes, and mostly in the hour of the time before.
constexpr qsizetype usualSize = 24;

/// Of a text of the usual size: the number whose digits stand at `position`. No digit makes it large.
template <int Count>
quint32 usualDigits(QByteArrayView text, qsizetype position)
{
    quint32 value = 0;
    for (int i = 0; i < Count; ++i) {
        const auto digit = quint32(uchar(text[position + i]) - quint32('0'));
        value = value * 10 + (digit <= 9 ? digit : 10'000);
    }
    return value;
}

} // namespace

qint64 TimeReader::inLastHour(QByteArrayView text) const
{
    if (text.size() != usualSize || std::memcmp(text.data(), m_lastHour.text.data(), m_lastHour.text.size()) != 0
        || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        return noTime;
    const quint32 minute = usualDigits<2>(text, 14);
    const quint32 second = usualDigits<2>(text, 17);
    const quint32 fraction = usualDigits<3>(text, 20);
    if (minute > 59 || second > 59 || fraction > 999)
        return noTime;
    return m_lastHour.begin + (minute * 60 + second) * msPerSecond + fraction;
}

void TimeReader::rememberHour(QByteArrayView text, qint64 time) const
{
    if (time == noTime || text.size() != usualSize || text[23] != 'Z' || isSpace(text[0]))
        return;
    std::memcpy(m_lastHour.text.data(), text.data(), m_lastHour.text.size());
    m_lastHour.begin = time - (time % msPerHour + msPerHour) % msPerHour;
}

qint64 TimeReader::syslog(QByteArrayView text) const
{
    return readWhole(text,
                     [this](QByteArrayView t, qsizetype begin, qsizetype &end) { return syslogAt(t, begin, end); });
}

qint64 TimeReader::any(QByteArrayView text, DateOrder order) const
{
    qint64 time = iso(text);
    if (time == noTime)
        time = epochTime(text);
    return time == noTime ? displayed(text, order) : time;
}

qint64 TimeReader::displayed(QByteArrayView text, DateOrder order) const
{
    const std::optional<DisplayTime> shown = parseDisplayTime(text, order);
    if (!shown || !isDate(shown->year, shown->month, shown->day))
        return noTime;
    const qint64 local = dayNumber(shown->year, shown->month, shown->day) * msPerDay + shown->msOfDay;
    return shown->offset ? local - *shown->offset : utcOfLocal(local);
}

qint64 TimeReader::find(QByteArrayView line) const
{
    constexpr qsizetype dateLength = 13; // "2026-01-15T09"
    qsizetype from = 0;
    while (from < line.size()) {
        const void *found = std::memchr(line.data() + from, ':', size_t(line.size() - from));
        if (!found)
            return noTime;
        const qsizetype colon = static_cast<const char *>(found) - line.data();
        qsizetype end = 0;
        if (colon >= dateLength && !isDigit(at(line, colon - dateLength - 1))) {
            if (const qint64 time = isoAt(line, colon - dateLength, end); time != noTime)
                return time;
        }
        if (const qint64 time = syslogAround(line, colon); time != noTime)
            return time;
        from = colon + 1;
    }
    return noTime;
}

qint64 TimeReader::isoAt(QByteArrayView text, qsizetype begin, qsizetype &end) const
{
    const int year = digits(text, begin, 4);
    const int month = digits(text, begin + 5, 2);
    const int day = digits(text, begin + 8, 2);
    const char separator = at(text, begin + 4);
    const char middle = at(text, begin + 10);
    if ((separator != '-' && separator != '/') || at(text, begin + 7) != separator
        || (middle != 'T' && middle != 't' && middle != ' ') || !isDate(year, month, day))
        return noTime;
    const qint64 ms = timeOfDay(text, begin + 11, end);
    if (ms < 0)
        return noTime;
    const qint64 local = dayNumber(year, month, day) * msPerDay + ms;
    qint64 offset = 0;
    switch (zoneAt(text, end, offset)) {
    case Zone::Given:
        return local - offset;
    case Zone::None:
        return utcOfLocal(local);
    case Zone::Wrong:
        break;
    }
    return noTime;
}

qint64 TimeReader::syslogAt(QByteArrayView text, qsizetype begin, qsizetype &end) const
{
    const int month = monthAt(text, begin);
    if (month == 0 || at(text, begin + 3) != ' ')
        return noTime;
    qsizetype dayAt = begin + 4;
    if (at(text, dayAt) == ' ')
        ++dayAt;
    const int dayDigits = isDigit(at(text, dayAt + 1)) ? 2 : 1;
    const int day = digits(text, dayAt, dayDigits);
    if (day < 1 || at(text, dayAt + dayDigits) != ' ')
        return noTime;
    const qint64 ms = timeOfDay(text, dayAt + dayDigits + 1, end);
    if (ms < 0)
        return noTime;
    // Eight years back there is a 29 February for certain, even around 1900 or 2100.
    for (int year = m_latestYear; year > m_latestYear - 9; --year) {
        if (!isDate(year, month, day))
            continue;
        const qint64 time = utcOfLocal(dayNumber(year, month, day) * msPerDay + ms);
        if (time <= m_latest)
            return time;
    }
    return noTime;
}

/// The syslog time whose first colon this is.
qint64 TimeReader::syslogAround(QByteArrayView line, qsizetype colon) const
{
    qsizetype position = colon - 3; // the space before the hour
    if (at(line, position) != ' ' || !isDigit(at(line, position - 1)))
        return noTime;
    position -= isDigit(at(line, position - 2)) ? 3 : 2;
    if (at(line, position) != ' ')
        return noTime;
    position -= at(line, position - 1) == ' ' ? 4 : 3;
    if (position < 0 || isLetter(at(line, position - 1)))
        return noTime;
    qsizetype end = 0;
    return syslogAt(line, position, end);
}

qint64 TimeReader::utcOfLocal(qint64 local) const
{
    if (m_zoneIsUtc)
        return local;
    const qint64 hour = (local >= 0 ? local : local - msPerHour + 1) / msPerHour;
    Offset &known = m_offsets[size_t(hour) % m_offsets.size()];
    if (known.hour == hour)
        return local - known.ms;
    // Zones change within an hour too: only an hour that has one offset from end to end is remembered.
    const qint64 first = hour * msPerHour;
    const qint64 offset = first - lookUpUtc(first);
    if (first + msPerHour - lookUpUtc(first + msPerHour) != offset
        || first + msPerHour - 1 - lookUpUtc(first + msPerHour - 1) != offset)
        return lookUpUtc(local);
    known = {hour, offset};
    return local - offset;
}

/// A local time that comes twice is the first of the two; one that the clocks skip is counted on from before the
/// change.
qint64 TimeReader::lookUpUtc(qint64 local) const
{
    const auto offsetAt = [this](qint64 utc) {
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC)) * msPerSecond;
    };
    const qint64 before = offsetAt(local - msPerDay);
    if (offsetAt(local - before) == before)
        return local - before;
    const qint64 after = offsetAt(local + msPerDay);
    return offsetAt(local - after) == after ? local - after : local - before;
}

qint64 epochTime(QByteArrayView text)
{
    text = text.trimmed();
    qsizetype count = 0;
    quint64 digits = 0;
    for (; count < text.size() && count < 19 && isDigit(text[count]); ++count)
        digits = digits * 10 + quint64(text[count] - '0');
    const QByteArrayView rest = text.sliced(count);
    switch (count) {
    case 10:
        break;
    case 13:
        return rest.isEmpty() ? qint64(digits) : noTime;
    case 16:
        return rest.isEmpty() ? qint64(digits / 1000) : noTime;
    case 19:
        return rest.isEmpty() ? qint64(digits / 1'000'000) : noTime;
    default:
        return noTime;
    }
    if (rest.isEmpty())
        return qint64(digits) * msPerSecond;
    if (rest[0] != '.' || rest.size() < 2 || rest.size() > 10)
        return noTime;
    qint64 ms = 0;
    for (qsizetype i = 1; i < std::max<qsizetype>(4, rest.size()); ++i) {
        const char c = i < rest.size() ? rest[i] : '0';
        if (!isDigit(c))
            return noTime;
        ms = i <= 3 ? ms * 10 + (c - '0') : ms;
    }
    return qint64(digits) * msPerSecond + ms;
}

qint64 parseIsoTime(QByteArrayView text, const QTimeZone &inputZone)
{
    return TimeReader(inputZone).iso(text);
}

} // namespace evident
