#include "incidentstory.h"

#include <QHash>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int minuteMs = 60'000;

QString password()
{
    return u"Password"_s;
}

QString approve()
{
    return u"Approve"_s;
}

QString fob()
{
    return u"Hardware Authenticator"_s;
}

QString token()
{
    return u"SecurID OTP"_s;
}

/// So many sign-ins of the same kind, one every `stepMs`.
struct Series
{
    int count = 1;
    int stepMs = 0;
    SignInStory story;
    bool ofOne = true; ///< by one person, else by another each
    QString application = u"VPN"_s;
    QString address = u"203.0.113.200"_s;
    int person = 0; ///< counted from the rule's first
    int afterMs = 0;
};

SignInStory ends(const QList<StoryStep> &steps)
{
    return {steps};
}

SignInStory wrongPassword()
{
    return ends({{0, 935, password()}});
}

SignInStory wrongCode(int code, const QString &method)
{
    return ends({{0, 934, password()}, {150, 911, {}}, {15'000, code, method}, {70, 913, method}});
}

SignInStory goodSignIn()
{
    return ends({{0, 934, password()}, {150, 911, {}}, {9'000, 701, approve()}, {90, 912, approve()}});
}

SignInStory lone(int code, const QString &method = {})
{
    return ends({{0, code, method}});
}

SignInStory timedOutPush()
{
    return ends({{0, 934, password()}, {150, 911, {}}, {60'000, 702, approve()}, {70, 913, approve()}});
}

/// In the order of the rules' first persons.
const QList<std::pair<QString, QList<Series>>> &incidents()
{
    const QString none;
    static const QList<std::pair<QString, QList<Series>>> list{
        {u"push-bombing"_s,
         {{6, 80'000, timedOutPush()}, {1, 0, goodSignIn(), true, u"VPN"_s, u"203.0.113.200"_s, 0, 9 * minuteMs}}},
        {u"denied-push"_s,
         {{1, 0, ends({{0, 934, password()}, {150, 911, {}}, {8'000, 703, approve()}, {70, 913, approve()}})}}},
        {u"password-spraying"_s,
         {{6, 2 * minuteMs, wrongPassword(), false, u"VPN"_s, u"203.0.113.201"_s},
          {1, 0, ends({{0, 934, password()}, {70, 939, {}}}), true, u"VPN"_s, u"203.0.113.201"_s, 3, 14 * minuteMs}}},
        {u"password-spraying-application"_s, {{16, 15'000, lone(902, password()), false, u"Archive"_s, none}}},
        {u"password-guessing"_s, {{12, 75'000, wrongPassword()}}},
        {u"code-guessing"_s, {{12, 40'000, wrongCode(663, fob())}}},
        {u"success-after-failures"_s,
         {{11, 60'000, wrongPassword()}, {1, 0, goodSignIn(), true, u"VPN"_s, u"203.0.113.200"_s, 0, 12 * minuteMs}}},
        {u"lock-out"_s,
         {{2, 60'000, wrongCode(663, fob())},
          {1, 0, wrongCode(662, fob()), true, u"VPN"_s, u"203.0.113.200"_s, 0, 3 * minuteMs}}},
        {u"mass-lock-outs"_s, {{11, 20'000, wrongCode(662, fob()), false}}},
        {u"next-code-failed"_s,
         {{1, 0,
           ends({{0, 934, password()},
                 {150, 911, {}},
                 {9'000, 650, token()},
                 {400, 604, token()},
                 {41'000, 606, token()}})}}},
        {u"wrong-codes"_s, {{4, 3 * minuteMs, wrongCode(605, token())}}},
        {u"reused-code"_s, {{1, 0, wrongCode(664, fob())}}},
        {u"resent-codes"_s, {{4, 2 * minuteMs, wrongCode(664, fob()), false}}},
        {u"pin-trouble"_s, {{3, 8 * minuteMs, wrongCode(607, token())}}},
        {u"service-fault"_s, {{6, 90'000, wrongCode(608, token()), false}}},
        {u"directory-trouble"_s, {{12, 4 * minuteMs, lone(401), false}}},
        {u"platform-off"_s, {{4, 10 * minuteMs, wrongCode(720, approve()), false}}},
        {u"newly-denied"_s, {{7, 4 * minuteMs, ends({{0, 934, password()}, {60, 940, {}}}), false, u"Warehouse"_s}}},
        {u"unseen-code"_s, {{1, 0, lone(681)}}},
        {u"unknown-code"_s, {{3, 5 * minuteMs, lone(1555), false}}},
    };
    return list;
}

} // namespace

QStringList incidentRules()
{
    QStringList rules;
    for (const auto &[rule, series] : incidents())
        rules.append(rule);
    return rules;
}

QList<PlantedStory> incidentStory(const QString &rule)
{
    constexpr int personsOfRule = 100;
    QList<PlantedStory> stories;
    int person = firstIncidentPerson;
    for (const auto &[id, seriesList] : incidents()) {
        person += personsOfRule;
        if (id != rule)
            continue;
        for (const Series &series : seriesList) {
            for (int i = 0; i < series.count; ++i) {
                stories.append({series.afterMs + qint64(i) * series.stepMs, series.story, series.application,
                                series.address, person + series.person + (series.ofOne ? 0 : i)});
            }
        }
    }
    return stories;
}

} // namespace evident
