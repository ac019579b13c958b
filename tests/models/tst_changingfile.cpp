#include "logmodel.h"

#include "testcatalog.h"
#include "words.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace evident;
using namespace Qt::StringLiterals;

// A log is shown, searched, sorted and scrolled while its file changes in every way that a file can, at random.
// Whenever the file rests, every row that is shown is the line that another reader finds in the file.
//
//     tst_changingfile                          a few seeds
//     tst_changingfile --seconds 3600           new seeds for an hour
//     tst_changingfile --seed 17                this one alone

namespace {

constexpr quint32 usualSeeds = 6;
constexpr int steps = 40; ///< changes of the file, for each seed
constexpr int patienceMs = 30'000; ///< until what is shown is what the file has
constexpr int textPatienceMs = 2'000; ///< until a row that is shown has its text

qint64 secondsToRun = 0;
std::optional<quint32> onlySeed;

/// A line that is a record, as another reader sees it.
struct Line
{
    qint64 offset = 0;
    quint32 number = 0;
    QByteArray text;
};

std::vector<Line> linesOf(const QByteArray &bytes)
{
    std::vector<Line> lines;
    quint32 number = 1;
    for (qint64 begin = 0; begin < bytes.size(); ++number) {
        qint64 end = bytes.indexOf('\n', begin);
        const qint64 next = end < 0 ? bytes.size() : end + 1;
        end = end < 0 ? bytes.size() : end;
        if (end > begin && bytes[end - 1] == '\r')
            --end;
        const QByteArray text = bytes.mid(begin, end - begin);
        if (!text.trimmed().isEmpty())
            lines.push_back({begin, number, text});
        begin = next;
    }
    return lines;
}

/// What the person asks for, and how another reader answers.
struct Question
{
    QString query;
    QByteArray words; ///< that a line has then, and is whole
};

/// One log and its file, driven by one seed.
class ChangingFile
{
public:
    explicit ChangingFile(quint32 seed)
        : m_random(seed),
          m_isJson(seed % 2 == 0),
          m_path(m_folder.filePath(u"changing.log"_s))
    {
        write(QIODevice::WriteOnly, lines(pick({0, 1, 3, 50, 3000})));
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        m_document = std::make_unique<LogDocument>(m_path, options, testCatalog());
        m_document->setZone(QTimeZone::utc());
        m_model = std::make_unique<LogModel>(m_document.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_document->load();
    }

    /// "" when all was well, else what was not.
    QString run()
    {
        for (int step = 0; step < steps; ++step) {
            // Bytes that change in place are noticed only where nothing is appended between two looks.
            const bool inPlace = m_random.bounded(16) == 0;
            QString difference = inPlace ? settle() : QString();
            if (inPlace)
                changeInPlace();
            else
                changeFile();
            lookAround();
            if (difference.isEmpty() && (inPlace || m_random.bounded(3) == 0))
                difference = settle();
            if (!difference.isEmpty())
                return u"%1\n  after: %2"_s.arg(difference, m_history.join(u", "_s));
        }
        return {};
    }

private:
    template <typename T>
    T pick(std::initializer_list<T> list)
    {
        return *(list.begin() + m_random.bounded(int(list.size())));
    }

    QByteArray line()
    {
        const int number = m_next++;
        const QByteArray user = "u" + QByteArray::number(m_random.bounded(5));
        const QByteArray time =
            QDateTime::fromMSecsSinceEpoch(1'768'468'442'000 + qint64(m_random.bounded(1'000'000)), Qt::UTC)
                .toString(Qt::ISODateWithMs)
                .toLatin1();
        QByteArray text;
        if (m_isJson) {
            text = R"({"eventCode":")" + QByteArray::number(pick({701, 702, 703, 901})) + R"(","eventLogDate":")" + time
                + R"(","userId":")" + user + R"(","eventId":")" + QByteArray::number(number) + "\"}";
        } else {
            text = time + " " + user + " M\xC3\xBCller \xE2\x82\xAC number " + QByteArray::number(number) + " "
                + QByteArray(m_random.bounded(200), 'x') + ".";
        }
        return text + pick({"\n", "\n", "\n", "\r\n", "\n\n", "\n  \n"});
    }
    QByteArray lines(int count)
    {
        QByteArray bytes;
        for (int i = 0; i < count; ++i)
            bytes += line();
        return bytes;
    }

    void write(QIODevice::OpenMode mode, const QByteArray &bytes, const QString &path = {})
    {
        QFile file(path.isEmpty() ? m_path : path);
        if (!file.open(mode | QIODevice::Unbuffered) || file.write(bytes) != bytes.size())
            qFatal("The test's folder cannot be written.");
    }
    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void changeFile()
    {
        switch (m_random.bounded(15)) {
        case 0:
        case 1:
        case 2:
            did("append lines");
            return write(QIODevice::Append, lines(1 + m_random.bounded(4)));
        case 3:
        case 4:
        case 5:
            return appendInPieces();
        case 6:
            did("append many");
            return write(QIODevice::Append, lines(500 + m_random.bounded(6000)));
        case 7:
            did("truncate");
            QFile::resize(m_path, m_random.bounded(int(content().size()) + 1));
            return;
        case 8:
            did("empty");
            return write(QIODevice::WriteOnly | QIODevice::Truncate, {});
        case 9:
            did("rewrite");
            return write(QIODevice::WriteOnly | QIODevice::Truncate, lines(m_random.bounded(60)));
        case 10:
        case 11:
            return replace();
        case 12:
            did("rotate");
            QFile::remove(m_path + u".1"_s);
            QFile::rename(m_path, m_path + u".1"_s);
            maybeLook();
            return write(QIODevice::WriteOnly, lines(m_random.bounded(40)));
        case 13:
            did("delete");
            QFile::remove(m_path);
            maybeLook();
            return write(QIODevice::WriteOnly, lines(m_random.bounded(40)));
        default:
            did("touch");
            return setNewTime();
        }
    }

    void appendInPieces()
    {
        did("append in pieces");
        QByteArray bytes = lines(1 + m_random.bounded(3));
        if (m_random.bounded(2) == 0)
            bytes.chop(m_random.bounded(int(bytes.size())));
        while (!bytes.isEmpty()) {
            const qsizetype size = 1 + m_random.bounded(int(bytes.size()));
            write(QIODevice::Append, bytes.first(size));
            bytes.remove(0, size);
            maybeLook();
        }
    }

    /// Other bytes of the same number. What a clock of some milliseconds cannot tell apart is not looked for.
    void changeInPlace()
    {
        QByteArray bytes = content();
        if (bytes.isEmpty())
            return;
        did("change in place");
        const int at = m_random.bounded(int(bytes.size()));
        for (qsizetype i = at; i < std::min<qsizetype>(bytes.size(), at + 30); ++i)
            bytes[i] = bytes[i] == '\n' ? '\n' : '#';
        write(QIODevice::ReadWrite, bytes);
        setNewTime();
    }

    void setNewTime()
    {
        QFile file(m_path);
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ++m_times * 1000),
                             QFileDevice::FileModificationTime);
    }

    void replace()
    {
        did("replace");
        const QString other = m_path + u".new"_s;
        const QByteArray before = m_random.bounded(2) == 0 ? content() : QByteArray();
        write(QIODevice::WriteOnly | QIODevice::Truncate, before + lines(m_random.bounded(40)), other);
        ::rename(QFile::encodeName(other).constData(), QFile::encodeName(m_path).constData());
    }

    void maybeLook()
    {
        if (m_random.bounded(2) == 0)
            lookAround();
    }

    /// What a person does meanwhile.
    void lookAround()
    {
        switch (m_random.bounded(6)) {
        case 0:
            ask(pick({0, 0, 1, 2}));
            break;
        case 1:
            m_document->setSort(pick({LogDocument::SortKey::FileOrder, LogDocument::SortKey::Time}),
                                pick({Qt::AscendingOrder, Qt::DescendingOrder}));
            break;
        case 2:
            m_document->setFollowing(!m_document->isFollowing());
            break;
        case 3:
            m_document->look();
            break;
        default:
            break;
        }
        QElapsedTimer sinceHere;
        sinceHere.start();
        const int pause = pick({0, 0, 1, 5, 20, 60});
        do {
            QCoreApplication::processEvents(QEventLoop::AllEvents, pause);
            paint();
        } while (sinceHere.elapsed() < pause);
    }

    /// The rows of a screen, somewhere.
    void paint() const
    {
        const int rows = m_model->rowCount();
        const int top = rows > 0 ? int(QRandomGenerator::global()->bounded(rows)) : 0;
        for (int row = top; row < std::min(rows, top + 40); ++row) {
            for (int column = 0; column < LogModel::ColumnCount; ++column)
                m_model->index(row, column).data();
        }
    }

    void ask(int question)
    {
        const QList<Question> questions = m_isJson
            ? QList<Question>{{}, {u"user:u3"_s, R"("userId":"u3")"}, {u"\"u1\""_s, "u1"}}
            : QList<Question>{{}, {u"\" u3 \""_s, " u3 "}, {u"\" u1 \""_s, " u1 "}};
        m_question = questions[question];
        const QueryParse parse = Query::parse(m_question.query);
        if (!parse.ok())
            qFatal("The test's query is none.");
        m_document->setQuery(parse.query);
    }

    /// The file rests: waits until what is shown is what it has, and sees that it stays so.
    QString settle()
    {
        m_document->setFollowing(true);
        QString difference = u"nothing was compared"_s;
        QElapsedTimer sinceHere;
        sinceHere.start();
        for (int same = 0; same < 4;) {
            m_document->look();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            difference = compared();
            same = difference.isEmpty() ? same + 1 : 0;
            if (sinceHere.elapsed() > patienceMs)
                return difference.isEmpty() ? u"the log finds no rest"_s : difference;
        }
        did("compared");
        return {};
    }

    QString compared() const
    {
        if (m_document->isLoading() || m_document->isFiltering() || !m_document->log())
            return u"it is still loading"_s;
        const std::vector<Line> lines = linesOf(content());
        const std::shared_ptr<Log> shownLog = m_document->log(); // which may be another while a text is waited for
        const Log &log = *shownLog;
        if (log.columns().size() != lines.size())
            return u"%1 rows for %2 lines"_s.arg(log.columns().size()).arg(lines.size());
        std::vector<Row> expected;
        for (Row row = 0; row < lines.size(); ++row) {
            const RecordColumns record = log.columns().record(row);
            const Result<QByteArray> raw = log.raw(row);
            const Line &line = lines[row];
            if (!raw || raw.value() != line.text || record.offset != line.offset || record.line != line.number)
                return u"row %1 is “%2”, not “%3”"_s.arg(row).arg(
                    raw ? QString::fromUtf8(raw.value()) : raw.error().message, QString::fromUtf8(line.text));
            if (isKept(log, row, line))
                expected.push_back(row);
        }
        return comparedRows(log, lines, std::move(expected));
    }

    bool isKept(const Log &log, Row row, const Line &line) const
    {
        // A field is one of a whole record; cut off within its only record, the file is text, and text has none.
        const bool isField = m_question.query.startsWith(u"user:"_s);
        const bool hasFields = log.info().formatName != u"text"_s && log.shape(log.columns().shape(row)).understood;
        return line.text.contains(m_question.words) && (!isField || hasFields);
    }

    QString comparedRows(const Log &log, const std::vector<Line> &lines, std::vector<Row> expected) const
    {
        const RowSet &shown = m_document->rows();
        std::vector<Row> rows;
        for (Row position = 0; position < shown.size(); ++position)
            rows.push_back(shown.at(position));
        for (size_t i = 1; m_document->sortKey() == LogDocument::SortKey::Time && i < rows.size(); ++i) {
            const qint64 before = log.columns().time(rows[i - 1]);
            const qint64 here = log.columns().time(rows[i]);
            const bool inOrder = before == here ? rows[i - 1] < rows[i]
                : before == noTime || here == noTime
                ? true
                : (before < here) == (m_document->sortOrder() == Qt::AscendingOrder);
            if (!inOrder)
                return u"position %1 is out of order"_s.arg(i);
        }
        if (m_model->rowCount() != int(rows.size()))
            return u"the table has %1 rows of %2"_s.arg(m_model->rowCount()).arg(rows.size());
        for (size_t position = 0; position<rows.size(); position += rows.size()> 500 ? 7 : 1) {
            if (rows[position] >= lines.size())
                return u"position %1 has no line"_s.arg(position);
            if (const QString text = textShown(position); !text.isNull()) {
                const QString wanted = visibleText(QString::fromUtf8(lines[rows[position]].text).trimmed());
                if (text != wanted)
                    return u"position %1 shows “%2”, not “%3”"_s.arg(position).arg(text, wanted);
            }
        }
        if (m_document->sortKey() == LogDocument::SortKey::Time)
            std::ranges::sort(rows);
        if (rows == expected)
            return {};
        return u"%1 rows are shown of %2, by “%3” in a log that is read as %4"_s.arg(
            QString::number(rows.size()), QString::number(expected.size()), m_question.query, log.info().formatName);
    }

    /// Null where the table shows something else than the line.
    QString textShown(size_t position) const
    {
        if (m_isJson)
            return {};
        // It is read when it is asked for.
        QElapsedTimer sinceHere;
        sinceHere.start();
        QVariant text;
        do {
            text = m_model->index(int(position), LogModel::DescriptionColumn).data();
            if (!text.isValid())
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        } while (!text.isValid() && sinceHere.elapsed() < textPatienceMs);
        return text.isValid() ? text.toString() : u"nothing"_s;
    }

    void did(const char *what)
    {
        m_history.append(QString::fromLatin1(what));
        while (m_history.size() > 30)
            m_history.removeFirst();
    }

    QRandomGenerator m_random;
    const bool m_isJson;
    QTemporaryDir m_folder;
    const QString m_path;
    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Question m_question;
    int m_next = 0;
    qint64 m_times = 0;
    QStringList m_history;
};

} // namespace

class tst_ChangingFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsShownIsWhatTheFileHas();
};

void tst_ChangingFile::whatIsShownIsWhatTheFileHas()
{
    const auto passes = [](quint32 seed) {
        ChangingFile file(seed);
        const QString wrong = file.run();
        if (!wrong.isEmpty())
            qWarning("seed %u: %s", seed, qPrintable(wrong));
        return wrong.isEmpty();
    };
    if (onlySeed) {
        QVERIFY(passes(*onlySeed));
        return;
    }
    quint32 seed = 1;
    for (; seed <= usualSeeds; ++seed)
        QVERIFY(passes(seed));
    QElapsedTimer sinceHere;
    sinceHere.start();
    for (seed = QRandomGenerator::global()->generate(); sinceHere.elapsed() < secondsToRun * 1000; ++seed)
        QVERIFY(passes(seed));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const auto take = [&arguments](const QString &option) -> std::optional<qint64> {
        const qsizetype at = arguments.indexOf(option);
        if (at < 0 || at + 1 >= arguments.size())
            return {};
        const qint64 value = arguments[at + 1].toLongLong();
        arguments.remove(at, 2);
        return value;
    };
    secondsToRun = take(u"--seconds"_s).value_or(0);
    if (const std::optional<qint64> seed = take(u"--seed"_s))
        onlySeed = quint32(*seed);
    // An hour is longer than a test may usually take.
    if (secondsToRun > 0)
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number((secondsToRun + 600) * 1000));
    tst_ChangingFile test;
    return QTest::qExec(&test, arguments);
}

#include "tst_changingfile.moc"
