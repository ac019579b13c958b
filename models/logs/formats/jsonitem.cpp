#include "jsonitem.h"

#include "eventfields.h"
#include "jsontext.h"
#include "jsonwalker.h"
#include "textarena.h"
#include "timestamp.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

namespace ondemand = simdjson::ondemand;

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

    /// A value as text that lives as long as the block. Nested values are none.
    QByteArrayView textOf(JsonKey key) { return tokens.isEscaped(key) ? unescaped(key) : tokens.at(key); }
    QByteArrayView unescaped(JsonKey key);
    void fill(ParsedRecord &record);
    void fillIds(ParsedRecord &record);
    Walk readOnce(QByteArrayView text);
    QByteArrayView copied(QByteArrayView text);

    JsonWalker walker;
    ondemand::parser parser;
    JsonTokens tokens; ///< of the item that was read last
    TimeReader times;
    TextArena arena;
    QByteArrayView block;
    bool blockIsUtf8 = false;
};

QByteArrayView JsonItemReader::Data::unescaped(JsonKey key)
{
    const QByteArrayView text = tokens.at(key);
    const auto size = size_t(text.size());
    char *const out = arena.allocate(size);
    const size_t used = unescapeJson(text, out);
    arena.shrinkLast(size, used);
    return {out, qsizetype(used)};
}

/// What the item's tokens say. A column whose key the item does not have stays as it is.
void JsonItemReader::Data::fill(ParsedRecord &record)
{
    const auto take = [this](JsonKey key, QByteArrayView &text) {
        if (tokens.hasKey(key))
            text = textOf(key);
    };
    const auto either = [this](JsonKey first, JsonKey second) {
        const QByteArrayView text = textOf(first);
        return text.isEmpty() ? textOf(second) : text;
    };
    const QByteArrayView activityCode = textOf(JsonKey::ActivityCode);
    record.understood = true;
    record.kind = activityCode.isEmpty() ? kindOfEventType(textOf(JsonKey::EventType)) : Kind::Admin;
    const bool isAdmin = record.kind == Kind::Admin;
    if (tokens.hasKey(JsonKey::EventLogDate))
        record.time = times.iso(textOf(JsonKey::EventLogDate));
    take(JsonKey::EventLevel, record.level);
    take(JsonKey::EventCategory, record.category);
    take(JsonKey::SourceIpAddress, record.address);
    take(JsonKey::Application, record.application);
    take(JsonKey::Method, record.method);
    if (tokens.hasKey(JsonKey::Result))
        record.failed = isSameWord(textOf(JsonKey::Result), "FAIL");
    record.code = isAdmin ? parseCode(activityCode) : noCode;
    if (record.code == noCode)
        record.code = parseCode(textOf(JsonKey::EventCode));
    record.description =
        isAdmin ? either(JsonKey::Message, JsonKey::EventDescription) : textOf(JsonKey::EventDescription);
    record.user = isAdmin ? either(JsonKey::AdminUserName, JsonKey::UserId) : textOf(JsonKey::UserId);
    fillIds(record);
}

void JsonItemReader::Data::fillIds(ParsedRecord &record)
{
    takeId(textOf(JsonKey::TransactionId), record.transaction, record);
    takeId(textOf(JsonKey::ActivityId), record.activity, record);
    record.idsAreUnclear =
        record.idsAreUnclear || tokens.isUnclear(JsonKey::TransactionId) || tokens.isUnclear(JsonKey::ActivityId);
}

Walk JsonItemReader::Data::readOnce(QByteArrayView text)
{
    tokens.clear();
    return walkObject(parser, text, [&](QByteArrayView name, QByteArrayView token) {
        const JsonKey key = jsonKeyOf(name);
        if (key == JsonKey::Other || key == JsonKey::Page)
            return;
        if (isString(token))
            tokens.set(key, token.begin() + 1, token.end() - 1, hasEscape(inside(token)));
        else if (token[0] == '{' || token[0] == '[')
            tokens.setNested(key);
        else if (token == "null")
            tokens.setNothing(key);
        else
            tokens.set(key, token.begin(), token.end(), false);
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
    m_data->blockIsUtf8 = simdjson::validate_utf8(block.data(), size_t(block.size()));
    m_data->arena.clear();
}

bool JsonItemReader::blockIsUtf8() const
{
    return m_data->blockIsUtf8;
}

qsizetype JsonItemReader::readPlain(QByteArrayView text, bool oneLine, ParsedRecord &record)
{
    Data &d = *m_data;
    const char *const end = d.walker.walk(text.begin(), d.block.end(), oneLine, d.tokens);
    if (!end || end > text.end() || !d.tokens.isEvent())
        return 0;
    const qsizetype size = end - text.begin();
    if (!d.blockIsUtf8 && !simdjson::validate_utf8(text.data(), size_t(size)))
        return 0;
    d.fill(record);
    return size;
}

bool JsonItemReader::mayBreakLines() const
{
    return m_data->tokens.mayBreakLines();
}

bool JsonItemReader::read(QByteArrayView item, ParsedRecord &record)
{
    Data &d = *m_data;
    const bool hasPadding = d.block.end() - item.end() >= qptrdiff(simdjson::SIMDJSON_PADDING);
    Walk walk = d.readOnce(hasPadding ? item : d.copied(item));
    if (walk == Walk::BadCharacters)
        walk = d.readOnce(d.copied(sanitisedJson(item)));
    record.understood = walk == Walk::Done && d.tokens.isEvent();
    if (record.understood)
        d.fill(record);
    else if (walk == Walk::Done)
        d.fillIds(record);
    return record.understood;
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
