#include "notesfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int fileVersion = 1;
constexpr auto versionKey = "evidentNotes"_L1;

Error unreadable(const QString &name, const QString &cause)
{
    return Error{
        QCoreApplication::translate("evident::NotesFile", "The notes in %1 cannot be read: %2.").arg(name, cause)};
}

/// `cause` is a half sentence that stands in the sources.
Error unreadable(const QString &name, const char *cause)
{
    return unreadable(name, QCoreApplication::translate("evident::NotesFile", cause));
}

/// Null, or why it is no note: half a sentence.
const char *takeNote(const QJsonValue &value, EntryNotes &notes)
{
    const QJsonObject object = value.toObject();
    const std::optional<Kind> kind = kindFromToken(object.value("kind"_L1).toString());
    const qint64 code = object.value("code"_L1).toInteger(-1);
    if (!kind || code < 0)
        return QT_TRANSLATE_NOOP("evident::NotesFile", "a note in it belongs to no code");
    EntryNote note;
    note.text = tidyNote(object.value("text"_L1).toString());
    note.changed = QDateTime::fromString(object.value("changed"_L1).toString(), Qt::ISODateWithMs).toUTC();
    if (note.text.size() > longestNote)
        return QT_TRANSLATE_NOOP("evident::NotesFile", "a note in it is too long");
    if (note.text.isEmpty())
        return QT_TRANSLATE_NOOP("evident::NotesFile", "a note in it has no text");
    if (!note.changed.isValid())
        return QT_TRANSLATE_NOOP("evident::NotesFile", "a note in it has no time");
    if (notes.contains({*kind, code}))
        return QT_TRANSLATE_NOOP("evident::NotesFile", "two notes in it belong to one code");
    notes.insert({*kind, code}, note);
    return nullptr;
}

EntryNote joined(const EntryNote &one, const EntryNote &other)
{
    const bool otherIsNewer = other.changed > one.changed;
    const EntryNote &newer = otherIsNewer ? other : one;
    const EntryNote &older = otherIsNewer ? one : other;
    if (newer.text.contains(older.text))
        return newer;
    if (older.text.contains(newer.text))
        return {older.text, newer.changed};
    return {newer.text + u"\n\n"_s + older.text, newer.changed};
}

} // namespace

QString tidyNote(const QString &text)
{
    QString tidy = text;
    return tidy.remove(QChar::Null).trimmed();
}

QByteArray notesFile(const EntryNotes &notes)
{
    QList<EventKey> keys = notes.keys();
    std::sort(keys.begin(), keys.end(), [](const EventKey &left, const EventKey &right) {
        return std::tie(left.code, left.kind) < std::tie(right.code, right.kind);
    });
    QJsonArray array;
    for (const EventKey &key : std::as_const(keys)) {
        const EntryNote note = notes.value(key);
        array.append(QJsonObject{{u"kind"_s, kindToken(key.kind)},
                                 {u"code"_s, key.code},
                                 {u"text"_s, note.text},
                                 {u"changed"_s, note.changed.toUTC().toString(Qt::ISODateWithMs)}});
    }
    return QJsonDocument(QJsonObject{{versionKey, fileVersion}, {u"notes"_s, array}}).toJson();
}

Result<EntryNotes> readNotesFile(const QByteArray &json, const QString &name)
{
    if (json.size() > longestNotesFile)
        return unreadable(name, QT_TRANSLATE_NOOP("evident::NotesFile", "it is too large"));
    QJsonParseError parse;
    const QJsonObject root = QJsonDocument::fromJson(json, &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return unreadable(name, parse.errorString());
    if (!root.value(versionKey).isDouble() || !root.value("notes"_L1).isArray())
        return unreadable(name, QT_TRANSLATE_NOOP("evident::NotesFile", "it is no file of notes"));
    if (root.value(versionKey).toInt() > fileVersion)
        return unreadable(name, QT_TRANSLATE_NOOP("evident::NotesFile", "a newer version of this program wrote it"));
    EntryNotes notes;
    for (const QJsonValue value : root.value("notes"_L1).toArray()) {
        if (const char *const cause = takeNote(value, notes))
            return unreadable(name, cause);
    }
    return notes;
}

EntryNotes joinedNotes(const EntryNotes &notes, const EntryNotes &incoming, NotesTaken &taken)
{
    EntryNotes changed;
    for (auto it = incoming.cbegin(); it != incoming.cend(); ++it) {
        const auto present = notes.constFind(it.key());
        if (present == notes.cend()) {
            changed.insert(it.key(), it.value());
            ++taken.added;
            continue;
        }
        const EntryNote both = joined(*present, it.value());
        if (both.text == present->text) {
            ++taken.unchanged;
            continue;
        }
        changed.insert(it.key(), both);
        ++taken.joined;
    }
    return changed;
}

} // namespace evident
