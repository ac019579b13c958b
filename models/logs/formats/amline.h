#pragma once

#include "csv.h"

#include <QByteArrayView>

#include <vector>

namespace evident {

/// Splits one line of an Authentication Manager's log into its pieces and says which is which. Used for one line after
/// another, it does not allocate.
class AmLine
{
public:
    /// The logs differ in what stands behind the session.
    enum class Log { Unknown, Runtime, Admin, System };

    /// Positions counted from the action's; those behind Session are the runtime log's.
    enum Piece {
        EventId = -4,
        ClientAddress = -2,
        Action = 0,
        Code,
        Result,
        Reason,
        Session,
        AgentName = 14,
        Method = 17,
    };

    /// False: it is no such line. The views are into `line`.
    bool split(QByteArrayView line);

    QByteArrayView header() const { return m_header; } ///< before the time
    QByteArrayView time() const { return m_time; } ///< with the milliseconds; empty where the line has no full time
    QByteArrayView level() const; ///< empty without a logger
    Log log() const { return m_log; }
    bool hasAction() const { return m_action >= 0; }
    /// A piece by its position from the action's; an empty one where there is none.
    CsvField piece(int fromAction) const;
    CsvField user() const; ///< empty where the log is not known

    const std::vector<CsvField> &pieces() const { return m_pieces; } ///< behind the time, in their order
    /// What the piece is called; "" where that is not known.
    QByteArrayView nameOf(qsizetype piece) const;

private:
    qsizetype findTime(QByteArrayView line);
    void splitPieces(QByteArrayView text);
    void findLogger();
    bool isAction(qsizetype piece) const;
    void findAction();
    void guessLog();

    QByteArrayView m_header;
    QByteArrayView m_time;
    std::vector<CsvField> m_pieces;
    qsizetype m_logger = -1; ///< number of its piece
    qsizetype m_action = -1;
    Log m_log = Log::Unknown;
};

} // namespace evident
