#include "contextbar.h"

#include "logdocument.h"
#include "querystate.h"
#include "theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>

namespace evident {

namespace {

constexpr int firstLines = 3;

} // namespace

ContextBar::ContextBar(LogDocument *document, const QueryState *query, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_theme(theme),
      m_box(new QCheckBox(tr("Also show the records around each match:"), this)),
      m_number(new QSpinBox(this))
{
    m_box->setToolTip(tr("Dimmed, before and behind each match, in the order of the file or of time (F4)"));
    m_number->setRange(1, LogDocument::mostContextLines);
    m_number->setValue(firstLines);
    m_number->setPrefix(QStringLiteral("±"));
    m_number->setAccessibleName(tr("Records around each match"));
    m_number->findChild<QLineEdit *>()->setAccessibleName(m_number->accessibleName());
    m_number->setEnabled(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 12, 3);
    layout->setSpacing(8);
    layout->addWidget(m_box);
    layout->addWidget(m_number);
    layout->addStretch(1);
    connect(m_box, &QCheckBox::toggled, this, &ContextBar::apply);
    connect(m_number, &QSpinBox::valueChanged, this, &ContextBar::apply);
    const auto showWhereOfUse = [this, query] { setVisible(!query->query().isEmpty()); };
    connect(query, &QueryState::queryChanged, this, showWhereOfUse);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ContextBar::setLines(int lines)
{
    const QSignalBlocker quietBox(m_box);
    const QSignalBlocker quietNumber(m_number);
    m_box->setChecked(lines > 0);
    if (lines > 0)
        m_number->setValue(lines);
    apply();
}

void ContextBar::toggle()
{
    m_box->toggle();
}

void ContextBar::apply()
{
    m_number->setEnabled(m_box->isChecked());
    m_document->setContextLines(m_box->isChecked() ? m_number->value() : 0);
}

void ContextBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().line);
}

} // namespace evident
