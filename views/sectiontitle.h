#pragma once

#include <QLabel>

namespace evident {

/// The small heading over an editor.
inline QLabel *makeSectionTitle(const QString &text)
{
    auto *title = new QLabel(text);
    QFont heading = title->font();
    heading.setPointSizeF(heading.pointSizeF() * 0.85);
    heading.setWeight(QFont::DemiBold);
    heading.setCapitalization(QFont::AllUppercase);
    heading.setLetterSpacing(QFont::PercentageSpacing, 106);
    title->setFont(heading);
    title->setForegroundRole(QPalette::PlaceholderText);
    return title;
}

} // namespace evident
