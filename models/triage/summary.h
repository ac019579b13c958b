#pragma once

#include "facets.h"
#include "log.h"
#include "resolution.h"

#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace evident {

/// The counts of `--summary`, over the matched rows of one or several logs; lists are complete, most frequent first,
/// ties by code or name.
struct Summary
{
    struct Code
    {
        Kind kind = Kind::None;
        qint64 code = noCode;
        QString level;
        QString category;
        QString description;
        bool known = false;
        qint64 count = 0;
    };
    struct User
    {
        QString user;
        qint64 count = 0;
        qint64 errors = 0;
    };

    qint64 records = 0; ///< all of them, those not understood included
    qint64 matched = 0;
    qint64 notUnderstood = 0; ///< this and all that follows: of the matched
    qint64 duplicates = 0;
    qint64 unknownCode = 0;
    qint64 textDrift = 0;
    qint64 formDrift = 0;
    qint64 textMatch = 0; ///< without a code, and found in the catalog by the text; those of several codes among them
    qint64 ambiguous = 0; ///< whose text stands for several codes
    std::optional<qint64> firstTime;
    std::optional<qint64> lastTime;
    FacetCounts byLevel;
    FacetCounts byCategory;
    QList<Code> byCode;
    QList<User> byUser;
    FacetCounts byMethod;
    FacetCounts byApplication;
    FacetCounts byOwner;
};

/// Adds one log's rows; call finish() after the last one.
class SummaryBuilder
{
public:
    SummaryBuilder();
    ~SummaryBuilder();
    /// `duplicates`: ascending, of the matched and of others.
    void add(const Log &log, const Resolution &resolution, const RowSet &matched, const std::vector<Row> &duplicates);
    Summary finish();

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace evident
