#pragma once

#include "contextrows.h"
#include "facets.h"
#include "findings.h"
#include "follower.h"
#include "log.h"
#include "logoptions.h"
#include "matcher.h"
#include "resolver.h"
#include "rowset.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimeZone>

#include <memory>
#include <vector>

namespace evident {

/// A log as the window has it: opens and indexes it in the background, keeps its resolution and the rows that the query
/// keeps, and tells when they change. Everything here is called from, and answers in, the GUI thread; the work is done
/// elsewhere.
class LogDocument : public QObject
{
    Q_OBJECT

public:
    enum class State { Opening, Loading, Complete, Cancelled, Failed };
    Q_ENUM(State)

    /// What rows are sorted by; the file's order until a header is clicked, which is that by time for several files.
    /// File: as they stand, file after file.
    enum class SortKey {
        FileOrder,
        Time,
        Level,
        Code,
        User,
        Description,
        Method,
        Application,
        Category,
        SourceIp,
        File
    };
    Q_ENUM(SortKey)

    /// A file, a folder, a pattern or an archive's member; read when load() is called. Of an archive without a member
    /// named it becomes the first, and the others are told by expanded().
    LogDocument(LogLocation location, LogOptions options, CatalogPointer catalog, QObject *parent = nullptr);
    /// Several files, folders or patterns as one log; see findLogFiles().
    LogDocument(const QStringList &paths, LogOptions options, CatalogPointer catalog, QObject *parent = nullptr);
    /// Pasted text.
    LogDocument(QString name, QByteArray bytes, LogOptions options, CatalogPointer catalog, QObject *parent = nullptr);
    ~LogDocument() override; ///< cancels; waits for nobody

    void load();
    void cancel(); ///< of loading; what was read stays
    /// Reads the same file again with other options.
    void reload(const LogOptions &options);

    /// Following, the log grows as its file does, and is another file's when that takes the name.
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following); ///< nothing where there is an obstacle
    QString followObstacle() const; ///< why the file cannot be followed, a whole sentence; "" when it can
    void look(); ///< at the file, now, instead of some time soon
    /// What happened to the file behind the log, a whole sentence; "" when there is nothing to say.
    QString notice() const { return m_notice; }
    void dismissNotice();

    const LogLocation &location() const { return m_location; } ///< of the first file
    const QByteArray &pastedText() const { return m_bytes; }
    QString path() const { return m_location.path; } ///< of the first file; of an archive's member, the archive's
    QString name() const { return m_location.name(); } ///< the path, with the archive's member
    const QStringList &paths() const { return m_paths; } ///< as they were given
    QStringList files() const; ///< that the log is made of; none until it is open, and of pasted text
    QStringList leftOut() const; ///< files of a folder that are no logs
    /// Files beside an only file that were written before it, oldest first; known after it was read.
    const QStringList &olderFiles() const { return m_olderFiles; }
    QString title() const; ///< the file's name, or the first's and how many there are besides
    bool isFile() const; ///< not pasted
    const LogOptions &options() const { return m_options; }
    State state() const { return m_state; }
    bool isLoading() const { return m_state == State::Opening || m_state == State::Loading; }
    /// Whole sentences; "" while all is well. What was read stays beside it.
    QString errorText() const { return m_errorText; }
    /// Whether the error is a question: the log was not read because it may fill the disk, and is when reloaded with
    /// LogOptions::allowLargeSpool.
    bool asks() const { return m_asks; }
    qint64 bytesRead() const; ///< while Opening: taken of what is unpacked or converted
    qint64 bytesTotal() const; ///< 0 while nothing is known
    Row recordCount() const; ///< published so far
    qint64 notUnderstood() const;

    /// Null until the file is open.
    const std::shared_ptr<Log> &log() const { return m_log; }
    /// Grows while loading; at least as long as every shown row needs. Never null.
    const std::shared_ptr<const Resolution> &resolution() const { return m_resolution; }
    const ResolvedEvent &eventOf(Row row) const;
    const CatalogPointer &catalog() const { return m_catalog; }
    void setCatalog(const CatalogPointer &catalog);

    const Query &query() const { return m_query; }
    void setQuery(const Query &query);
    QTimeZone zone() const { return m_zone; }
    void setZone(const QTimeZone &zone); ///< of display, and of terms without an offset
    void setSort(SortKey key, Qt::SortOrder order);
    SortKey sortKey() const { return m_sortKey; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// For `is:bookmarked`; ascending. Never null.
    void setBookmarkedRows(std::shared_ptr<const std::vector<Row>> rows);
    /// For `finding:`; null while they are looked for.
    void setFindings(FindingsPointer findings);
    /// How many records before and behind each match are shown with it, 0 for none. They are, where the order is that
    /// of the file or of time.
    int contextLines() const { return m_contextLines; }
    void setContextLines(int lines);
    static constexpr int mostContextLines = 100;

    /// What the query keeps, in the order of the sort.
    const RowSet &rows() const { return m_rows; }
    /// The same with its context: what the table shows. The signals on rows and their positions speak of these.
    const RowSet &shownRows() const { return m_shown.rows(); }
    bool isContext(Row position) const { return m_shown.isContext(position); } ///< of shownRows()
    /// Where in shownRows() the warnings and worse stand, from 0 to 1, and how bad the worst one there is; a few
    /// hundred at the most. Empty until every record was looked at.
    const QList<QPair<double, Severity>> &errorMarks() const { return m_errorMarks; }
    /// Records that are left out because a regular expression of the query takes too long on them.
    qint64 undecided() const { return m_undecided; }
    /// Whether rows() still misses records that the query may keep.
    bool isFiltering() const { return m_filtering; }
    /// Between rowsAboutToChange() and rowsChanged(): whether they answer the same question as the rows before.
    bool isRefreshing() const { return m_refreshing; }
    /// Facets with counts of the rows that the rest of the query leaves.
    const QHash<Field, FacetCounts> &facets() const { return m_facets; }
    /// How many records of each shape there are in the whole log: where codes occur.
    qint64 countOfCode(const EventKey &key) const;

    static QList<Field> facetFields(); ///< Level, Category, Method, Outcome, Owner, User, Application

signals:
    void stateChanged();
    void olderFilesFound();
    /// The file is an archive, of which this document is the first member: these are the others.
    void expanded(const std::vector<evident::LogLocation> &others);
    void progressChanged(); ///< at most 10 times a second
    void rowsAboutToChange(); ///< rows() is replaced or reordered as a whole
    void rowsChanged();
    void rowsAboutToGrow(int first, int last); ///< positions that shownRows() will have besides
    void rowsGrown();
    void rowsAboutToShrink(int first, int last); ///< positions that shownRows() will not have any more
    void rowsShrunk();
    void rowsUpdated(int first, int last); ///< positions that have other records now, or the same in other words
    void facetsChanged();
    void errorMarksChanged();
    void zoneChanged();
    void resolutionChanged(); ///< what is known of shown rows changed
    void followingChanged();

private:
    class Worker;
    friend class Worker;
    struct Request;
    struct Batch;
    struct FacetBatch;

    void start();
    void stop();
    void startOver(const QString &notice);
    void forget();
    void requestRows();
    void requestSameRows(); ///< who looks at them keeps the place
    Request makeRequest();
    void showRows(const Batch &batch);
    void opened(std::shared_ptr<Log> log);
    void failed(const Error &error);
    void takeExpansion(const LogExpansion &expansion);
    void prepared(qint64 done, qint64 total);
    void indexed();
    void fileChanged(const Follower::Look &look);
    void updateState();
    void setNotice(const QString &notice);
    void takeOlderFiles(const QStringList &paths);
    void takeNextLog(const Batch &batch);
    const std::shared_ptr<Log> &newestLog() const { return m_nextLog ? m_nextLog : m_log; }
    void takeRows(const Batch &batch);
    void replaceRows(const Batch &batch);
    void extendRows(const Batch &batch);
    void takeFacets(const FacetBatch &batch);
    void setState(State state);

    LogLocation m_location; ///< the first, or only one; of pasted text: its name
    QStringList m_paths; ///< never empty
    QStringList m_olderFiles;
    QByteArray m_bytes;
    bool m_pasted = false;
    LogOptions m_options;
    CatalogPointer m_catalog;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    State m_state = State::Opening;
    QString m_errorText;
    QString m_notice;
    bool m_following = false;
    QString m_archiveDamage; ///< why more members than expanded() told may be in the archive
    bool m_asks = false;
    qint64 m_preparedBytes = 0;
    qint64 m_preparedTotal = 0;
    std::shared_ptr<Log> m_log;
    /// Takes the place of m_log when its rows can take that of the rows before: a log that starts over does not
    /// flicker.
    std::shared_ptr<Log> m_nextLog;
    bool m_startingOver = false;
    QElapsedTimer m_sinceStart;
    std::shared_ptr<const Resolution> m_resolution;
    Query m_query;
    SortKey m_sortKey = SortKey::FileOrder;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::shared_ptr<const std::vector<Row>> m_bookmarked = std::make_shared<const std::vector<Row>>();
    FindingsPointer m_findings;
    int m_contextLines = 0;
    RowSet m_rows;
    ShownRows m_shown;
    qint64 m_undecided = 0;
    QList<QPair<double, Severity>> m_errorMarks;
    bool m_filtering = false;
    bool m_refreshing = false;
    quint64 m_shownGeneration = 0; ///< of rows()
    QHash<Field, FacetCounts> m_facets;
    QHash<EventKey, qint64> m_codeCounts;
    quint64 m_generation = 0; ///< of the request that rows() answers; late answers to older ones are dropped
    quint64 m_epoch = 0; ///< of the reading: calls that an earlier reading left in the queue are dropped
    std::shared_ptr<Worker> m_worker;
};

/// How a log of these files is called: by its only one, or the first and how many there are besides.
QString logTitle(const QStringList &paths);

} // namespace evident
