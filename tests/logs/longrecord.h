#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// A log of three records of which the second may be of any length.
struct ThreeRecords
{
    QString format;
    QByteArray first; ///< with all that stands before it
    QByteArray between;
    QByteArray second;
    QByteArray third; ///< with what parts it from the second, and all behind it

    QByteArray text() const { return first + between + second + third; }
    /// With a second record that ends within a text.
    QByteArray textCutOff() const { return first + between + second.chopped(5); }
};

/// One of each format; the second record has `length` bytes at least.
inline std::vector<ThreeRecords> threeRecordsOfEachFormat(qsizetype length)
{
    using namespace Qt::StringLiterals;
    const QByteArray user = "{\"eventCode\":\"702\",\"eventLogDate\":\"2026-01-15T09:14:02Z\"}";
    const QByteArray admin = "{\"activityCode\":\"901\",\"message\":\"x\"}";
    const QByteArray item =
        "{\"eventCode\":\"1\",\"x\":[{\"y\":\"" + QByteArray("}],{\\\"\n").repeated(length / 7 + 1) + "\"}]}";
    const QByteArray line = "{\"eventCode\":\"1\",\"x\":\"" + QByteArray(length, 'x') + "\"}";
    const auto row = [](const QByteArray &description) {
        return "2026-01-15T09:14:02Z,Example Co,user,Authentication,jdoe,605," + description
            + ",VPN,SecurID,7,null,null,Medium";
    };
    const QByteArray header = "Page Size:,1\neventLogDate,activityDetail,x\n";
    const QByteArray syslog = "<13>1 - r p - - - ";
    const QByteArray idr = "<134>1 2026-01-15T09:14:02Z i SINGLEPOINT 1 USER_LOGIN MESSAGE=\"";
    const QByteArray am = "2026-01-15 09:14:02,118, 1,2,3,4,A_B,13002,FAIL,";
    return {
        {u"cas-user-json"_s, "{\"n\":1,\"userEventLogExportEntries\":[" + user, ",\n", item, "\n,\n" + user + "]}\n"},
        {u"cas-user-array"_s, "[" + user, ",\n", item, ",\n" + user + "]"},
        {u"cas-admin-json"_s, "[{\"elements\":[" + admin, ",\n\n", item, ",\n" + admin + "],\"z\":1}]"},
        {u"ndjson"_s, user, "\n", line, "\r\n" + user + "\n"},
        {u"syslog-json"_s, syslog + user, "\n", syslog + line, "\r\n" + syslog + user + "\n"},
        {u"tool-csv"_s, header + "2026-01-15T09:14:02Z,a,b", "\n",
         "2026-01-15T09:14:02Z,\"" + QByteArray(length, 'x') + "\",\"b\"", "\r\n2026-01-15T09:14:02Z,c,d"},
        {u"headerless-csv"_s, row("x"), "\n", row(QByteArray(length, 'x')), "\r\n" + row("y") + "\n"},
        {u"siem-csv"_s, "eventCode,eventDescription,x\n1,a,b", "\n", "1,\"" + QByteArray(length, 'x') + "\",\"b\"",
         "\r\n1,c,d"},
        {u"monitor-table"_s, "Timestamp\tUser ID\tEvent Code\tDescription\tx\n-\ta\t1\tb\tc", "\n",
         "-\ta\t1\t\"" + QByteArray(length, 'x') + "\"\t\"b\"", "\r\n-\ta\t1\tc\td"},
        {u"idr-syslog"_s, idr + "x\"", "\n", idr + QByteArray(length, 'x') + '"', "\r\n" + idr + "y\""},
        {u"am-log"_s, am, "\n", am + QByteArray(length, 'x'), "\r\n" + am},
        {u"text"_s, "one", "\r\n", QByteArray(length, 'x'), "\r\nthree"},
    };
}
