#include "idrsyslog.h"

#include "eventfields.h"
#include "syslogheader.h"
#include "textarena.h"
#include "timestamp.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr std::string_view product = "SINGLEPOINT";

bool isUpperWord(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isNameCharacter(char c)
{
    return isUpperWord(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
}

/// The parts of a line as views into it.
struct IdrLine
{
    QByteArrayView host; ///< the word right before the product's name
    QByteArrayView time; ///< the word before that, when it is an ISO time: the router's own
    QByteArrayView header; ///< all before the product's name
    QByteArrayView messageId;
    QByteArrayView rest; ///< where the pairs are
};

/// The last word of the text, which is taken off with the space behind it.
QByteArrayView takeLastWord(QByteArrayView &text)
{
    const qsizetype end = trimmedEnd(text, 0, text.size());
    const qsizetype begin = text.first(end).lastIndexOf(' ') + 1;
    const QByteArrayView word = text.sliced(begin, end - begin);
    text = text.first(begin);
    return word;
}

/// `USER_LOGIN`: the first word in capitals before the pairs begin.
QByteArrayView findMessageId(QByteArrayView text)
{
    constexpr qsizetype shortest = 3;
    qsizetype position = 0;
    while (position < text.size()) {
        const qsizetype space = text.indexOf(' ', position);
        const qsizetype wordEnd = space < 0 ? text.size() : space;
        const QByteArrayView word = text.sliced(position, wordEnd - position);
        const auto end = std::find_if_not(word.begin(), word.end(), isUpperWord) - word.begin();
        const bool isWhole = end == word.size() || word[end] == ':' || word[end] == '[';
        if (isWhole && end >= shortest && word[0] >= 'A')
            return word.first(end);
        if (word.startsWith('[') || word.contains('='))
            break;
        position = wordEnd + 1;
    }
    return {};
}

std::optional<IdrLine> splitLine(QByteArrayView line)
{
    const std::string_view text(line.data(), size_t(line.size()));
    size_t found = text.find(product);
    for (; found != std::string_view::npos; found = text.find(product, found + 1)) {
        const size_t end = found + product.size();
        if ((found == 0 || text[found - 1] == ' ') && (end == text.size() || !isNameCharacter(text[end])))
            break;
    }
    if (found == std::string_view::npos)
        return std::nullopt;
    IdrLine parts;
    parts.header = line.first(qsizetype(found));
    QByteArrayView before = parts.header;
    parts.host = takeLastWord(before);
    const QByteArrayView time = takeLastWord(before);
    if (time.contains('-') && time.contains(':'))
        parts.time = time;
    parts.rest = line.sliced(qsizetype(found + product.size()));
    const qsizetype space = parts.rest.indexOf(' '); // the name may have a process's number or a colon behind it
    parts.rest = space < 0 ? QByteArrayView() : parts.rest.sliced(space + 1);
    parts.messageId = findMessageId(parts.rest);
    return parts;
}

/// The quote that closes the value at `begin`; -1 where none does.
qsizetype closingQuote(QByteArrayView text, qsizetype begin)
{
    qsizetype quote = text.indexOf('"', begin);
    while (quote >= 0) {
        qsizetype backslashes = quote;
        while (backslashes > begin && text[backslashes - 1] == '\\')
            --backslashes;
        if ((quote - backslashes) % 2 == 0)
            return quote;
        quote = text.indexOf('"', quote + 1);
    }
    return -1;
}

/// Calls `visit(name, value)` for every KEY="value" of the text, the value as it stands there. Gives where the last one
/// ends; -1 where a quote is not closed.
template <typename Visit>
qsizetype visitPairs(QByteArrayView text, Visit visit)
{
    qsizetype end = 0;
    qsizetype from = 0;
    while (from < text.size()) {
        const void *found = std::memchr(text.data() + from, '=', size_t(text.size() - from));
        if (!found)
            break;
        const qsizetype equals = static_cast<const char *>(found) - text.data();
        from = equals + 1;
        qsizetype name = equals;
        while (name > end && isNameCharacter(text[name - 1]))
            --name;
        if (name == equals || from >= text.size() || text[from] != '"')
            continue;
        const qsizetype quote = closingQuote(text, from + 1);
        if (quote < 0)
            return -1;
        visit(text.sliced(name, equals - name), text.sliced(from + 1, quote - from - 1));
        end = from = quote + 1;
    }
    return end;
}

/// Undoes `\"`, `\\` and `\]`, in place of which no other backslash is taken. Gives the bytes written.
size_t unescapeValue(QByteArrayView value, char *out)
{
    char *const begin = out;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char next = i + 1 < value.size() ? value[i + 1] : '\0';
        if (value[i] == '\\' && (next == '"' || next == '\\' || next == ']'))
            ++i;
        *out++ = value[i];
    }
    return size_t(out - begin);
}

enum class Key { Other, User, Result, Address, Application, Method, Code, Message, Transaction, Activity };

Key keyOf(QByteArrayView name)
{
    static constexpr std::pair<QByteArrayView, Key> names[] = {
        {"USERNAME", Key::User},           {"USER_NAME", Key::User},
        {"RESULT", Key::Result},           {"STATUS", Key::Result},
        {"REMOTE_IP", Key::Address},       {"SOURCE-IP-ADDRESS", Key::Address},
        {"APPLICATION", Key::Application}, {"APP_NAME", Key::Application},
        {"AUTHN_TYPE", Key::Method},       {"CODE", Key::Code},
        {"MESSAGE", Key::Message},
    };
    for (const auto &[known, key] : names) {
        if (known.size() == name.size() && std::memcmp(known.data(), name.data(), size_t(name.size())) == 0)
            return key;
    }
    if (isTransactionName(name))
        return Key::Transaction;
    return isActivityName(name) ? Key::Activity : Key::Other;
}

/// NOT_AUTHENTICATED, NOT_AUTHORIZED, FAIL, AUTHN_FAILED, DENIED …
bool isFailure(QByteArrayView result)
{
    for (const QByteArrayView word :
         {"NOT_", "NOT ", "FAIL", "DENIED", "DENY", "REJECT", "ERROR", "INVALID", "UNAUTH"}) {
        if (result.size() >= word.size() && result.first(word.size()).compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const QByteArrayView word : {"FAIL", "FAILED", "FAILURE", "DENIED"}) {
        if (result.size() >= word.size() && result.last(word.size()).compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

class IdrSyslogParser final : public LineParser
{
public:
    explicit IdrSyslogParser(const FormatContext &context)
        : m_times(context.inputZone, context.fileTime)
    { }

    void read(QByteArrayView line, ParsedRecord &record) override
    {
        record.kind = Kind::None;
        record.understood = false;
        const std::optional<IdrLine> parts = splitLine(line);
        if (!parts)
            return;
        ParsedRecord filled = record;
        const qsizetype end = visitPairs(
            parts->rest, [&](QByteArrayView name, QByteArrayView value) { take(keyOf(name), value, filled); });
        if (end < 0 || (end == 0 && parts->messageId.isEmpty()))
            return;
        filled.kind = Kind::Idr;
        filled.understood = true;
        if (filled.description.isEmpty())
            filled.description = parts->messageId;
        // The router's own time goes before that of a relay's header, which may stand in front of it.
        filled.time = m_times.iso(parts->time);
        if (filled.time == noTime)
            filled.time = m_times.find(parts->header);
        record = filled;
    }

private:
    void take(Key key, QByteArrayView value, ParsedRecord &record)
    {
        switch (key) {
        case Key::User:
            record.user = textOf(value);
            break;
        case Key::Result:
            record.failed = isFailure(value);
            break;
        case Key::Address:
            record.address = textOf(value);
            break;
        case Key::Application:
            record.application = textOf(value);
            break;
        case Key::Method:
            record.method = textOf(value);
            break;
        case Key::Code:
            record.code = parseCode(value);
            break;
        case Key::Message:
            record.description = textOf(value);
            break;
        case Key::Transaction:
            takeId(textOf(value), record.transaction, record);
            break;
        case Key::Activity:
            takeId(textOf(value), record.activity, record);
            break;
        case Key::Other:
            break;
        }
    }

    QByteArrayView textOf(QByteArrayView value)
    {
        if (value.isEmpty() || !std::memchr(value.data(), '\\', size_t(value.size())))
            return value;
        const auto size = size_t(value.size());
        char *const out = arena().allocate(size);
        const size_t used = unescapeValue(value, out);
        arena().shrinkLast(size, used);
        return {out, qsizetype(used)};
    }

    TimeReader m_times;
};

} // namespace

QString IdrSyslogFormat::name() const
{
    return u"idr-syslog"_s;
}

Format::Match IdrSyslogFormat::match(QByteArrayView head, bool) const
{
    if (!mostLinesFit(head, [](QByteArrayView line) { return splitLine(line).has_value(); }))
        return {};
    return {true, QCoreApplication::translate("evident::IdrSyslogFormat", "syslog lines with the word SINGLEPOINT")};
}

std::unique_ptr<BlockParser> IdrSyslogFormat::parser(QByteArrayView, const FormatContext &context) const
{
    return std::make_unique<IdrSyslogParser>(context);
}

QList<RecordField> IdrSyslogFormat::fields(QByteArrayView record, QByteArrayView) const
{
    QList<RecordField> fields;
    const auto add = [&fields](const QString &name, QByteArrayView value) {
        if (!value.isEmpty())
            fields.append({name, QString::fromUtf8(value)});
    };
    const std::optional<IdrLine> parts = splitLine(record);
    if (!parts)
        return fields;
    const std::optional<SyslogHeader> header = parseSyslogHeader(record);
    add(u"time"_s, parts->time.isEmpty() && header ? header->time : parts->time);
    add(u"host"_s, parts->host);
    add(u"messageId"_s, parts->messageId);
    const qsizetype end = visitPairs(parts->rest, [&fields](QByteArrayView name, QByteArrayView value) {
        QByteArray text(value.size(), Qt::Uninitialized);
        text.truncate(qsizetype(unescapeValue(value, text.data())));
        fields.append({QString::fromUtf8(name), QString::fromUtf8(text)});
    });
    const qsizetype idEnd = parts->messageId.isEmpty() ? 0 : parts->messageId.end() - parts->rest.begin();
    QByteArrayView text = parts->rest.sliced(std::max(end, qsizetype(idEnd))).trimmed();
    if (text.startsWith(']'))
        text = text.sliced(1).trimmed();
    add(u"text"_s, text);
    return fields;
}

} // namespace evident
