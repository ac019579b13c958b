#include "importdialog.h"

#include "diffview.h"
#include "icons.h"
#include "noticebar.h"
#include "theme.h"
#include "words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(900, 680);
constexpr int margin = 12;

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ImportDialog::ImportDialog(const Theme &theme, const Icons &icons, const CatalogImport &import, int following,
                           QWidget *parent)
    : QDialog(parent),
      m_theme(theme),
      m_icons(icons),
      m_import(import),
      m_counts(plainLabel({})),
      m_warnings(new QVBoxLayout),
      m_error(new NoticeBar(theme, icons)),
      m_diffView(new DiffView(theme, icons)),
      m_looked(new QCheckBox(tr("I have &looked at what was not understood and at what is removed.")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import into the catalog"));
    resize(firstSize);
    m_warnings->setSpacing(0);
    auto *buttons = new QDialogButtonBox;
    m_apply = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_apply->setDefault(true);
    auto *cancel = buttons->addButton(following > 0 ? tr("&Skip this page (%Ln more follow(s))", nullptr, following)
                                                    : tr("Cancel"),
                                      QDialogButtonBox::RejectRole);
    cancel->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(8);
    layout->addWidget(makeHead());
    layout->addLayout(m_warnings);
    layout->addWidget(m_diffView, 1);
    layout->addWidget(m_error);
    layout->addWidget(m_looked);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::applyRequested);
    connect(m_looked, &QCheckBox::toggled, this, &ImportDialog::updateApply);
    connect(&m_diffView->model(), &DiffModel::chosenChanged, this, &ImportDialog::updateApply);
    m_diffView->tree()->setFocus();
}

QString ImportDialog::factsText() const
{
    const CatalogPage &page = m_import.page;
    QStringList facts{kindWord(page.kind)};
    if (page.from && page.to)
        facts.append(tr("codes %1 to %2").arg(*page.from).arg(*page.to));
    facts.append(tr("%Ln entry(s)", nullptr, int(page.entries.size())));
    facts.append(visibleText(m_import.source));
    return facts.join(u"  ·  "_s);
}

QWidget *ImportDialog::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const QString title = visibleText(m_import.page.title);
    auto *name = plainLabel(title.isEmpty() ? tr("A page without a title") : title);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    auto *facts = plainLabel(factsText());
    facts->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *widget : {name, facts, m_counts})
        layout->addWidget(widget);
    return head;
}

void ImportDialog::setCatalog(const CatalogPointer &catalog)
{
    const CatalogDiff diff = pageDiff(catalog->entries(), m_import.page);
    m_basedOn = catalog->revision();
    const ImportAdvice advice = importAdvice(catalog->entries(), m_import.page, diff);
    m_needsLook = advice.needsLook && !diff.isEmpty();
    m_looked->setChecked(false);
    m_looked->setVisible(m_needsLook);
    showWarnings(advice);
    const auto count = [](qsizetype number) { return QLocale().toString(qlonglong(number)); };
    if (diff.isEmpty()) {
        m_counts->setText(tr("This page changes nothing: the catalog has all of it already."));
    } else {
        m_counts->setText(tr("%1 added, %2 changed, %3 removed, %4 unchanged. Nothing is changed before you apply it.")
                              .arg(count(diff.added.size()), count(diff.changed.size()), count(diff.removed.size()),
                                   count(diff.unchanged)));
    }
    m_diffView->setDiff(diff, m_import.page.notUnderstood, DiffModel::Choice::Checks);
    updateApply();
}

void ImportDialog::showWarnings(const ImportAdvice &advice)
{
    while (QLayoutItem *item = m_warnings->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &warning : advice.warnings) {
        auto *bar = new NoticeBar(m_theme, m_icons, this);
        m_warnings->addWidget(bar);
        bar->showNotice(warning, advice.needsLook ? Severity::Warning : Severity::Notice);
    }
}

void ImportDialog::showError(const QString &text)
{
    m_error->showNotice(text, Severity::Error);
}

CatalogDiff ImportDialog::chosen() const
{
    return m_diffView->model().chosen();
}

void ImportDialog::updateApply()
{
    const qsizetype chosen = m_diffView->model().chosenCount();
    const qsizetype changes = m_diffView->model().changeCount();
    m_apply->setText(
        chosen == changes
            ? tr("&Apply %Ln change(s)", nullptr, int(changes))
            : tr("&Apply %1 of %Ln change(s)", nullptr, int(changes)).arg(QLocale().toString(qlonglong(chosen))));
    m_apply->setEnabled(chosen > 0 && (!m_needsLook || m_looked->isChecked()));
    m_apply->setVisible(changes > 0);
}

} // namespace evident
