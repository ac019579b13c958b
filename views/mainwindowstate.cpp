// The part of MainWindow that has to do with what is kept between runs.

#include "catalogdesk.h"
#include "findingsdesk.h"
#include "logdocument.h"
#include "logpane.h"
#include "logtabs.h"
#include "mainwindow.h"
#include "searchbox.h"
#include "windowactions.h"
#include "windowsession.h"
#include "windowstate.h"
#include "zonemenu.h"

namespace evident {

using namespace Qt::StringLiterals;

void MainWindow::createState()
{
    m_state = std::make_unique<WindowState>(WindowState::Parts{*this, *m_actions, *m_tabs, *m_box, *m_details, m_icons,
                                                               m_store.folder(), m_settings.remember, m_logOptions});
    m_findings = new FindingsDesk(m_theme, m_icons, m_store.folder(), m_state->folder(), this);
    connect(m_state.get(), &WindowState::messageShown, this, &MainWindow::showMessage);
    connect(m_state->zones(), &ZoneMenu::zoneChosen, this, &MainWindow::setZone);
    const QByteArray id = m_zone.id();
    m_state->zones()->setZone(m_settings.zone.isEmpty() && m_zone == QTimeZone::systemTimeZone() ? QByteArray() : id);
    if (const QStringList problems = m_state->takeProblems(); !problems.isEmpty())
        m_desk->showError(problems.join(u' '));
}

void MainWindow::restoreSession()
{
    m_state->session().restore();
}

void MainWindow::setZone(const QByteArray &id)
{
    m_settings.zone = id;
    m_zone = ZoneMenu::zoneOf(id);
    m_state->zones()->setZone(id);
    for (const LogPane *pane : m_tabs->logs())
        pane->document()->setZone(m_zone);
    updateDetails();
    updateStatus();
}

void MainWindow::setRemember(bool on)
{
    m_settings.remember = on;
    if (on) {
        m_settings.recentFiles += m_forgottenFiles;
        m_forgottenFiles.clear();
    } else {
        m_forgottenFiles = std::exchange(m_settings.recentFiles, {});
    }
    updateRecentFiles();
    m_state->setRemembers(on);
    Settings saved = m_settings;
    if (!on)
        saved.lastFolder.clear();
    if (!m_store.save(saved))
        showMessage(tr("The settings could not be saved."));
}

} // namespace evident
