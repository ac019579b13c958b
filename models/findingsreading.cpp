#include "findingsreading.h"

#include "findingtexts.h"
#include "logdocument.h"
#include "postbox.h"

#include <QElapsedTimer>

#include <algorithm>

namespace evident {

namespace {

constexpr int delayMs = 500;
/// A log that grows all the time is judged a tenth of the time at most.
constexpr qint64 restPerWork = 9;

} // namespace

struct FindingsReading::Answer
{
    quint64 number = 0;
    FindingsPointer findings;
    LogFingerprint fingerprint;
    QList<Dismissal> dismissals;
    qint64 workMs = 0;
};

FindingsReading::FindingsReading(LogDocument *document, RuleSetPointer rules, DismissalStore &dismissals,
                                 QObject *parent)
    : QObject(parent),
      m_document(document),
      m_rules(std::move(rules)),
      m_store(dismissals),
      m_postbox(std::make_shared<Postbox>(this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &FindingsReading::start);
    connect(document, &LogDocument::stateChanged, this, &FindingsReading::look);
    connect(document, &LogDocument::progressChanged, this, &FindingsReading::look);
    connect(document, &LogDocument::rowsChanged, this, &FindingsReading::look);
    connect(document, &LogDocument::rowsGrown, this, &FindingsReading::look);
    connect(document, &LogDocument::rowsUpdated, this, &FindingsReading::look);
    connect(document, &LogDocument::resolutionChanged, this, &FindingsReading::look);
    look();
}

FindingsReading::~FindingsReading()
{
    m_postbox->close();
}

FindingsReading::State FindingsReading::currentState() const
{
    const std::shared_ptr<Log> &log = m_document->log();
    if (!log)
        return {};
    return {log.get(), m_document->catalog().get(), m_document->recordCount(), log->columns().revision()};
}

void FindingsReading::look()
{
    const State state = currentState();
    const bool other = state.log != m_asked.log;
    if (other && m_findings) {
        // Of another log nothing holds.
        m_job.stop();
        ++m_number;
        m_dismissals.clear();
        setFindings({});
        emit changed();
    }
    const bool wanted = state.log && !m_document->isLoading() && state != m_asked;
    if (wanted && !m_reading) {
        m_reading = true;
        emit readingChanged();
    }
    if (!wanted)
        return;
    // The first answer is wanted at once; later ones can wait.
    if (!m_findings)
        start();
    else if (!m_timer.isActive())
        m_timer.start();
}

void FindingsReading::start()
{
    m_timer.stop();
    m_asked = currentState();
    if (!m_asked.log)
        return;
    m_job.set([this, postbox = m_postbox, number = ++m_number, log = m_document->log(), catalog = m_document->catalog(),
               rules = m_rules, dismissals = m_store.of(logPath())](const std::stop_token &stop) {
        QElapsedTimer work;
        work.start();
        // The document's own may still be an older catalog's.
        Resolution resolution;
        Resolver(catalog).extend(resolution, *log);
        Answer answer{number,
                      std::make_shared<const Findings>(findFindings(*log, resolution, *rules, ruleLanguage(), stop)),
                      {},
                      {},
                      0};
        if (stop.stop_requested())
            return;
        if (const Result<LogFingerprint> fingerprint = fingerprintOf(*log))
            answer.fingerprint = fingerprint.value();
        std::ranges::copy_if(dismissals, std::back_inserter(answer.dismissals),
                             [&log](const Dismissal &dismissal) { return isGrownFrom(*log, dismissal.log); });
        answer.workMs = work.elapsed();
        postbox->post([this, answer = std::move(answer)] { take(answer); });
    });
}

void FindingsReading::setFindings(FindingsPointer findings)
{
    m_findings = std::move(findings);
    m_document->setFindings(m_findings);
}

void FindingsReading::take(const Answer &answer)
{
    if (answer.number != m_number)
        return;
    m_timer.setInterval(int(std::max<qint64>(delayMs, answer.workMs * restPerWork)));
    setFindings(answer.findings);
    m_fingerprint = answer.fingerprint;
    // What was dismissed or restored while this was under way holds.
    const QList<Dismissal> kept = m_store.of(logPath());
    for (const Dismissal &dismissal : answer.dismissals) {
        if (kept.contains(dismissal) && !m_dismissals.contains(dismissal))
            m_dismissals.append(dismissal);
    }
    m_reading = currentState() != m_asked;
    emit changed();
    emit readingChanged();
    look();
}

QString FindingsReading::logPath() const
{
    const QStringList files = m_document->files();
    return files.size() > 1 ? files.join(u'\n') : m_document->name();
}

std::optional<QString> FindingsReading::dismissalOf(const Finding &finding) const
{
    const auto found = std::ranges::find(m_dismissals, findingKey(finding), &Dismissal::finding);
    return found == m_dismissals.end() ? std::nullopt : std::optional(found->reason);
}

Result<void> FindingsReading::dismiss(const Finding &finding, const QString &reason)
{
    const Dismissal made{logPath(), m_fingerprint, findingKey(finding), reason, QDateTime::currentDateTimeUtc()};
    Result<void> kept = forget(made.finding);
    m_dismissals.append(made);
    // What was pasted is gone at the end.
    if (m_document->isFile())
        kept = m_store.add(made);
    emit dismissalsChanged();
    return kept;
}

Result<void> FindingsReading::restore(const Finding &finding)
{
    Result<void> kept = forget(findingKey(finding));
    emit dismissalsChanged();
    return kept;
}

Result<void> FindingsReading::forget(const QString &key)
{
    Result<void> kept;
    for (const Dismissal &dismissal : std::as_const(m_dismissals)) {
        if (dismissal.finding == key && m_document->isFile())
            kept = m_store.remove(dismissal);
    }
    m_dismissals.removeIf([&key](const Dismissal &dismissal) { return dismissal.finding == key; });
    return kept;
}

qsizetype FindingsReading::openCount() const
{
    return m_findings
        ? std::ranges::count_if(m_findings->list, [this](const Finding &finding) { return !dismissalOf(finding); })
        : 0;
}

} // namespace evident
