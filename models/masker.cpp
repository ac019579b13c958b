#include "masker.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr std::array maskNames{"user"_L1, "addr"_L1, "device"_L1, "customer"_L1, "tenant"_L1, "server"_L1};

/// Marks are the accents that some programs write behind their letter.
bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// The name as programs may write it: with accents of their own or in their letters, with straight or curly
/// apostrophes.
QStringList spellingsOf(const QString &name)
{
    static constexpr std::array apostrophes{u'\'', u'\u2019', u'\u02bc'};
    QStringList spellings{name};
    if (std::ranges::any_of(name, [](QChar c) { return c.unicode() > 0x7f; }))
        spellings += {name.normalized(QString::NormalizationForm_C), name.normalized(QString::NormalizationForm_D)};
    const QStringList asWritten = spellings;
    for (const QString &spelling : asWritten) {
        for (const char16_t own : apostrophes) {
            for (const char16_t other : apostrophes) {
                if (own != other && spelling.contains(own))
                    spellings.append(QString(spelling).replace(own, other));
            }
        }
    }
    spellings.removeDuplicates();
    return spellings;
}

/// The run of letters and digits that `text` has at `position`, else its one character there: what names are looked up
/// by.
QStringView startAt(QStringView text, qsizetype position)
{
    qsizetype end = position;
    while (end < text.size() && isWord(text[end]))
        ++end;
    return text.mid(position, std::max<qsizetype>(end - position, 1));
}

bool isIpv4(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
               return !part.isEmpty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), isDigit)
                   && part.toInt() <= 255;
           });
}

/// `text` has hexadecimal digits, colons and dots only.
bool isIpv6(QStringView text)
{
    const qsizetype gap = text.indexOf("::"_L1);
    if (gap >= 0 && text.indexOf("::"_L1, gap + 1) >= 0)
        return false;
    int groups = 0;
    bool digits = false;
    const QList<QStringView> parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QStringView part = parts[i];
        if (part.isEmpty()) {
            const bool besideGap = gap >= 0 && (i > 0 || gap == 0) && (i + 1 < parts.size() || gap + 2 == text.size());
            if (!besideGap)
                return false;
            continue;
        }
        digits = true;
        if (part.contains(u'.')) {
            if (i + 1 != parts.size() || !isIpv4(part))
                return false;
            groups += 2;
        } else if (part.size() > 4) {
            return false;
        } else {
            ++groups;
        }
    }
    return digits && parts.size() > 2 && (gap >= 0 ? groups < 8 : groups == 8);
}

qsizetype emailLengthAt(const QString &text, qsizetype position)
{
    static const QRegularExpression pattern(
        uR"([\p{L}\p{N}\p{M}._%+'\x{2019}-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match =
        pattern.match(text, position, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() ? match.capturedLength() : 0;
}

qsizetype addressLengthAt(const QString &text, qsizetype position)
{
    static const QRegularExpression pattern(u"[0-9a-f:.]{2,45}"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match =
        pattern.match(text, position, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    const bool gapInsideText = text[position] == u':' && position > 0 && isWord(text[position - 1]); // C++'s a::b
    if (!match.hasMatch() || gapInsideText)
        return 0;
    QStringView run = match.capturedView();
    // A port, a full stop or a colon may follow: the longest part that is an address counts.
    for (; run.size() >= 2; run.chop(1)) {
        const qsizetype end = position + run.size();
        const bool wordGoesOn = end < text.size() && isWord(text[end]) && isWord(run.back());
        if (!wordGoesOn && (isIpv4(run) || isIpv6(run)))
            return run.size();
    }
    return 0;
}

/// A JSON escape at `position`: the character and its length, 0 when there is none.
std::pair<QChar, int> escapeAt(const QString &text, qsizetype position)
{
    if (text[position] != u'\\' || position + 1 >= text.size())
        return {QChar(), 0};
    const QChar next = text[position + 1];
    if (next == u'\\' || next == u'"' || next == u'/')
        return {next, 2};
    if (next == u'u' && position + 5 < text.size()) {
        bool isHex = false;
        const ushort code = QStringView(text).mid(position + 2, 4).toUShort(&isHex, 16);
        if (isHex)
            return {QChar(code), 6};
    }
    return {QChar(), 0};
}

std::optional<Masker::Category> categoryOfField(const QString &fieldName)
{
    using Category = Masker::Category;
    static const QHash<QString, Category> categories{
        {u"user"_s, Category::User},
        {u"userid"_s, Category::User},
        {u"username"_s, Category::User},
        {u"useremail"_s, Category::User},
        {u"email"_s, Category::User},
        {u"loginid"_s, Category::User},
        {u"adminusername"_s, Category::User},
        {u"adminuser"_s, Category::User},
        {u"firstname"_s, Category::User},
        {u"lastname"_s, Category::User},
        {u"sourceip"_s, Category::Address},
        {u"sourceipaddress"_s, Category::Address},
        {u"remoteip"_s, Category::Address},
        {u"clientip"_s, Category::Address},
        {u"clientipaddress"_s, Category::Address},
        {u"ipaddress"_s, Category::Address},
        {u"device"_s, Category::Device},
        {u"deviceid"_s, Category::Device},
        {u"devicename"_s, Category::Device},
        {u"customer"_s, Category::Customer},
        {u"customerid"_s, Category::Customer},
        {u"customername"_s, Category::Customer},
        {u"tenant"_s, Category::Tenant},
        {u"tenantid"_s, Category::Tenant},
        {u"tenantname"_s, Category::Tenant},
        {u"server"_s, Category::Server},
        {u"serverurl"_s, Category::Server},
        {u"servername"_s, Category::Server},
        {u"serveripaddress"_s, Category::Address},
        {u"serverip"_s, Category::Address},
        {u"host"_s, Category::Server},
        {u"hostname"_s, Category::Server},
        {u"agent"_s, Category::Server},
        {u"agentname"_s, Category::Server},
        {u"agentip"_s, Category::Address},
    };
    QString name = fieldName.toLower();
    if (name.size() > 2 && name[name.size() - 2] == u'_' && u"sdtbg"_s.contains(name.back()))
        name.chop(2);
    name.remove(u'_').remove(u' ').remove(u'-');
    const auto found = categories.find(name);
    return found == categories.end() ? std::nullopt : std::optional(*found);
}

/// `targetObject1Name` is personal when its type says so.
std::optional<Masker::Category> categoryOfTarget(const RecordField &field, const QList<RecordField> &fields)
{
    static const QRegularExpression target(u"^targetObject(\\d)(Id|Name)(_[sdtbg])?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = target.match(field.name);
    if (!match.hasMatch())
        return std::nullopt;
    const QString typeName = u"targetObject%1Type"_s.arg(match.captured(1)) + match.captured(3);
    for (const RecordField &other : fields) {
        if (other.name.compare(typeName, Qt::CaseInsensitive) != 0)
            continue;
        if (other.value.contains("user"_L1, Qt::CaseInsensitive)
            || other.value.contains("admin"_L1, Qt::CaseInsensitive)
            || other.value.contains("principal"_L1, Qt::CaseInsensitive))
            return Masker::Category::User;
        if (other.value.contains("device"_L1, Qt::CaseInsensitive)
            || other.value.contains("authenticator"_L1, Qt::CaseInsensitive)
            || other.value.contains("token"_L1, Qt::CaseInsensitive))
            return Masker::Category::Device;
        if (other.value.contains("router"_L1, Qt::CaseInsensitive)
            || other.value.contains("server"_L1, Qt::CaseInsensitive))
            return Masker::Category::Server;
    }
    return std::nullopt;
}

bool hasWord(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isWord);
}

} // namespace

QString Masker::maskFor(Category category, const QString &folded)
{
    QString &mask = m_masks[folded];
    if (mask.isEmpty())
        mask = u"%1-%2"_s.arg(maskNames[size_t(category)]).arg(++m_counts[size_t(category)]);
    return mask;
}

void Masker::addSpelling(const QString &folded, const QString &mask)
{
    QList<Name> &names = m_namesByStart[startAt(folded, 0).toString()];
    const auto same = [&folded](const Name &name) { return name.folded == folded; };
    if (std::any_of(names.begin(), names.end(), same))
        return;
    const auto longer = [&folded](const Name &name) { return name.folded.size() > folded.size(); };
    names.insert(std::find_if_not(names.begin(), names.end(), longer), {folded, mask});
}

void Masker::addName(const QString &folded, const QString &mask)
{
    for (const QString &spelling : spellingsOf(folded)) {
        if (!m_masks.contains(spelling))
            m_masks.insert(spelling, mask);
        addSpelling(spelling, mask);
    }
}

void Masker::learn(Category category, const QString &name)
{
    const QString folded = name.trimmed().toLower();
    if (!hasWord(folded) || folded == "null"_L1 || folded == "n/a"_L1 || m_masks.contains(folded))
        return;
    const QString mask = maskFor(category, folded);
    addName(folded, mask);
    if (folded.contains(u'"')) // as a CSV writes it
        addSpelling(QString(folded).replace(u"\""_s, u"\"\""_s), mask);
    if (category == Category::User) {
        // `jdoe` stands for jdoe@example.com and CORP\jdoe alike.
        const QString account = folded.section(u'@', 0, 0).section(u'\\', -1);
        if (account.size() > 1 && account != folded && !m_masks.contains(account))
            addName(account, mask);
    } else if (category == Category::Server) {
        const QString host = QUrl(folded).host();
        if (hasWord(host) && !m_masks.contains(host))
            addName(host, mask);
    }
}

void Masker::learn(const QList<RecordField> &fields)
{
    for (const RecordField &field : fields) {
        if (field.value.isEmpty())
            continue;
        std::optional<Category> category = categoryOfField(field.name);
        if (!category)
            category = categoryOfTarget(field, fields);
        if (category)
            learn(*category, field.value);
    }
}

void Masker::learnColumns(const Log &log)
{
    const auto learnAll = [this](Category category, const Dictionary &texts) {
        for (quint32 id = 1; id < texts.size(); ++id)
            learn(category, texts.text(id));
    };
    learnAll(Category::User, log.texts(TextColumn::User));
    learnAll(Category::Address, log.texts(TextColumn::Address));
}

void Masker::learnRow(const Log &log, Row row)
{
    if (const Result<QList<RecordField>> fields = log.fields(row))
        learn(fields.value());
}

void Masker::learn(const Log &log, const std::stop_token &stop, const Progress &progress)
{
    constexpr Row progressRows = 1024;
    learnColumns(log);
    for (Row row = 0; row < log.columns().size() && !stop.stop_requested(); ++row) {
        learnRow(log, row);
        if (progress && row % progressRows == 0)
            progress(row);
    }
}

void Masker::learn(const Log &log, std::span<const Row> rows, const std::stop_token &stop)
{
    for (const Row row : rows) {
        if (stop.stop_requested())
            return;
        learnRow(log, row);
    }
    learnColumns(log);
}

Masker::Units Masker::unitsOf(const QString &text, bool decode)
{
    Units units;
    units.reserve(size_t(text.size()));
    for (qsizetype at = 0; at < text.size();) {
        const auto [character, length] = decode ? escapeAt(text, at) : std::pair(QChar(), 0);
        if (length > 0) {
            units.push_back({character.toLower(), at, at + length});
            at += length;
        } else {
            units.push_back({text[at].toLower(), at, at + 1});
            ++at;
        }
    }
    return units;
}

Masker::Span Masker::nameAt(const QString &folded, qsizetype position) const
{
    const auto names = m_namesByStart.find(startAt(folded, position).toString());
    if (names == m_namesByStart.end())
        return {};
    for (const Name &name : *names) {
        const qsizetype end = position + name.folded.size();
        const bool wordGoesOn = end < folded.size() && isWord(folded[end]) && isWord(name.folded.back());
        if (!wordGoesOn && QStringView(folded).mid(position).startsWith(name.folded))
            return {name.folded.size(), name.mask};
    }
    return {};
}

Masker::Span Masker::literalAt(const QString &folded, qsizetype position, qsizetype longerThan)
{
    Category category = Category::User;
    qsizetype length = emailLengthAt(folded, position);
    if (length == 0) {
        category = Category::Address;
        length = addressLengthAt(folded, position);
    }
    if (length <= longerThan)
        return {};
    return {length, maskFor(category, folded.mid(position, length))};
}

QString Masker::replaced(const QString &text, const Units &units)
{
    QString folded;
    folded.reserve(qsizetype(units.size()));
    for (const Unit &unit : units)
        folded.append(unit.character);
    const bool mayHaveLiterals = folded.contains(u'@') || folded.contains(u'.') || folded.contains(u':');

    QString result;
    for (qsizetype at = 0; at < folded.size();) {
        const bool insideWord = at > 0 && isWord(folded[at - 1]) && isWord(folded[at]);
        Span span;
        if (!insideWord) {
            span = nameAt(folded, at);
            const Span literal = mayHaveLiterals ? literalAt(folded, at, span.length) : Span();
            if (literal.length > 0)
                span = literal;
        }
        const qsizetype length = std::max<qsizetype>(span.length, 1);
        const qsizetype begin = units[size_t(at)].begin;
        const qsizetype end = units[size_t(at + length - 1)].end;
        if (span.length > 0)
            result.append(span.mask);
        else
            result.append(QStringView(text).mid(begin, end - begin));
        at += length;
    }
    return result;
}

QString Masker::masked(const QString &text)
{
    return replaced(text, unitsOf(text, false));
}

QString Masker::maskedRaw(const QString &text)
{
    return replaced(text, unitsOf(text, text.contains(u'\\')));
}

NormalisedRecord Masker::masked(const NormalisedRecord &record)
{
    NormalisedRecord result = record;
    for (QString *text : {&result.file, &result.level, &result.category, &result.description, &result.user,
                          &result.sourceIp, &result.application, &result.method, &result.transactionId,
                          &result.activityId, &result.eventId, &result.ownLevel, &result.ownDescription})
        *text = masked(*text);
    result.raw = record.understood ? maskedRaw(QString::fromUtf8(record.raw)).toUtf8() : QByteArray();
    return result;
}

Ticket Masker::masked(const Ticket &ticket)
{
    Ticket result = ticket;
    const auto mask = [this](QString &text) { text = masked(text); };
    mask(result.title);
    for (Ticket::Fact &fact : result.facts)
        mask(fact.value);
    std::ranges::for_each(result.sentences, mask);
    for (QStringList &row : result.rows)
        std::ranges::for_each(row, mask);
    return result;
}

} // namespace evident
