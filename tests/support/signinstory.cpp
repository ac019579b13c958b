#include "signinstory.h"

#include "eventrandom.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int pushTimeoutMs = 60'000;

QList<StoryStep> password()
{
    return {{0, 934, u"Password"_s}, {180, 911, {}}};
}

/// The second factor, as it goes well.
QList<StoryStep> goodAnswer(EventRandom &random, const QString &method)
{
    const int thinking = random.between(3'000, 22'000);
    if (method == u"Approve")
        return {{thinking, 701, method}, {90, 912, method}};
    if (method == u"Device Biometrics")
        return {{thinking, random.inThousand(250) ? 831 : 801, method}, {90, 912, method}};
    if (method == u"Hardware Authenticator")
        return {{thinking, 660, method}, {60, 912, method}};
    if (random.inThousand(120))
        return {{thinking, 650, method}, {400, 604, method}, {41'000, 601, method}, {60, 912, method}};
    if (random.inThousand(60))
        return {{thinking, 650, method}, {400, 603, method}, {52'000, 602, method}, {60, 912, method}};
    return {{thinking, 650, method}, {350, 601, method}, {60, 912, method}};
}

/// The second factor, as it goes wrong.
QList<StoryStep> badAnswer(EventRandom &random, const QString &method)
{
    const int thinking = random.between(4'000, 25'000);
    if (method == u"Approve") {
        static constexpr int codes[] = {702, 702, 702, 703, 703, 709, 720};
        const int code = codes[random.below(7)];
        return {{code == 702 ? pushTimeoutMs : thinking, code, method}, {70, 913, method}};
    }
    if (method == u"Device Biometrics") {
        static constexpr int codes[] = {802, 802, 803, 805, 808, 809, 832, 833};
        const int code = codes[random.below(8)];
        return {{code == 802 || code == 832 ? pushTimeoutMs : thinking, code, method}, {70, 913, method}};
    }
    if (method == u"Hardware Authenticator") {
        static constexpr int codes[] = {663, 663, 663, 664, 665, 670, 666};
        return {{thinking, codes[random.below(7)], method}, {70, 913, method}};
    }
    static constexpr int codes[] = {605, 605, 605, 607, 606, 611, 608};
    return {{thinking, 650, method}, {420, codes[random.below(7)], method}, {70, 913, method}};
}

SignInStory portalSignIn(EventRandom &random, const QString &method)
{
    SignInStory story{password(), true, false};
    if (random.inThousand(120))
        story.steps += {{random.between(6'000, 20'000), 902, u"Password"_s}};
    if (random.inThousand(60))
        story.steps += {{40, random.inThousand(500) ? 713 : 716, method}};
    if (random.inThousand(90))
        return {story.steps + badAnswer(random, method) + QList<StoryStep>{{30, 902, {}}}, true, false};
    story.steps += goodAnswer(random, method);
    story.steps += {{40, 901, {}}};
    return story;
}

SignInStory applicationSignIn(EventRandom &random, const QString &method)
{
    SignInStory story{{{0, 908, {}}}};
    if (random.inThousand(300)) {
        story.steps += {{150, 931, {}}, {50, 909, {}}};
    } else if (random.inThousand(120)) {
        story.steps += {{120, 911, {}}};
        story.steps += badAnswer(random, method);
        story.steps += {{50, 910, {}}};
    } else {
        story.steps += {{120, 911, {}}};
        story.steps += goodAnswer(random, method);
        story.steps += {{50, 909, {}}};
    }
    return story;
}

/// What does not happen at most sign-ins. The last row of the table has codes of the vendor's other pages.
SignInStory unusualStory(EventRandom &random)
{
    static const QList<SignInStory> stories{
        {{{0, 935, u"Password"_s}}},
        {{{0, 935, u"Password"_s}, {9'000, 935, u"Password"_s}, {14'000, 934, u"Password"_s}, {30, 939, {}}}},
        {{{0, 902, u"Password"_s}}, true, false},
        {{{0, 906, u"Password"_s}}, true, false},
        {{{0, 934, u"Password"_s}, {60, 940, {}}}},
        {{{0, 934, u"Password"_s}, {60, 941, {}}}},
        {{{0, 933, u"Password"_s}}},
        {{{0, 932, {}}}},
        {{{0, 907, {}}}, true, false},
        {{{0, 942, {}}}, true, false},
        {{{0, 944, {}}}, true, false},
        {{{0, 945, {}}}},
        {{{0, 401, {}}}, true, false},
        {{{0, 405, {}}}, true, false},
        {{{0, 408, {}}}, true, false},
        {{{0, 707, u"Approve"_s}, {2'500, 806, u"Device Biometrics"_s}}, true, false},
        {{{0, 704, u"Approve"_s}}, true, false},
        {{{0, 810, u"Device Biometrics"_s}}},
        {{{0, 410, {}}}, false, false},
        {{{0, 937, {}}}, false},
        {{{0, 1503, u"FIDO"_s}}},
        {{{0, 20601, {}}}},
    };
    return stories.at(random.below(static_cast<int>(stories.size())));
}

} // namespace

SignInStory ordinaryStory(EventRandom &random, const QString &method)
{
    const int lot = random.below(100);
    if (lot < 34)
        return portalSignIn(random, method);
    if (lot < 66)
        return applicationSignIn(random, method);
    if (lot < 78)
        return {{{0, 934, u"Password"_s}, {70, 939, {}}}};
    return unusualStory(random);
}

bool isLoud(const SignInStory &story, EventRandom &random, int kept)
{
    // A single one of these is a finding, or too rare to be seen in a log's first days.
    static constexpr int never[] = {2,   35,  608, 611, 662, 664, 703,  720,  803,
                                    805, 808, 809, 812, 833, 842, 1503, 20601};
    // These are, when they come in numbers.
    static constexpr int seldom[] = {401, 405, 408, 410, 933, 937, 940, 941};
    bool loud = false;
    for (const StoryStep &step : story.steps) {
        if (std::ranges::find(never, step.code) != std::end(never))
            return true;
        loud = loud || std::ranges::find(seldom, step.code) != std::end(seldom);
    }
    return loud && random.below(kept) != 0;
}

SignInStory quietStory()
{
    return {{{0, 934, u"Password"_s}, {70, 939, {}}}};
}

QList<PlantedStory> lockOutStory()
{
    const QString vpn = u"VPN"_s;
    const QString approve = u"Approve"_s;
    const QString fob = u"Hardware Authenticator"_s;
    const QString home = u"192.0.2.14"_s;
    const QString elsewhere = u"203.0.113.77"_s;
    const SignInStory timedOut{password()
                               + QList<StoryStep>{{pushTimeoutMs, 702, approve}, {70, 913, approve}, {40, 910, {}}}};
    const SignInStory denied{password() + QList<StoryStep>{{7'000, 703, approve}, {70, 913, approve}, {40, 910, {}}}};
    const SignInStory wrongCode{password() + QList<StoryStep>{{19'000, 663, fob}, {70, 913, fob}, {40, 910, {}}}};
    const SignInStory locked{password() + QList<StoryStep>{{16'000, 662, fob}, {70, 913, fob}, {40, 910, {}}}};
    const SignInStory refused{{{0, 935, u"Password"_s}, {300, 35, fob}}};
    return {
        {0, timedOut, vpn, home},          {130'000, timedOut, vpn, home},    {291'000, timedOut, vpn, home},
        {452'000, denied, vpn, elsewhere}, {481'000, denied, vpn, elsewhere}, {517'000, denied, vpn, elsewhere},
        {840'000, wrongCode, vpn, home},   {905'000, wrongCode, vpn, home},   {971'000, wrongCode, vpn, home},
        {1'032'000, locked, vpn, home},    {1'210'000, refused, vpn, home},   {2'460'000, refused, vpn, home},
    };
}

} // namespace evident
