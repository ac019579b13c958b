#include "appearanceportal.h"
#include "emptystate.h"
#include "icons.h"
#include "theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace evident;

class TestEmptyState : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatIsMissingAndOffersTheWayOn();
    void textIsNeverMarkup();
    void aButtonsTextHasNoMnemonic();
    void buttonsCanBeReplacedFromTheirOwnClick();
    void longTextsAreShownWhole();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
};

void TestEmptyState::initTestCase()
{
    m_theme = std::make_unique<Theme>(std::make_unique<AppearancePortal>(QDBusConnection(QStringLiteral("nowhere"))));
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestEmptyState::saysWhatIsMissingAndOffersTheWayOn()
{
    EmptyState state(*m_theme, *m_icons, QStringLiteral("empty"));
    state.setText(QStringLiteral("No record matches."));
    QAbstractButton *button = state.addButton(QStringLiteral("Clear method:Approve"));
    QSignalSpy clicks(button, &QAbstractButton::clicked);
    state.resize(600, 400);
    state.show();
    QVERIFY(QTest::qWaitForWindowExposed(&state));
    QCOMPARE(state.text(), QStringLiteral("No record matches."));
    QCOMPARE(state.accessibleName(), state.text());
    QVERIFY(button->isVisible());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(clicks.count(), 1);
}

void TestEmptyState::textIsNeverMarkup()
{
    EmptyState state(*m_theme, *m_icons, QStringLiteral("broken"));
    state.setText(QStringLiteral("<b>bold</b> <img src='file:///etc/passwd'>"));
    state.setDetails(QStringLiteral("<a href='https://example.com'>here</a>"));
    for (const auto *label : state.findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(state.details().startsWith(QLatin1Char('<')));
}

void TestEmptyState::aButtonsTextHasNoMnemonic()
{
    EmptyState state(*m_theme, *m_icons, QStringLiteral("empty"));
    const auto *button = state.addButton(QStringLiteral("Clear \"R&D\""));
    QVERIFY(button->shortcut().isEmpty());
    QCOMPARE(button->accessibleName(), QStringLiteral("Clear \"R&D\""));
}

void TestEmptyState::buttonsCanBeReplacedFromTheirOwnClick()
{
    EmptyState state(*m_theme, *m_icons, QStringLiteral("empty"));
    auto *button = state.addButton(QStringLiteral("Clear all"));
    QSignalSpy gone(button, &QObject::destroyed);
    connect(button, &QAbstractButton::clicked, &state, [&state] {
        state.clearButtons();
        state.addButton(QStringLiteral("Other"));
    });
    button->click();
    QTRY_COMPARE(gone.count(), 1);
    const auto buttons = state.findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 1);
    QCOMPARE(buttons.first()->text(), QStringLiteral("Other"));
}

void TestEmptyState::longTextsAreShownWhole()
{
    EmptyState state(*m_theme, *m_icons, QStringLiteral("broken"));
    state.setDetails(QStringLiteral("The file “userlog.json” cannot be read: ").repeated(6));
    state.resize(700, 500);
    state.show();
    QVERIFY(QTest::qWaitForWindowExposed(&state));
    for (const auto *label : state.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(std::abs(label->mapTo(&state, label->rect().center()).x() - state.rect().center().x()) <= 1);
    }
}

QTEST_MAIN(TestEmptyState)
#include "tst_emptystate.moc"
