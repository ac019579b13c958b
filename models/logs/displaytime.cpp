#include "displaytime.h"

#include "asciichars.h"

#include <array>

namespace evident {

namespace {

constexpr qint64 msPerSecond = 1000;
constexpr qint64 msPerMinute = 60 * msPerSecond;
constexpr qint64 msPerHour = 60 * msPerMinute;

bool sameWord(QByteArrayView word, QByteArrayView known)
{
    return word.compare(known, Qt::CaseInsensitive) == 0;
}

/// 1 for the first of the names that `word` is, or is the beginning of with three letters at least; else 0.
template <std::size_t N>
int numberOfName(QByteArrayView word, const std::array<QByteArrayView, N> &names)
{
    for (std::size_t i = 0; i < N && word.size() >= 3; ++i) {
        if (word.size() <= names[i].size() && sameWord(word, names[i].first(word.size())))
            return int(i) + 1;
    }
    return 0;
}

int monthNamed(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 12> names = {"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    return numberOfName(word, names);
}

bool isWeekday(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                            "friday", "saturday", "sunday"};
    return numberOfName(word, names) > 0;
}

struct NamedZone
{
    QByteArrayView name;
    int hours = 0;
};

std::optional<int> hoursOfZone(QByteArrayView name)
{
    static constexpr NamedZone zones[] = {{"Z", 0},    {"UTC", 0},  {"GMT", 0},  {"EST", -5}, {"EDT", -4},
                                          {"CST", -6}, {"CDT", -5}, {"MST", -7}, {"MDT", -6}, {"PST", -8},
                                          {"PDT", -7}, {"CET", 1},  {"CEST", 2}};
    for (const NamedZone &zone : zones) {
        if (sameWord(name, zone.name))
            return zone.hours;
    }
    return std::nullopt;
}

/// A number and how it was written.
struct Digits
{
    int value = -1; ///< -1: there is none, or a longer one
    int count = 0;
};

/// A date as it is written: three numbers in the text's order, of which a month's name is one.
struct WrittenDate
{
    std::array<Digits, 3> parts;
    char separator = '\0'; ///< '\0' where the month is a name
    bool monthFirst = false; ///< where the month is a name
};

class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    { }

    std::optional<WrittenDate> date();
    std::optional<qint64> timeOfDay();
    /// False where what follows is no zone.
    bool zone(std::optional<qint64> &offset);
    void skipBetween();
    bool atEnd();

private:
    char at(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool take(char c);
    bool skipSpace();
    void skipAny(QByteArrayView characters);
    Digits digits(int most);
    QByteArrayView word();
    bool monthByName(Digits &month);
    std::optional<WrittenDate> dateFromMonth();
    std::optional<qint64> fraction();
    bool half(int &hour);
    bool signedOffset(qint64 &offset);

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool Scanner::take(char c)
{
    const bool isThere = at() == c && m_at < m_text.size();
    m_at += isThere ? 1 : 0;
    return isThere;
}

/// Blanks of any kind, and the marks of direction that some browsers put into a time.
bool Scanner::skipSpace()
{
    static constexpr QByteArrayView blanks[] = {
        " ", "\t", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x8e", "\xe2\x80\x8f"};
    const qsizetype begin = m_at;
    for (bool found = true; found;) {
        found = false;
        for (const QByteArrayView blank : blanks) {
            if (m_text.sliced(m_at).startsWith(blank)) {
                m_at += blank.size();
                found = true;
            }
        }
    }
    return m_at > begin;
}

void Scanner::skipAny(QByteArrayView characters)
{
    while (skipSpace() || (m_at < m_text.size() && characters.contains(at())))
        m_at += m_at < m_text.size() && characters.contains(at()) ? 1 : 0;
}

Digits Scanner::digits(int most)
{
    Digits number;
    int value = 0;
    for (; isDigit(at()) && number.count < most; ++m_at, ++number.count)
        value = value * 10 + (at() - '0');
    if (number.count > 0 && !isDigit(at()))
        number.value = value;
    return number;
}

QByteArrayView Scanner::word()
{
    const qsizetype begin = m_at;
    while (isLetter(at()))
        ++m_at;
    return m_text.sliced(begin, m_at - begin);
}

bool Scanner::monthByName(Digits &month)
{
    month = {monthNamed(word()), 0};
    return month.value > 0;
}

/// `Jan 15, 2026`.
std::optional<WrittenDate> Scanner::dateFromMonth()
{
    WrittenDate date;
    date.monthFirst = true;
    if (!monthByName(date.parts[0]))
        return std::nullopt;
    skipAny(".-/");
    date.parts[1] = digits(2);
    skipAny(",-/");
    date.parts[2] = digits(4);
    return date;
}

std::optional<WrittenDate> Scanner::date()
{
    skipSpace();
    if (isLetter(at())) {
        const qsizetype begin = m_at;
        if (isWeekday(word()))
            skipAny(".,");
        else
            m_at = begin;
    }
    if (isLetter(at()))
        return dateFromMonth();
    WrittenDate date;
    date.parts[0] = digits(4);
    if (const char c = at(); (c == '/' || c == '.' || c == '-') && isDigit(at(1))) {
        date.separator = c;
        ++m_at;
        date.parts[1] = digits(2);
        if (!take(c))
            return std::nullopt;
        date.parts[2] = digits(4);
        return date;
    }
    skipAny(".-/");
    if (!monthByName(date.parts[1]))
        return std::nullopt;
    skipAny(".,-/");
    date.parts[2] = digits(4);
    return date;
}

/// What may stand between a date and its time.
void Scanner::skipBetween()
{
    skipAny(",");
    const qsizetype begin = m_at;
    if (const QByteArrayView between = word(); sameWord(between, "T") || sameWord(between, "at"))
        skipSpace();
    else
        m_at = begin;
}

/// `.118` in ms; 0 where there is none.
std::optional<qint64> Scanner::fraction()
{
    if ((at() != '.' && at() != ',') || !isDigit(at(1)))
        return 0;
    ++m_at;
    qint64 ms = 0;
    int count = 0;
    for (; isDigit(at()); ++m_at) {
        if (++count <= 3)
            ms = ms * 10 + (at() - '0');
    }
    for (int missing = count; missing < 3; ++missing)
        ms *= 10;
    return count > 9 ? std::nullopt : std::optional(ms);
}

/// AM or PM behind a time, and what they make of its hour. False where the hour is none of a half day.
bool Scanner::half(int &hour)
{
    const qsizetype begin = m_at;
    skipSpace();
    const char first = char(at() | 0x20);
    const qsizetype dots = at(1) == '.' ? 1 : 0;
    if ((first != 'a' && first != 'p') || (at(1 + dots) | 0x20) != 'm' || isLetter(at(2 + dots))) {
        m_at = begin;
        return true;
    }
    m_at += 2 + dots;
    if (dots > 0)
        take('.');
    if (hour < 1 || hour > 12)
        return false;
    hour = hour % 12 + (first == 'p' ? 12 : 0);
    return true;
}

std::optional<qint64> Scanner::timeOfDay()
{
    int hour = digits(2).value;
    if (hour < 0 || hour > 23 || !take(':'))
        return std::nullopt;
    const Digits minute = digits(2);
    if (minute.count != 2 || minute.value < 0 || minute.value > 59)
        return std::nullopt;
    qint64 ms = minute.value * msPerMinute;
    if (take(':')) {
        const Digits second = digits(2);
        const std::optional<qint64> behind = fraction();
        if (second.count != 2 || second.value < 0 || second.value > 60 || !behind)
            return std::nullopt;
        // A leap second has no number of its own: it stays at the end of the second before.
        ms += second.value == 60 ? 60 * msPerSecond - 1 : second.value * msPerSecond + *behind;
    }
    if (!half(hour))
        return std::nullopt;
    return hour * msPerHour + ms;
}

/// `+01:00`, `+0100`, `+1`.
bool Scanner::signedOffset(qint64 &offset)
{
    const qint64 sign = at() == '-' ? -1 : 1;
    ++m_at;
    Digits hours = digits(4);
    int minutes = 0;
    if (hours.count > 2) {
        minutes = hours.value % 100;
        hours.value /= 100;
    } else if (take(':')) {
        const Digits behind = digits(2);
        minutes = behind.count == 2 ? behind.value : -1;
    }
    if (hours.value < 0 || hours.value > maxOffsetHours || minutes < 0 || minutes > 59)
        return false;
    offset = sign * (hours.value * msPerHour + minutes * msPerMinute);
    return true;
}

bool Scanner::zone(std::optional<qint64> &offset)
{
    skipSpace();
    if (m_at == m_text.size())
        return true;
    const char open = at();
    const bool isBracketed = open == '(' || open == '[';
    m_at += isBracketed ? 1 : 0;
    qint64 ms = 0;
    if (isLetter(at())) {
        const std::optional<int> hours = hoursOfZone(word());
        if (!hours)
            return false;
        ms = *hours * msPerHour;
    }
    // Behind a zone other than UTC an offset would count twice.
    if ((at() == '+' || at() == '-') && (ms != 0 || !signedOffset(ms)))
        return false;
    offset = ms;
    return !isBracketed || take(open == '(' ? ')' : ']');
}

bool Scanner::atEnd()
{
    skipSpace();
    return m_at == m_text.size();
}

bool isNumeric(const WrittenDate &date)
{
    return (date.separator == '/' || date.separator == '-') && date.parts[0].count <= 2;
}

/// Two digits are of this century.
int yearOf(const Digits &digits)
{
    if (digits.count == 4)
        return digits.value;
    return digits.count == 2 && digits.value >= 0 ? 2000 + digits.value : 0;
}

bool fits(const DisplayTime &time)
{
    return time.year > 0 && time.month >= 1 && time.month <= 12 && time.day >= 1 && time.day <= 31;
}

void setDate(const WrittenDate &date, DateOrder order, DisplayTime &time)
{
    const auto &[first, second, third] = date.parts;
    const bool yearFirst = date.separator != '\0' && first.count == 4;
    time.year = yearOf(yearFirst ? first : third);
    if (second.count > 2 || (yearFirst ? third : first).count > 2)
        return; // no day or month has three digits
    if (yearFirst) {
        time.month = second.value;
        time.day = third.value;
        return;
    }
    bool monthFirst =
        date.separator == '\0' ? date.monthFirst : date.separator != '.' && order == DateOrder::MonthFirst;
    if (isNumeric(date) && (monthFirst ? first : second).value > 12)
        monthFirst = !monthFirst;
    time.month = (monthFirst ? first : second).value;
    time.day = (monthFirst ? second : first).value;
}

} // namespace

std::optional<DisplayTime> parseDisplayTime(QByteArrayView text, DateOrder order)
{
    Scanner scanner(text);
    const std::optional<WrittenDate> date = scanner.date();
    if (!date)
        return std::nullopt;
    DisplayTime time;
    setDate(*date, order, time);
    if (!fits(time))
        return std::nullopt;
    scanner.skipBetween();
    const std::optional<qint64> ms = scanner.timeOfDay();
    if (!ms || !scanner.zone(time.offset) || !scanner.atEnd())
        return std::nullopt;
    time.msOfDay = *ms;
    return time;
}

DateHint dateHint(QByteArrayView text)
{
    const std::optional<WrittenDate> date = Scanner(text).date();
    if (!date || !isNumeric(*date) || !parseDisplayTime(text, DateOrder::DayFirst))
        return DateHint::None;
    const int first = date->parts[0].value;
    const int second = date->parts[1].value;
    if (first > 12)
        return DateHint::DayFirst;
    if (second > 12)
        return DateHint::MonthFirst;
    return first == second ? DateHint::None : DateHint::Ambiguous;
}

} // namespace evident
