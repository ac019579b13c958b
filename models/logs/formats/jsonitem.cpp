#include "jsonitem.h"

#include "eventfields.h"
#include "jsontext.h"
#include "textarena.h"
#include "timestamp.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

namespace ondemand = simdjson::ondemand;

enum class Key {
    Other,
    EventId,
    EventLogDate,
    EventType,
    EventLevel,
    EventCategory,
    EventCode,
    EventDescription,
    ActivityCode,
    ActivityKey,
    AdminUserName,
    UserId,
    SourceIpAddress,
    Application,
    Method,
    Message,
    Result,
};

struct KeyName
{
    QByteArrayView name;
    Key key = Key::Other;
};

Key keyOf(QByteArrayView name)
{
    static constexpr KeyName names[] = {
        {"eventId", Key::EventId},
        {"eventLogDate", Key::EventLogDate},
        {"eventType", Key::EventType},
        {"eventLevel", Key::EventLevel},
        {"eventCategory", Key::EventCategory},
        {"eventCode", Key::EventCode},
        {"eventDescription", Key::EventDescription},
        {"activityCode", Key::ActivityCode},
        {"activityKey", Key::ActivityKey},
        {"adminUserName", Key::AdminUserName},
        {"userId", Key::UserId},
        {"sourceIPAddress", Key::SourceIpAddress},
        {"application", Key::Application},
        {"method", Key::Method},
        {"message", Key::Message},
        {"result", Key::Result},
    };
    for (const KeyName &known : names) {
        if (known.name.size() == name.size() && std::memcmp(known.name.data(), name.data(), size_t(name.size())) == 0)
            return known.key;
    }
    return Key::Other;
}

QByteArrayView trimmedToken(std::string_view token)
{
    return QByteArrayView(token.data(), qsizetype(token.size())).trimmed();
}

/// Whether a token that is neither string nor bracket is something that JSON knows. (On-demand parsing does not look at
/// what it skips.)
bool isScalar(QByteArrayView token)
{
    if (token == "null" || token == "true" || token == "false")
        return true;
    const auto isNumeric = [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), isNumeric);
}

enum class Walk { Done, Malformed, BadCharacters };

/// Calls `visit(key, token)` for every field of the object at `text`, behind which there are SIMDJSON_PADDING bytes
/// that may be read. Both are as they stand there: a key without quotes, a string in its quotes, of a nested value the
/// first bracket only.
template <typename Visit>
Walk walkObject(ondemand::parser &parser, QByteArrayView text, Visit visit)
{
    const auto length = size_t(text.size());
    ondemand::document document;
    const simdjson::padded_string_view view(text.data(), length, length + simdjson::SIMDJSON_PADDING);
    if (const auto error = parser.iterate(view).get(document)) {
        const bool badCharacters = error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS;
        return badCharacters ? Walk::BadCharacters : Walk::Malformed;
    }
    ondemand::object object;
    if (document.get_object().get(object))
        return Walk::Malformed;
    for (auto next : object) {
        ondemand::field field;
        if (std::move(next).get(field))
            return Walk::Malformed;
        const char *const key = field.key().raw();
        const char *keyEnd = key;
        while (*keyEnd != '"')
            keyEnd += *keyEnd == '\\' ? 2 : 1;
        const QByteArrayView token = trimmedToken(field.value().raw_json_token());
        if (token.isEmpty() || (token[0] != '"' && token[0] != '{' && token[0] != '[' && !isScalar(token)))
            return Walk::Malformed;
        visit(QByteArrayView(key, keyEnd - key), token);
    }
    // Behind the object's end there must be nothing more.
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? Walk::Done : Walk::Malformed;
}

bool isString(QByteArrayView token)
{
    return token.size() >= 2 && token[0] == '"';
}

QByteArrayView inside(QByteArrayView token)
{
    return token.sliced(1, token.size() - 2);
}

bool hasEscape(QByteArrayView text)
{
    return std::memchr(text.data(), '\\', size_t(text.size())) != nullptr;
}

/// From the first bracket of a nested value to its last.
QByteArrayView nestedValue(const char *begin, const char *end)
{
    qsizetype depth = 0;
    bool inString = false;
    for (const char *p = begin; p < end; ++p) {
        if (inString) {
            if (*p == '\\')
                ++p;
            else if (*p == '"')
                inString = false;
        } else if (*p == '"') {
            inString = true;
        } else if (*p == '{' || *p == '[') {
            ++depth;
        } else if ((*p == '}' || *p == ']') && --depth == 0) {
            return {begin, p + 1};
        }
    }
    return {begin, end};
}

QByteArray padded(QByteArrayView text)
{
    QByteArray copy;
    copy.reserve(text.size() + qsizetype(simdjson::SIMDJSON_PADDING));
    copy.append(text);
    copy.append(qsizetype(simdjson::SIMDJSON_PADDING), ' ');
    return copy;
}

} // namespace

struct JsonItemReader::Data
{
    explicit Data(const FormatContext &context)
        : times(context.inputZone, context.fileTime)
    { }

    /// What an item says before it is known whether it is a user's or an admin's.
    struct Item
    {
        bool identified = false;
        qint64 eventCode = noCode;
        qint64 activityCode = noCode;
        bool hasActivityCode = false;
        QByteArrayView eventType;
        QByteArrayView eventDescription;
        QByteArrayView message;
        QByteArrayView userId;
        QByteArrayView adminUserName;
    };

    QByteArrayView textOf(QByteArrayView token);
    void take(Key key, QByteArrayView value, Item &item, ParsedRecord &record) const;
    Walk readOnce(QByteArrayView text, Item &item, ParsedRecord &record);
    QByteArrayView copied(QByteArrayView text);

    ondemand::parser parser;
    TimeReader times;
    TextArena arena;
    QByteArrayView block;
};

/// A value as text that lives as long as the block. Nested values are none.
QByteArrayView JsonItemReader::Data::textOf(QByteArrayView token)
{
    if (!isString(token))
        return token[0] == '{' || token[0] == '[' || token == "null" ? QByteArrayView() : token;
    const QByteArrayView text = inside(token);
    if (!hasEscape(text))
        return text;
    const auto size = size_t(text.size());
    char *const out = arena.allocate(size);
    const size_t used = unescapeJson(text, out);
    arena.shrinkLast(size, used);
    return {out, qsizetype(used)};
}

void JsonItemReader::Data::take(Key key, QByteArrayView value, Item &item, ParsedRecord &record) const
{
    switch (key) {
    case Key::EventLogDate:
        record.time = times.iso(value);
        break;
    case Key::EventType:
        item.eventType = value;
        break;
    case Key::EventLevel:
        record.level = value;
        break;
    case Key::EventCategory:
        record.category = value;
        break;
    case Key::EventCode:
        item.eventCode = parseCode(value);
        break;
    case Key::EventDescription:
        item.eventDescription = value;
        break;
    case Key::ActivityCode:
        item.activityCode = parseCode(value);
        item.hasActivityCode = !value.isEmpty();
        break;
    case Key::AdminUserName:
        item.adminUserName = value;
        break;
    case Key::UserId:
        item.userId = value;
        break;
    case Key::SourceIpAddress:
        record.address = value;
        break;
    case Key::Application:
        record.application = value;
        break;
    case Key::Method:
        record.method = value;
        break;
    case Key::Message:
        item.message = value;
        break;
    case Key::Result:
        record.failed = value.compare("FAIL", Qt::CaseInsensitive) == 0;
        break;
    case Key::EventId:
    case Key::ActivityKey:
    case Key::Other:
        break;
    }
}

Walk JsonItemReader::Data::readOnce(QByteArrayView text, Item &item, ParsedRecord &record)
{
    return walkObject(parser, text, [&](QByteArrayView name, QByteArrayView token) {
        const Key key = keyOf(name);
        if (key == Key::Other)
            return;
        // Other things have a message or a result too; these only an event has.
        item.identified = item.identified || (key >= Key::EventId && key <= Key::AdminUserName);
        take(key, textOf(token), item, record);
    });
}

/// A copy that lives as long as the block and has padding behind it.
QByteArrayView JsonItemReader::Data::copied(QByteArrayView text)
{
    const auto size = size_t(text.size());
    char *const copy = arena.allocate(size + simdjson::SIMDJSON_PADDING);
    std::memcpy(copy, text.data(), size);
    std::memset(copy + size, ' ', simdjson::SIMDJSON_PADDING);
    return {copy, text.size()};
}

JsonItemReader::JsonItemReader(const FormatContext &context)
    : m_data(std::make_unique<Data>(context))
{ }

JsonItemReader::~JsonItemReader() = default;

void JsonItemReader::beginBlock(QByteArrayView block)
{
    m_data->block = block;
    m_data->arena.clear();
}

bool JsonItemReader::read(QByteArrayView item, ParsedRecord &record)
{
    Data &d = *m_data;
    const bool hasPadding = d.block.end() - item.end() >= qptrdiff(simdjson::SIMDJSON_PADDING);
    const QByteArrayView text = hasPadding ? item : d.copied(item);
    ParsedRecord filled = record;
    Data::Item parts;
    Walk walk = d.readOnce(text, parts, filled);
    if (walk == Walk::BadCharacters) {
        filled = record;
        parts = {};
        walk = d.readOnce(d.copied(sanitisedJson(item)), parts, filled);
    }
    record.understood = walk == Walk::Done && parts.identified;
    if (!record.understood)
        return false;

    filled.understood = true;
    filled.kind = parts.hasActivityCode ? Kind::Admin : kindOfEventType(parts.eventType);
    const bool isAdmin = filled.kind == Kind::Admin;
    filled.code = isAdmin && parts.activityCode != noCode ? parts.activityCode : parts.eventCode;
    const auto either = [](QByteArrayView first, QByteArrayView second) { return first.isEmpty() ? second : first; };
    filled.description = isAdmin ? either(parts.message, parts.eventDescription) : parts.eventDescription;
    filled.user = isAdmin ? either(parts.adminUserName, parts.userId) : parts.userId;
    record = filled;
    return true;
}

QList<RecordField> jsonFields(QByteArrayView item)
{
    ondemand::parser parser;
    QList<RecordField> fields;
    QByteArray text = padded(item);
    const char *end = text.constData() + item.size();
    const auto visit = [&](QByteArrayView name, QByteArrayView token) {
        QByteArray value;
        if (isString(token))
            value = unescapedJson(inside(token));
        else if (token[0] == '{' || token[0] == '[')
            value = compactJson(nestedValue(token.data(), end));
        else if (token != "null")
            value = token.toByteArray();
        fields.append({QString::fromUtf8(unescapedJson(name)), QString::fromUtf8(value)});
    };
    Walk walk = walkObject(parser, QByteArrayView(text.constData(), item.size()), visit);
    if (walk == Walk::BadCharacters) {
        fields.clear();
        const QByteArray clean = sanitisedJson(item);
        text = padded(clean);
        end = text.constData() + clean.size();
        walk = walkObject(parser, QByteArrayView(text.constData(), clean.size()), visit);
    }
    if (walk != Walk::Done)
        fields.clear();
    return fields;
}

} // namespace evident
