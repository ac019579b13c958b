#include "detectiontarget.h"
#include "format.h"
#include "fuzztarget.h"
#include "pagetarget.h"
#include "querytarget.h"
#include "readertarget.h"
#include "timetarget.h"

#include <algorithm>

using namespace Qt::StringLiterals;

const std::vector<FuzzTarget> &fuzzTargets()
{
    static const std::vector<FuzzTarget> all = [] {
        std::vector<FuzzTarget> targets{
            {u"detection"_s, checkDetection}, {u"file"_s, checkFile},  {u"page"_s, checkPage},
            {u"query"_s, checkQuery},         {u"time"_s, checkTimes},
        };
        for (const evident::Format *format : evident::formats())
            targets.push_back({format->name(), [format](QByteArrayView input) { checkReader(*format, input); }});
        return targets;
    }();
    return all;
}

const FuzzTarget *fuzzTarget(QStringView name)
{
    const auto found = std::ranges::find(fuzzTargets(), name, &FuzzTarget::name);
    return found == fuzzTargets().end() ? nullptr : &*found;
}
