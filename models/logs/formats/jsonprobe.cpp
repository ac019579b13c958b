#include "jsonprobe.h"

namespace evident {

namespace {

/// Calls `visit` with every key of the object itself, not of those inside it.
template <typename Visit>
void visitKeys(QByteArrayView object, Visit visit)
{
    qsizetype depth = 0;
    bool keyNext = false;
    for (qsizetype position = 0; position < object.size(); ++position) {
        const char c = object[position];
        if (c == '{' || c == '[') {
            keyNext = ++depth == 1;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',') {
            keyNext = depth == 1;
        } else if (c == '"') {
            const qsizetype begin = ++position;
            while (position < object.size() && object[position] != '"')
                position += object[position] == '\\' ? 2 : 1;
            if (position < object.size() && keyNext)
                visit(object.sliced(begin, position - begin));
            keyNext = false;
        }
    }
}

} // namespace

JsonItemTraits jsonItemTraits(QByteArrayView item)
{
    JsonItemTraits traits;
    if (!item.startsWith('{'))
        return traits;
    visitKeys(item, [&traits](QByteArrayView key) {
        const bool isActivity = key == "activityCode";
        traits.hasCode = traits.hasCode || isActivity || key == "eventCode";
        traits.isAdmin = traits.isAdmin || isActivity || key == "activityKey" || key == "adminUserName";
        traits.isUser = traits.isUser || key == "eventCode" || key == "eventLogDate" || key == "eventDescription";
    });
    traits.isUser = traits.isUser && !traits.isAdmin;
    return traits;
}

JsonProbe probeJson(QByteArrayView head, bool headIsAll)
{
    JsonProbe probe;
    const QByteArrayView text = head.trimmed();
    probe.isJson = text.startsWith('{') || text.startsWith('[');
    if (!probe.isJson)
        return probe;
    probe.rootIsArray = text.startsWith('[');
    probe.isEmptyArray =
        headIsAll && probe.rootIsArray && text.endsWith(']') && text.sliced(1).chopped(1).trimmed().isEmpty();

    // The first record that is an object says what the file is; where the beginning is cut off within it, what there is
    // of it does.
    JsonScanner scanner;
    qsizetype position = 0;
    while (const auto found = scanner.next(text, true, position)) {
        const QByteArrayView record = text.sliced(found->begin, found->end - found->begin);
        if (!record.startsWith('{'))
            continue;
        probe.hasRecord = true;
        probe.record = jsonItemTraits(record);
        const qsizetype lineEnd = record.indexOf('\n');
        probe.recordIsPretty = lineEnd > 0 && record.first(lineEnd).trimmed() == "{";
        break;
    }
    probe.page = scanner.lastPage();
    return probe;
}

} // namespace evident
