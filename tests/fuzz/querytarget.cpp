#include "querytarget.h"

#include "fuzztarget.h"
#include "lowering.h"
#include "smalllog.h"

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

struct AskedLog
{
    std::shared_ptr<Log> log;
    Resolution resolution;
};

/// A few records in which something of everything is present and absent.
const AskedLog &askedLog()
{
    static const AskedLog asked = [] {
        const std::shared_ptr<Log> log = readLog(
            R"({"eventId":"1","eventLogDate":"2026-01-15T09:14:02.118Z","eventCode":"702","userId":"jdoe@example.com","method":"Approve","application":"VPN","sourceIPAddress":"192.0.2.10","transactionId":"t-1","deviceName":"Phone"})"
            "\n"
            R"({"eventId":"2","eventLogDate":"2026-01-15T10:00:00Z","eventCode":"777","eventLevel":"warning","eventCategory":"New","eventDescription":"Something \u00e4 new.","userId":"CORP\\asmith","sourceIPAddress":"2001:db8::1"})"
            "\n"
            R"({"activityCode":"80999","eventLogDate":"2026-01-16T12:00:00Z","result":"FAIL","adminUserName":"root"})"
            "\nno record at all \xff\n");
        mustHold(log && log->columns().size() == 4, "the log that is asked can be read");
        return AskedLog{log, resolutionOf(*log)};
    }();
    return asked;
}

void checkTokens(const QString &text)
{
    qsizetype behind = 0;
    for (const QueryToken &token : queryTokens(text)) {
        mustHold(token.position >= behind && token.length > 0, "tokens are in order");
        behind = token.position + token.length;
    }
    mustHold(behind <= text.size(), "tokens lie in the text");
}

void checkError(const QueryParse &parse, const QString &text)
{
    mustHold(parse.query.isEmpty(), "there is no query beside an error");
    mustHold(parse.error->position >= 0 && parse.error->length >= 0
                 && parse.error->position + parse.error->length <= text.size(),
             "the error lies in the text");
    mustHold(!parse.error->reason.isEmpty(), "the error has a reason");
}

void checkPrinting(const Query &query)
{
    const QString printed = query.toString();
    if (printed.size() > Query::maximumLength)
        return;
    const QueryParse again = Query::parse(printed);
    mustHold(again.ok() && again.query == query, "what is printed is the same query");
    mustHold(again.query.toString() == printed, "printing is canonical");
}

void checkRows(const Query &query)
{
    const Log &log = *askedLog().log;
    const Row size = log.columns().size();
    const auto rows = std::make_shared<const std::vector<Row>>(1, 0);
    const MatchContext context{QTimeZone::utc(), log.columns().time(2)};
    const LoweredQuery lowered = lowerQuery(query, context, log, askedLog().resolution, {rows, rows, {}});
    std::vector<Row> whole;
    filterRows(log, lowered, 0, size, {}, whole);
    std::vector<Row> halves;
    filterRows(log, lowered, 0, size / 2, {}, halves);
    filterRows(log, lowered, size / 2, size, {}, halves);
    mustHold(whole == halves, "two halves of a log have the rows of the whole");
    mustHold(std::ranges::is_sorted(whole) && (whole.empty() || whole.back() < size), "rows are the log's, ascending");
}

} // namespace

void checkQuery(QByteArrayView input)
{
    const QString text = QString::fromUtf8(input);
    checkTokens(text);
    const QueryParse parse = Query::parse(text);
    if (!parse.ok())
        return checkError(parse, text);
    checkPrinting(parse.query);
    checkRows(parse.query);
}
