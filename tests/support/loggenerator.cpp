#include "loggenerator.h"

#include "incidentstory.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int jdoe = 0;

QString userName(int person)
{
    static const QStringList names{u"jdoe"_s, u"asmith"_s, u"mgarcia"_s, u"tnguyen"_s};
    const QString name = person < names.size() ? names.at(person) : u"user%1"_s.arg(person, 3, 10, QLatin1Char('0'));
    return name + u"@example.com"_s;
}

QString userMethod(int person)
{
    static const QStringList methods{u"Approve"_s, u"Device Biometrics"_s, u"Approve"_s, u"SecurID OTP"_s,
                                     u"Hardware Authenticator"_s};
    return methods.at(person % methods.size());
}

QString userAddress(int person)
{
    const QString network = person % 3 == 0 ? u"192.0.2.%1"_s : u"198.51.100.%1"_s;
    return network.arg(1 + (13 + person * 5) % 254);
}

bool onPhone(const QString &method)
{
    return method == u"Approve" || method == u"Device Biometrics";
}

/// How the vendor used to word some events: the same code, other words.
QString formerWords(int code)
{
    switch (code) {
    case 605:
        return u"Authentication Manager rejected the SecurID OTP."_s;
    case 702:
        return u"Approve authentication failed - User did not respond in time."_s;
    case 901:
        return u"Sign-in to the portal succeeded."_s;
    case 911:
        return u"Step-up authentication initiated."_s;
    case 912:
        return u"Step-up authentication succeeded."_s;
    default:
        return {};
    }
}

/// The same words in another form: what a text-matching rule trips over.
QString otherForm(QString text)
{
    if (text.contains(u" - "_s))
        return text.replace(u" - "_s, u" – "_s);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

/// How many times as long as in working hours it is until the next sign-in.
int slowness(qint64 time)
{
    constexpr qint64 hourMs = 3'600'000;
    const auto hour = static_cast<int>(time / hourMs % 24);
    return hour >= 7 && hour < 17 ? 1 : hour == 6 || (hour >= 17 && hour < 20) ? 4 : 16;
}

} // namespace

LogGenerator::LogGenerator(const LogGeneratorOptions &options)
    : m_options(options),
      m_random(options.seed),
      m_nextStart(options.firstTime.toMSecsSinceEpoch()),
      m_count(options.firstNumber)
{
    if (options.storyTime.isValid())
        m_storyTime = options.storyTime.toMSecsSinceEpoch();
    readCatalogPage();
}

void LogGenerator::readCatalogPage()
{
    QFile page(u":/catalog/user-events-400-1409.txt"_s);
    if (!page.open(QIODevice::ReadOnly))
        qFatal("The catalog page is not among the resources of this program.");
    static const QRegularExpression row(u"^\\|? *(\\d+) *\\| *(\\w+) *\\| *(\\w+) *\\| *(.*?) *\\|$"_s,
                                        QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(page.readAll()).remove(u'\r');
    for (const QRegularExpressionMatch &match : row.globalMatch(text))
        m_texts.insert(match.captured(1).toInt(), {match.captured(2), match.captured(3), match.captured(4)});

    // Codes that the page does not have, as a real log has them too.
    m_texts.insert(35, {u"error"_s, u"Authentication"_s, u"Authentication refused - Authenticator is locked."_s});
    m_texts.insert(1555, {u"error"_s, u"Authentication"_s, u"Authentication failed - A new cause."_s});
    m_texts.insert(1503,
                   {u"error"_s, u"Authentication"_s, u"FIDO authentication failed - User canceled the request."_s});
    m_texts.insert(20601,
                   {u"error"_s, u"Authentication"_s, u"RADIUS - Client does not support the methods of the policy."_s});
}

GeneratedEvent LogGenerator::next()
{
    // What begins later cannot have an event before what is scheduled up to now.
    while (m_scheduled.empty() || m_scheduled.top().time >= m_nextStart) {
        if (m_storyTime >= 0 && m_nextStart >= m_storyTime)
            beginPlantedStory();
        beginIncidents();
        beginSignIn();
    }
    GeneratedEvent event = m_scheduled.top();
    m_scheduled.pop();
    event.number = m_count++;
    return event;
}

void LogGenerator::beginSignIn()
{
    int person = m_random.below(m_options.people);
    if (person == jdoe && m_options.storyTime.isValid() && m_nextStart >= m_options.storyTime.toMSecsSinceEpoch())
        person = 1;
    static const QStringList applications{u"VPN"_s,          u"Webmail"_s,  u"Payroll"_s,
                                          u"Service Desk"_s, u"Intranet"_s, u"Travel"_s};
    SignInStory story = ordinaryStory(m_random, userMethod(person));
    if (m_options.calm > 0 && isLoud(story, m_random, m_options.calm))
        story = quietStory();
    const QString application = m_random.pick(applications);
    schedule(story, person, m_nextStart, story.withApplication ? application : QString(), userAddress(person));
    m_nextStart += pauseAfter(m_nextStart);
}

void LogGenerator::beginPlantedStory()
{
    for (const PlantedStory &planted : lockOutStory())
        schedule(planted.story, jdoe, m_nextStart + planted.afterMs, planted.application, planted.address);
    m_storyTime = -1;
}

void LogGenerator::beginIncidents()
{
    for (; m_nextIncident < m_options.incidents.size(); ++m_nextIncident) {
        const PlantedIncident &incident = m_options.incidents.at(m_nextIncident);
        if (incident.time.toMSecsSinceEpoch() > m_nextStart)
            return;
        for (const PlantedStory &planted : incidentStory(incident.rule))
            schedule(planted.story, planted.person, m_nextStart + planted.afterMs, planted.application,
                     planted.address);
    }
}

void LogGenerator::schedule(const SignInStory &story, int person, qint64 start, const QString &application,
                            const QString &address)
{
    GeneratedEvent event;
    event.time = start;
    event.transaction = m_random.identifier();
    event.activity = m_random.identifier();
    if (story.withUser) {
        event.user = userName(person);
        event.address = address;
        event.policy = person % 10 == 7 ? u"Contractors"_s : u"Staff"_s;
    }
    event.application = application;
    for (const StoryStep &step : story.steps) {
        const CodeText &text = m_texts[step.code];
        event.number = m_scheduledCount++;
        event.time += step.afterMs;
        event.code = step.code;
        event.level = text.level;
        event.category = text.category;
        event.description = describe(step.code);
        event.method = step.method;
        event.device = onPhone(step.method) ? u"Phone %1"_s.arg(person, 3, 10, QLatin1Char('0')) : QString();
        event.deviceId = event.device.isEmpty() ? QString() : u"d-%1"_s.arg(7001 + person * 13);
        event.assurance = event.method.isEmpty() ? QString() : event.method == u"Password" ? u"Low"_s : u"Medium"_s;
        m_scheduled.push(event);
    }
}

QString LogGenerator::describe(int code)
{
    const QString &text = m_texts[code].description;
    if (!m_options.oddities)
        return text;
    const int lot = m_random.below(1000);
    QString former = lot < 25 ? formerWords(code) : QString();
    if (!former.isEmpty())
        return former;
    return lot >= 975 ? otherForm(text) : text;
}

qint64 LogGenerator::timeBehind(qint64 time, qint64 records, int intervalMs)
{
    // Some percent fewer records a sign-in than there are, so that the time is behind the end.
    constexpr double recordsASignIn = 3.5;
    for (auto signIns = static_cast<qint64>(static_cast<double>(records) / recordsASignIn); signIns > 0; --signIns)
        time += qint64(intervalMs) * slowness(time) + 1;
    return time;
}

qint64 LogGenerator::pauseAfter(qint64 time)
{
    // Half to one and a half of the mean.
    const int pause = m_options.intervalMs / 2 + m_random.below(m_options.intervalMs + 1);
    return qint64(pause) * slowness(time) + 1;
}

} // namespace evident
