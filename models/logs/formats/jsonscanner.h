#pragma once

#include "jsonunit.h"

namespace evident {

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
    /// more text, or (`atEnd`) there is no more.
    std::optional<Record> next(QByteArrayView text, bool atEnd, qsizetype &position);

    /// Where from `position` on a record may begin that is an object; -1: something else comes first.
    qsizetype recordBegin(QByteArrayView text, qsizetype position) const;

    struct Skipped
    {
        qsizetype size = 0; ///< bytes of the text that are done with
        bool ended = false; ///< what is skipped ends with them
        bool isRecord = false;
    };
    /// Passes a unit of which next() needs more text than there may be: from call to call, each with the bytes behind
    /// those that are done with, until it has ended. Then next() goes on.
    Skipped skip(QByteArrayView text, bool atEnd);

    const JsonPlace &place() const { return m_place; }
    /// Whether the text that next() was given ended within a unit, and where in the text that began.
    std::optional<qsizetype> brokenOff() const { return m_brokenOff; }
    bool isBrokenOff() const { return m_unit.isBrokenOff(); } ///< the last unit
    JsonPageKind lastPage() const { return m_lastPage; }

private:
    void takePlace();

    JsonPlace m_place;
    JsonPageKind m_lastPage = JsonPageKind::None;
    std::optional<qsizetype> m_brokenOff;
    bool m_endedEarly = false; ///< the last unit was ended by what follows it
    bool m_isSkipping = false; ///< within the last unit
    JsonUnit m_unit;
};

} // namespace evident
