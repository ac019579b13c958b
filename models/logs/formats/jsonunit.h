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

/// One unit of a stream of JSON documents: a record, or a key, a value or a bracket of what leads to records. Its end
/// is looked for in one text, or piece by piece: both find the same, and of what is behind little is kept.
class JsonUnit
{
public:
    /// A unit that begins at `begin`, before which there are neither space nor commas.
    void start(JsonPlace place, QByteArrayView text, qsizetype begin);
    /// Where it ends. None: that needs more text. `atEnd`: there is no more, and so it ends.
    std::optional<qsizetype> end(QByteArrayView text, bool atEnd);
    /// When end() had none: how many of the text's first bytes need not stand in the next.
    qsizetype forget();

    // Of a unit that has ended.
    bool isRecord() const { return m_isRecord; }
    bool endedEarly() const { return m_endedEarly; } ///< it was ended by what follows
    bool isBrokenOff() const { return m_isBrokenOff; } ///< the text ended within it
    const JsonPlace &place() const { return m_place; } ///< behind it
    JsonPageKind page() const { return m_page; } ///< that begins with it

private:
    enum class Shape { Sign, Object, Nested, String, Token, Debris };

    Shape shapeIn(char first);
    Shape shapeInPage(char first);
    void leavePage();
    std::optional<qsizetype> inner(QByteArrayView text, bool atEnd);
    std::optional<qsizetype> objectEnd(QByteArrayView text, bool atEnd);
    std::optional<qsizetype> nestedEnd(QByteArrayView text);
    std::optional<qsizetype> stringEnd(QByteArrayView text);
    std::optional<qsizetype> tokenEnd(QByteArrayView text);
    std::optional<qsizetype> debrisEnd(QByteArrayView text, bool atEnd);
    std::optional<qsizetype> seam(QByteArrayView text);
    std::optional<qsizetype> arrayOfPage(QByteArrayView text, bool atEnd, bool &needsMore);
    bool passString(QByteArrayView text);
    void open(char bracket);
    bool close(char bracket);
    qsizetype trimmed(QByteArrayView text, qsizetype end) const;
    qsizetype endEarly(QByteArrayView text, qsizetype end);

    Shape m_shape = Shape::Sign;
    JsonPlace m_place;
    JsonPageKind m_page = JsonPageKind::None;
    bool m_isRecord = true;
    bool m_endedEarly = false;
    bool m_isBrokenOff = false;

    // Where the search is. Positions in the text; those before its beginning are negative.
    char m_first = '\0';
    qsizetype m_begin = 0;
    qsizetype m_at = 0;
    qsizetype m_stringBegin = 0;
    bool m_inString = false;
    bool m_keyNext = false; ///< of the object itself, not of one inside it
    std::vector<char> m_open; ///< brackets
    qint64 m_deeper = 0; ///< brackets inside of those that are kept
};

} // namespace evident
