#include "codepatterndialog.h"

#include "postbox.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(720, 440);
constexpr int previewDelayMs = 150;
constexpr Row previewLines = 50;
constexpr int codeColumnWidth = 96;

QList<QByteArray> firstLines(const Log &log)
{
    QList<QByteArray> lines;
    for (Row row = 0; row < std::min(log.columns().size(), previewLines); ++row) {
        if (const Result<QByteArray> line = log.raw(row))
            lines.append(line.value());
    }
    return lines;
}

} // namespace

CodePatternDialog::CodePatternDialog(const Theme &theme, const QString &pattern, std::shared_ptr<Log> log,
                                     QWidget *parent)
    : QDialog(parent),
      m_log(std::move(log)),
      m_postbox(std::make_shared<Postbox>(this)),
      m_edit(new QLineEdit(pattern)),
      m_error(new QLabel),
      m_found(new QLabel),
      m_preview(new QTableWidget(0, 2)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Own pattern for event codes"));
    resize(firstSize);
    auto *intro = new QLabel(tr("Plain text has event codes where this regular expression finds them, besides those "
                                "that are written as eventCode=702. The digits stand in a group of the name “code”."));
    intro->setWordWrap(true);
    setUpEditor(theme);
    setUpPreview();
    auto *remove = m_buttons->addButton(tr("&Remove the pattern"), QDialogButtonBox::DestructiveRole);
    remove->setEnabled(!pattern.isEmpty());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(intro), static_cast<QWidget *>(m_edit),
                            static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_found)})
        layout->addWidget(widget);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_buttons);
    m_found->setVisible(m_log != nullptr);
    m_preview->setVisible(m_log != nullptr);

    m_typed.setSingleShot(true);
    m_typed.setInterval(previewDelayMs);
    connect(&m_typed, &QTimer::timeout, this, &CodePatternDialog::startPreview);
    connect(m_edit, &QLineEdit::textChanged, this, &CodePatternDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_edit->clear();
        accept();
    });
    connect(this, &QDialog::accepted, this, [this] { emit patternChosen(this->pattern()); });
    check();
    startPreview();
    m_edit->setFocus();
}

CodePatternDialog::~CodePatternDialog()
{
    m_postbox->close();
}

void CodePatternDialog::setUpEditor(const Theme &theme)
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_edit->setFont(fixed);
    m_edit->setPlaceholderText(u"event (?<code>[0-9]+)"_s);
    m_edit->setAccessibleName(tr("Regular expression"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    QPalette ink = m_error->palette();
    ink.setColor(QPalette::WindowText, theme.colors().of(Severity::Error).ink);
    m_error->setPalette(ink);
    m_found->setTextFormat(Qt::PlainText);
}

void CodePatternDialog::setUpPreview()
{
    m_preview->setHorizontalHeaderLabels({tr("Code"), tr("Line")});
    m_preview->horizontalHeader()->setStretchLastSection(true);
    m_preview->horizontalHeader()->setHighlightSections(false);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_preview->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter); // as the codes below
    m_preview->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_preview->setColumnWidth(0, codeColumnWidth);
    m_preview->verticalHeader()->hide();
    m_preview->setShowGrid(false);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->setTabKeyNavigation(false);
    m_preview->setWordWrap(false);
    m_preview->setAccessibleName(tr("What it finds in the first lines of this log"));
}

QString CodePatternDialog::pattern() const
{
    return m_edit->text();
}

void CodePatternDialog::check()
{
    const QString error = codePatternError(pattern());
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_edit->setAccessibleDescription(error);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(error.isEmpty());
    if (error.isEmpty())
        m_typed.start();
}

/// Not here: a pattern can be slow, and so can a file.
void CodePatternDialog::startPreview()
{
    if (!m_log)
        return;
    m_finding.set([this, postbox = m_postbox, number = ++m_number, pattern = pattern(),
                   log = m_log](const std::stop_token &stop) {
        const QList<FoundCode> found = foundCodes(pattern, firstLines(*log), stop);
        postbox->post([this, number, found] { showPreview(number, found); });
    });
}

void CodePatternDialog::showPreview(quint64 number, const QList<FoundCode> &found)
{
    if (number != m_number)
        return;
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_preview->setRowCount(int(found.size()));
    int hits = 0;
    for (int row = 0; row < int(found.size()); ++row) {
        auto *code = new QTableWidgetItem(found[row].code);
        code->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *line = new QTableWidgetItem(found[row].line);
        line->setFont(fixed);
        m_preview->setItem(row, 0, code);
        m_preview->setItem(row, 1, line);
        hits += found[row].code.isEmpty() ? 0 : 1;
    }
    m_found->setText(tr("It finds a code in %1 of the first %Ln line(s).", nullptr, int(found.size())).arg(hits));
}

} // namespace evident
