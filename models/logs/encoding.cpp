#include "encoding.h"

#include "spool.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <simdjson.h>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 256 * 1024;
constexpr QChar replacement(QChar::ReplacementCharacter);
constexpr QChar substitute(0x1A);

struct Mark
{
    QLatin1StringView encoding;
    QByteArrayView bytes;
};
constexpr Mark marks[] = {
    {"UTF-8"_L1, "\xEF\xBB\xBF"},
    {"UTF-16LE"_L1, "\xFF\xFE"},
    {"UTF-16BE"_L1, "\xFE\xFF"},
};
constexpr QLatin1StringView names[] = {"UTF-8"_L1, "UTF-16LE"_L1, "UTF-16BE"_L1, "windows-1252"_L1};

/// In a text of Western letters every second byte of UTF-16 is zero; in no other text is more than a stray one.
constexpr qsizetype fewestUnits = 8;
constexpr int zeroShare = 2; ///< at least one in so many of the high bytes
constexpr int strayShare = 64; ///< at most one in so many of the low bytes

/// Bytes of the character that `bytes` begins with; 0 when they are none, -1 when it may go on after them.
int characterSize(QByteArrayView bytes)
{
    const auto at = [&](qsizetype index) { return uchar(bytes[index]); };
    const uchar lead = at(0);
    if (lead < 0x80)
        return 1;
    const int size = lead >= 0xC2 && lead <= 0xDF ? 2
        : (lead & 0xF0) == 0xE0                   ? 3
        : lead >= 0xF0 && lead <= 0xF4            ? 4
                                                  : 0;
    for (int index = 1; index < size; ++index) {
        if (index == bytes.size())
            return -1;
        // The second byte rules out overlong forms, surrogates and what lies beyond Unicode.
        const uchar least = index > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const uchar most = index > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (at(index) < least || at(index) > most)
            return 0;
    }
    return size;
}

/// Replaces surrogates that stand alone, and keeps a last one back whose other half may follow.
class SurrogateFilter
{
public:
    QString filtered(const QString &decoded, bool last)
    {
        QString text = m_held + decoded;
        m_held.clear();
        if (!last && !text.isEmpty() && text.back().isHighSurrogate()) {
            m_held = text.back();
            text.chop(1);
        }
        for (qsizetype index = 0; index < text.size(); ++index) {
            if (!text.at(index).isSurrogate())
                continue;
            if (text.at(index).isHighSurrogate() && index + 1 < text.size() && text.at(index + 1).isLowSurrogate()) {
                ++index;
                continue;
            }
            text[index] = replacement;
            m_replaced += 1;
        }
        return text;
    }
    qint64 replaced() const { return m_replaced; }

private:
    QString m_held;
    qint64 m_replaced = 0;
};

/// Makes UTF-8 of a text that comes in blocks.
class Transcoder
{
public:
    explicit Transcoder(const Encoding &encoding)
        : m_twoBytes(encoding.name.startsWith("UTF-16"_L1)),
          // A byte-order mark behind the file's own is a character.
          m_decoder(encoding.name.toLatin1().constData(),
                    encoding.markSize > 0 ? QStringConverter::Flag::ConvertInitialBom : QStringConverter::Flag::Default)
    { }

    bool isValid() const { return m_decoder.isValid(); }
    qint64 invalidBytes() const { return m_invalid + m_surrogates.replaced() * 2; }

    QByteArray utf8(const QByteArray &bytes, bool last)
    {
        // An odd last byte is half a character. Blocks before it are even.
        const qsizetype odd = last && m_twoBytes ? bytes.size() % 2 : 0;
        QString text = m_surrogates.filtered(m_decoder.decode(QByteArrayView(bytes).chopped(odd)), last);
        if (odd != 0)
            text += replacement;
        if (!m_twoBytes) {
            if (last)
                text += unfinished();
            // Some decoders say "substitute" for a byte that is no character.
            if (!bytes.contains(char(substitute.unicode())))
                text.replace(substitute, replacement);
        }
        m_invalid += m_twoBytes ? odd : text.count(replacement);
        return text.toUtf8();
    }

private:
    /// What the decoder makes of a character whose end is missing, which it tells only when something follows.
    QString unfinished()
    {
        QString text = m_decoder.decode(QByteArrayView("\n"));
        if (text.endsWith(u'\n'))
            text.chop(1);
        return text;
    }

    const bool m_twoBytes;
    QStringDecoder m_decoder;
    SurrogateFilter m_surrogates;
    qint64 m_invalid = 0;
};

} // namespace

bool Encoding::isUtf8() const
{
    return name == "UTF-8"_L1;
}

Result<QString> encodingName(const QString &wanted)
{
    for (const QLatin1StringView name : names) {
        if (wanted.compare(name, Qt::CaseInsensitive) == 0)
            return QString(name);
    }
    const QByteArray asked = wanted.toLatin1().trimmed();
    if (const auto known = QStringConverter::encodingForName(asked.constData()))
        return QString::fromLatin1(QStringConverter::nameForEncoding(*known));
    if (!asked.isEmpty() && QStringDecoder(asked.constData()).isValid())
        return wanted;
    return Error{QCoreApplication::translate("evident::Encoding",
                                             "The encoding “%1” is not known. Known are, among others, UTF-8, "
                                             "UTF-16LE, UTF-16BE and windows-1252.")
                     .arg(wanted)};
}

Result<Encoding> chooseEncoding(QByteArrayView head, const QString &wanted)
{
    Encoding encoding{u"UTF-8"_s, 0};
    if (!wanted.isEmpty()) {
        const Result<QString> name = encodingName(wanted);
        if (!name)
            return name.error();
        encoding.name = name.value();
    }
    for (const Mark &mark : marks) {
        if (head.startsWith(mark.bytes) && (wanted.isEmpty() || encoding.name == mark.encoding))
            return Encoding{mark.encoding, mark.bytes.size()};
    }
    return encoding;
}

QString suggestedEncoding(QByteArrayView head)
{
    const qsizetype units = head.size() / 2;
    qsizetype zeros[2] = {0, 0}; // at even positions, at odd ones
    for (qsizetype index = 0; index < units * 2; ++index)
        zeros[index % 2] += head[index] == '\0' ? 1 : 0;
    for (const int high : {0, 1}) {
        if (units >= fewestUnits && zeros[high] >= units / zeroShare && zeros[1 - high] <= units / strayShare)
            return high == 0 ? u"UTF-16BE"_s : u"UTF-16LE"_s;
    }
    Utf8Check check;
    check.add(head);
    return check.invalidBytesSoFar() > 0 ? u"windows-1252"_s : QString();
}

Result<TranscodedText> transcoded(const Source &source, const Encoding &encoding, const SpoolJob &job)
{
    Transcoder transcoder(encoding);
    if (!transcoder.isValid()) {
        return Error{QCoreApplication::translate("evident::Encoding",
                                                 "“%1” cannot be read: this system does not know the encoding %2.")
                         .arg(job.name, encoding.name)};
    }
    const Result<qint64> total = source.size();
    if (!total)
        return total.error();
    Result<Spool> spool = Spool::create(job);
    if (!spool)
        return spool.error();
    bool last = false;
    for (qint64 position = encoding.markSize; !last;) {
        if (job.stop.stop_requested())
            return openingStopped(job.name);
        const Result<QByteArray> bytes = readBytes(source, position, blockSize);
        if (!bytes)
            return bytes.error();
        position += bytes.value().size();
        last = bytes.value().size() < blockSize;
        if (const Result<void> written = spool.value().write(transcoder.utf8(bytes.value(), last)); !written)
            return written.error();
        job.progress(position, total.value());
    }
    return TranscodedText{std::move(spool).value().finish(), transcoder.invalidBytes()};
}

void Utf8Check::add(QByteArrayView piece)
{
    const QByteArray joined = m_unfinished.isEmpty() ? QByteArray() : m_unfinished + piece.toByteArray();
    QByteArrayView rest = m_unfinished.isEmpty() ? piece : QByteArrayView(joined);
    m_unfinished.clear();
    if (rest.isEmpty() || simdjson::validate_utf8(rest.data(), size_t(rest.size())))
        return;
    while (!rest.isEmpty()) {
        const int size = characterSize(rest);
        if (size < 0) {
            m_unfinished = rest.toByteArray();
            return;
        }
        m_invalid += size == 0 ? 1 : 0;
        rest = rest.sliced(std::max(size, 1));
    }
}

} // namespace evident
