#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace evident {

/// Where in a stream of JSON documents a unit begins: all that a scanner needs to go on from there.
struct JsonPlace
{
    enum class Inside : quint8 {
        Stream, ///< between documents
        Array, ///< a document that is an array: its elements are records or pages
        Page, ///< an object that has one of the wanted arrays, outside of that array
        Records, ///< the wanted array of a page
    };
    Inside inside = Inside::Stream;
    bool pageInArray = false; ///< the page is an element of an array of pages
    bool wantedKey = false; ///< the page's last string was the name of a wanted array

    quint64 packed() const;
    static JsonPlace unpacked(quint64 state);
    bool operator==(const JsonPlace &) const = default;
};

/// Which of the wanted arrays a page turned out to have.
enum class JsonPageKind : quint8 { None, UserEvents, AdminEvents };

/// Finds the records in any number of JSON documents one after another: the elements of the arrays
/// `userEventLogExportEntries` and `elements` of an object, the elements of an array, single objects, and whatever
/// stands where none should be.
///
/// It goes in units, which are short (a record, a key, a bracket) and between any two of which the text may be cut: the
/// same units come out wherever it is cut. It forgives: a record that lacks a bracket or has a quote too many ends
/// where the next one begins.
class JsonScanner
{
public:
    struct Record
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    explicit JsonScanner(JsonPlace place = {})
        : m_place(place)
    { }

    /// The next record from `position` on, which moves behind the last unit that is whole. None: what follows needs
    /// more text, or
    /// (`atEnd`) there is no more.
    std::optional<Record> next(QByteArrayView text, bool atEnd, qsizetype &position);

    const JsonPlace &place() const { return m_place; }
    /// Whether the text ended within a unit, and where in the text that began.
    std::optional<qsizetype> brokenOff() const { return m_brokenOff; }
    JsonPageKind lastPage() const { return m_lastPage; }

private:
    /// What became of looking for a unit's end.
    struct Unit
    {
        qsizetype end = -1; ///< -1: needs more text
        bool isRecord = false;
    };
    Unit unit(QByteArrayView text, bool atEnd, qsizetype begin);
    Unit pageUnit(QByteArrayView text, bool atEnd, qsizetype begin);
    Unit object(QByteArrayView text, bool atEnd, qsizetype begin);
    Unit skipped(QByteArrayView text, bool atEnd, qsizetype begin, bool isRecord);
    Unit string(QByteArrayView text, bool atEnd, qsizetype begin, bool isRecord);
    Unit debris(QByteArrayView text, bool atEnd, qsizetype begin);
    Unit unclosed(QByteArrayView text, bool atEnd, qsizetype begin, bool isRecord);
    Unit endedEarly(QByteArrayView text, qsizetype begin, qsizetype end);
    void leavePage();

    JsonPlace m_place;
    JsonPageKind m_lastPage = JsonPageKind::None;
    std::optional<qsizetype> m_brokenOff;
    bool m_endedEarly = false; ///< the last unit was ended by what follows it
    std::vector<char> m_open; ///< brackets, kept for its memory
};

} // namespace evident
