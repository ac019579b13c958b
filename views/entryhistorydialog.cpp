#include "entryhistorydialog.h"

#include "changepage.h"
#include "pageview.h"
#include "revisionmodel.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(640, 480);
constexpr int margin = 12;

} // namespace

EntryHistoryDialog::EntryHistoryDialog(const Theme &theme, const EventKey &key, const QList<EntryVersion> &versions,
                                       const QTimeZone &zone, QWidget *parent)
    : QDialog(parent),
      m_theme(theme),
      m_key(key),
      m_versions(versions),
      m_zone(zone),
      m_page(new PageView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History of code %1").arg(key.code));
    resize(firstSize);
    m_page->setAccessibleName(windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, margin);
    buttons->setContentsMargins(margin, 0, margin, 0);
    layout->addWidget(m_page, 1);
    layout->addWidget(buttons);
    connect(&theme, &Theme::changed, this, &EntryHistoryDialog::write);
    write();
    m_page->setFocus();
}

QString EntryHistoryDialog::whatHappened(const std::optional<CatalogEntry> &before,
                                         const std::optional<CatalogEntry> &after)
{
    if (!after)
        return tr("Removed");
    return before ? tr("Changed") : tr("Added");
}

void EntryHistoryDialog::write()
{
    ChangePage page(m_theme, font());
    page.begin(m_page->document());
    page.writeTitle(windowTitle());
    if (m_versions.isEmpty())
        page.writeText(tr("No revision of the catalog has this code."));
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        const EntryVersion &version = m_versions[i];
        const std::optional<CatalogEntry> before =
            i + 1 < m_versions.size() ? m_versions[i + 1].entry : std::optional<CatalogEntry>();
        page.writeHeading(tr("%1 on %2", "Added, Changed or Removed; the moment")
                              .arg(whatHappened(before, version.entry), revisionMoment(version.revision, m_zone)));
        page.writeText(
            tr("Revision %1, %2: %3", "number; import, restored …; the name of a file")
                .arg(QString::number(version.revision.id), originWord(version.revision), version.revision.source));
        page.writeChange(before, version.entry);
    }
    m_page->moveCursor(QTextCursor::Start);
}

} // namespace evident
