#include "theme.h"

#include "appearanceportal.h"
#include "appstyle.h"

#include <QApplication>
#include <QStyleFactory>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Neighbours differ in lightness, not in hue alone.
void setParts(ColorTokens &colors, const std::array<QRgb, 8> &inks)
{
    std::ranges::copy(inks, std::begin(colors.parts));
}

ColorTokens lightTokens()
{
    ColorTokens colors;
    colors.base = QColor(0xFFFFFF);
    colors.alternate = QColor(0xF7F8FA);
    colors.window = QColor(0xF1F2F5);
    colors.text = QColor(0x1B1D21);
    colors.mutedText = QColor(0x565D68);
    colors.accent = QColor(0x2456C8);
    colors.selection = QColor(0xD9E5FC);
    colors.line = QColor(0xD5D8DE);
    colors.severity[int(Severity::Critical)] = {QColor(0x8C1D66), QColor(0xFAE6F3)};
    colors.severity[int(Severity::Error)] = {QColor(0xB3261E), QColor(0xFDECEA)};
    colors.severity[int(Severity::Warning)] = {QColor(0x7A4F00), QColor(0xFFF3D6)};
    colors.severity[int(Severity::Notice)] = {QColor(0x1B5A9E), QColor(0xE8F1FB)};
    colors.severity[int(Severity::Info)] = {QColor(0x565D68), QColor(0xF1F2F5)};
    colors.severity[int(Severity::Unknown)] = {QColor(0x5E4394), QColor(0xF0EBF9)};
    colors.added = {QColor(0x1E6B3A), QColor(0xE3F4E8)};
    colors.removed = {QColor(0x8A3A1E), QColor(0xFBEBE4)};
    setParts(colors, {0x1F4E8C, 0xB87400, 0x5E2A6E, 0x2F8F60, 0x6B3A1E, 0x3F86BD, 0x5A5E12, 0x7C828C});
    return colors;
}

ColorTokens darkTokens()
{
    ColorTokens colors;
    colors.base = QColor(0x17191C);
    colors.alternate = QColor(0x1D2024);
    colors.window = QColor(0x212429);
    colors.text = QColor(0xE6E8EB);
    colors.mutedText = QColor(0xA9B0BA);
    colors.accent = QColor(0x8FB4FF);
    colors.selection = QColor(0x2A3C61);
    colors.line = QColor(0x363B43);
    colors.severity[int(Severity::Critical)] = {QColor(0xFF94CF), QColor(0x3B1A30)};
    colors.severity[int(Severity::Error)] = {QColor(0xFF9A90), QColor(0x3A1D1C)};
    colors.severity[int(Severity::Warning)] = {QColor(0xF0C35A), QColor(0x352A10)};
    colors.severity[int(Severity::Notice)] = {QColor(0x8CC0F5), QColor(0x18293A)};
    colors.severity[int(Severity::Info)] = {QColor(0xA9B0BA), QColor(0x24272C)};
    colors.severity[int(Severity::Unknown)] = {QColor(0xC3AEF0), QColor(0x2A2340)};
    colors.added = {QColor(0x8FD3A4), QColor(0x16301F)};
    colors.removed = {QColor(0xF2A98C), QColor(0x38231A)};
    setParts(colors, {0x9DC1F5, 0xD9982B, 0xD3A3E6, 0x5FB58A, 0xE2B08F, 0x4F9BD6, 0xC2C56B, 0x7F8792});
    return colors;
}

/// The same hues, moved until each ink stands 7:1 on every surface and on the selection; lines 3:1.
void raiseContrast(ColorTokens &colors, bool dark)
{
    static constexpr QRgb lightInks[] = {0x851C61, 0x8E1E18, 0x664200, 0x164A82, 0x444952, 0x533B83};
    static constexpr QRgb darkInks[] = {0xFFBDE1, 0xFFC1BB, 0xF2CB70, 0xB0D4F8, 0xCCD0D6, 0xD7CAF5};
    colors.mutedText = QColor(dark ? 0xCCD0D6 : 0x444952);
    colors.accent = QColor(dark ? 0xBAD1FF : 0x1C439D);
    colors.line = QColor(dark ? 0x7D838C : 0x767B84);
    for (int i = 0; i < 6; ++i)
        colors.severity[i] = {QColor(dark ? darkInks[i] : lightInks[i]), colors.base};
    colors.added = {QColor(dark ? 0xA9E2BA : 0x164F2B), colors.base};
    colors.removed = {QColor(dark ? 0xF8C4AE : 0x6E2E18), colors.base};
}

/// The colour halfway between two, for what is disabled.
QColor between(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

} // namespace

QColor ColorTokens::rowTint(Severity level) const
{
    if (level > Severity::Warning || of(level).tint == base)
        return {};
    return of(level).tint;
}

QColor ColorTokens::bar(Severity level) const
{
    const auto &[ink, tint] = of(level);
    const bool stands = level <= Severity::Warning || level == Severity::Unknown || tint == base;
    return stands ? ink : between(between(ink, base), ink);
}

Theme::Theme(QObject *parent)
    : Theme(std::make_unique<AppearancePortal>(AppearancePortal::sessionBus()), parent)
{ }

Theme::Theme(std::unique_ptr<AppearancePortal> portal, QObject *parent)
    : QObject(parent),
      m_portal(std::move(portal))
{
    const QPalette system = QGuiApplication::palette();
    m_systemDark = system.color(QPalette::Window).lightnessF() < system.color(QPalette::WindowText).lightnessF();
    QApplication::setStyle(new AppStyle);
    connect(m_portal.get(), &AppearancePortal::changed, this, &Theme::update);
    update();
}

Theme::~Theme() = default;

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    update();
}

void Theme::setHighContrast(bool on)
{
    m_highContrastChosen = on;
    update();
}

ColorTokens Theme::tokens(bool dark, bool highContrast)
{
    ColorTokens colors = dark ? darkTokens() : lightTokens();
    if (highContrast)
        raiseContrast(colors, dark);
    return colors;
}

QPalette Theme::palette(const ColorTokens &colors)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    set(QPalette::Window, colors.window);
    set(QPalette::WindowText, colors.text);
    set(QPalette::Base, colors.base);
    set(QPalette::AlternateBase, colors.alternate);
    set(QPalette::Text, colors.text);
    set(QPalette::PlaceholderText, colors.mutedText);
    set(QPalette::Button, colors.window);
    set(QPalette::ButtonText, colors.text);
    set(QPalette::BrightText, colors.of(Severity::Error).ink);
    set(QPalette::ToolTipBase, colors.base);
    set(QPalette::ToolTipText, colors.text);
    set(QPalette::Highlight, colors.selection);
    set(QPalette::HighlightedText, colors.text);
    set(QPalette::Link, colors.accent);
    set(QPalette::LinkVisited, colors.accent);
    set(QPalette::Light, colors.base);
    set(QPalette::Midlight, between(colors.base, colors.window));
    set(QPalette::Mid, colors.line);
    set(QPalette::Dark, between(colors.line, colors.mutedText));
    set(QPalette::Shadow, colors.line);

    const QColor disabled = between(colors.mutedText, colors.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited, QPalette::BrightText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, colors.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.line);
    return palette;
}

void Theme::update()
{
    bool dark = m_choice == Choice::Dark;
    if (m_choice == Choice::System) {
        const auto scheme = m_portal->scheme();
        dark =
            scheme == AppearancePortal::Scheme::NoPreference ? m_systemDark : scheme == AppearancePortal::Scheme::Dark;
    }
    const bool highContrast = m_highContrastChosen || m_portal->prefersHighContrast();
    if (m_colors.base.isValid() && dark == m_dark && highContrast == m_highContrast)
        return;
    const bool first = !m_colors.base.isValid();
    m_dark = dark;
    m_highContrast = highContrast;
    m_colors = tokens(dark, highContrast);
    apply();
    if (!first)
        emit changed();
}

void Theme::apply()
{
    const QPalette colors = palette(m_colors);
    QApplication::setPalette(colors);
    QToolTip::setPalette(colors);
    qApp->setStyleSheet(AppStyle::sheet(m_colors));
}

} // namespace evident
