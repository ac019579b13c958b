#include "notelinks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestNoteLinks : public QObject
{
    Q_OBJECT

private slots:
    void whatMayBeOpened_data();
    void whatMayBeOpened();
    void placesAreThoseOfTheText();
};

void TestNoteLinks::whatMayBeOpened_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const QString &text, const QStringList &links = {}) {
        QTest::newRow(name) << text << links;
    };
    row("none", u"Call the second level."_s);
    row("https", u"See https://wiki.example.com/702?x=1#top for more"_s, {u"https://wiki.example.com/702?x=1#top"_s});
    row("http", u"http://wiki.example.com"_s, {u"http://wiki.example.com"_s});
    row("mail", u"Ask mailto:desk@example.com first"_s, {u"mailto:desk@example.com"_s});
    row("several", u"https://a.example.com and https://b.example.com"_s,
        {u"https://a.example.com"_s, u"https://b.example.com"_s});
    row("the sentence's end is not of it", u"(see https://wiki.example.com/702)."_s,
        {u"https://wiki.example.com/702"_s});
    row("brackets of its own", u"https://wiki.example.com/702_(push)"_s, {u"https://wiki.example.com/702_(push)"_s});
    row("an address and a port", u"https://192.0.2.7:8443/x"_s, {u"https://192.0.2.7:8443/x"_s});
    row("a file", u"file:///etc/passwd"_s);
    row("a share", u"\\\\server\\share smb://server/share"_s);
    row("a script", u"javascript:alert(1)"_s);
    row("data", u"data:text/html,x"_s);
    row("ftp", u"ftp://example.com/x"_s);
    row("capital letters of the scheme", u"HTTPS://example.com"_s);
    row("no host", u"https:///x"_s);
    row("a name before the host", u"https://example.com@198.51.100.7/"_s);
    row("a password before the host", u"https://user:secret@example.com/"_s);
    row("letters of another script in the host", u"https://ex\u0430mple.com/"_s);
    row("a scheme within a word", u"xhttps://example.com"_s);
    row("a scheme behind another", u"view-source+https://example.com"_s);
    row("a turn of direction ends it", u"https://example.com/\u202egpj"_s, {u"https://example.com/"_s});
    row("a mail without an address", u"mailto:desk"_s);
    row("a bad port", u"https://example.com:99999/"_s);
    row("too long", u"https://example.com/"_s + QString(4096, u'a'));
    row("no scheme", u"www.example.com"_s);
}

void TestNoteLinks::whatMayBeOpened()
{
    QFETCH(QString, text);
    QStringList links;
    for (const NoteLink &link : linksIn(text))
        links.append(link.url.toString());
    QTEST(links, "links");
}

void TestNoteLinks::placesAreThoseOfTheText()
{
    const QString text = u"(https://wiki.example.com/702), please"_s;
    const QList<NoteLink> links = linksIn(text);
    QCOMPARE(links.size(), 1);
    QCOMPARE(text.sliced(links[0].start, links[0].length), u"https://wiki.example.com/702"_s);
}

QTEST_GUILESS_MAIN(TestNoteLinks)
#include "tst_notelinks.moc"
