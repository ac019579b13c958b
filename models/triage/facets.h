#pragma once

#include "log.h"
#include "query.h"
#include "resolution.h"

#include <QHash>
#include <QString>

#include <span>
#include <stop_token>

namespace evident {

/// One value of a facet and how many rows have it. "" is absent.
struct FacetCount
{
    QString value;
    qint64 count = 0;
    bool operator==(const FacetCount &) const = default;
};

/// Most frequent first, ties by value; levels by their weight.
using FacetCounts = QList<FacetCount>;

/// How often each value of `field` (Level, Category, Method, Outcome, Owner, User, Application, Code, Kind) stands in the rows. Pure; any thread.
FacetCounts countFacet(Field field, const Log &log, const Resolution &resolution, std::span<const Row> rows, std::stop_token stop = {});

} // namespace evident
