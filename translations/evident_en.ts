<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>evident::BookmarkDesk</name>
    <message numerus="yes">
        <source>%Ln bookmark(s) deleted. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%Ln bookmark deleted. Ctrl+Z brings it back.</numerusform>
            <numerusform>%Ln bookmarks deleted. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::BookmarkStore</name>
    <message numerus="yes">
        <source>There is no room for more than %Ln bookmark(s).</source>
        <translation>
            <numerusform>There is no room for more than %Ln bookmark.</numerusform>
            <numerusform>There is no room for more than %Ln bookmarks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::CatalogDesk</name>
    <message numerus="yes">
        <source>%1: %Ln note(s) taken.</source>
        <comment>1: the name of a file</comment>
        <translation>
            <numerusform>%1: %Ln note taken.</numerusform>
            <numerusform>%1: %Ln notes taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::CatalogStore</name>
    <message numerus="yes">
        <source>%Ln entry(s) could be read from it.</source>
        <translation>
            <numerusform>%Ln entry could be read from it.</numerusform>
            <numerusform>%Ln entries could be read from it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) lost.</source>
        <translation>
            <numerusform>%Ln entry was lost.</numerusform>
            <numerusform>%Ln entries were lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) taken from the catalog shipped with the program.</source>
        <translation>
            <numerusform>%Ln entry was taken from the catalog shipped with the program.</numerusform>
            <numerusform>%Ln entries were taken from the catalog shipped with the program.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ChangePack</name>
    <message numerus="yes">
        <source>%n event(s) added.</source>
        <translation>
            <numerusform>%n event added.</numerusform>
            <numerusform>%n events added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) changed.</source>
        <translation>
            <numerusform>%n event changed.</numerusform>
            <numerusform>%n events changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) removed.</source>
        <translation>
            <numerusform>%n event removed.</numerusform>
            <numerusform>%n events removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::CodePatternDialog</name>
    <message numerus="yes">
        <source>It finds a code in %1 of the first %Ln line(s).</source>
        <translation>
            <numerusform>It finds a code in %1 of the first %Ln line.</numerusform>
            <numerusform>It finds a code in %1 of the first %Ln lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::DetailsPage</name>
    <message numerus="yes">
        <source>%Ln more field(s) are in the raw record.</source>
        <translation>
            <numerusform>%Ln more field is in the raw record.</numerusform>
            <numerusform>%Ln more fields are in the raw record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FacetGroup</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln value(s) of %1</source>
        <comment>%1 is the title of a facet</comment>
        <translation>
            <numerusform>Show %Ln value of %1</numerusform>
            <numerusform>Show all %Ln values of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FacetModel</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingDetails</name>
    <message numerus="yes">
        <source>Of %Ln record(s), the first and the last ones are listed.</source>
        <translation>
            <numerusform>Of %Ln record, the first and the last ones are listed.</numerusform>
            <numerusform>Of %Ln records, the first and the last ones are listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingTexts</name>
    <message numerus="yes">
        <source>The log has %Ln more of these record(s).</source>
        <translation>
            <numerusform>The log has %Ln more of these records.</numerusform>
            <numerusform>The log has %Ln more of these records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingsModel</name>
    <message numerus="yes">
        <source>%1 · %Ln record(s)</source>
        <comment>1: when</comment>
        <translation>
            <numerusform>%1 · %Ln record</numerusform>
            <numerusform>%1 · %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingsPage</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more finding(s) of rules that found very many are not listed.</source>
        <translation>
            <numerusform>%Ln more finding of rules that found very many is not listed.</numerusform>
            <numerusform>%Ln more findings of rules that found very many are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) without a time were left out.</source>
        <translation>
            <numerusform>%Ln record without a time was left out.</numerusform>
            <numerusform>%Ln records without a time were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) were tried on all records, whatever the query keeps.</source>
        <translation>
            <numerusform>%Ln rule was tried on all records, whatever the query keeps.</numerusform>
            <numerusform>%Ln rules were tried on all records, whatever the query keeps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) were tried on all records of this log. That is no proof that all is well: a rule finds only what it is written for.</source>
        <translation>
            <numerusform>%Ln rule was tried on all records of this log. That is no proof that all is well: a rule finds only what it is written for.</numerusform>
            <numerusform>%Ln rules were tried on all records of this log. That is no proof that all is well: a rule finds only what it is written for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) were dismissed and are left out.</source>
        <translation>
            <numerusform>%Ln finding was dismissed and is left out.</numerusform>
            <numerusform>%Ln findings were dismissed and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingsWriter</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::Headless</name>
    <message numerus="yes">
        <source>%n record(s) left out: the regular expression takes too long on them.</source>
        <translation>
            <numerusform>%n record left out: the regular expression takes too long on it.</numerusform>
            <numerusform>%n records left out: the regular expression takes too long on them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::HistoryDialog</name>
    <message numerus="yes">
        <source>The catalog becomes what it was in revision %1 of %2, with %Ln entry(s). This makes a new revision: the ones in between and all notes stay.</source>
        <translation>
            <numerusform>The catalog becomes what it was in revision %1 of %2, with %Ln entry. This makes a new revision: the ones in between and all notes stay.</numerusform>
            <numerusform>The catalog becomes what it was in revision %1 of %2, with %Ln entries. This makes a new revision: the ones in between and all notes stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ImportAdvice</name>
    <message numerus="yes">
        <source>%Ln line(s) of the page were not understood and change nothing.</source>
        <translation>
            <numerusform>%Ln line of the page was not understood and changes nothing.</numerusform>
            <numerusform>%Ln lines of the page were not understood and change nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page lacks %Ln entry(s) that the catalog has in the range of its title. Is it whole?</source>
        <translation>
            <numerusform>The page lacks %Ln entry that the catalog has in the range of its title. Is it whole?</numerusform>
            <numerusform>The page lacks %Ln entries that the catalog has in the range of its title. Is it whole?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Skip this page (%Ln more follow(s))</source>
        <translation>
            <numerusform>&amp;Skip this page (%Ln more follows)</numerusform>
            <numerusform>&amp;Skip this page (%Ln more follow)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %Ln change(s)</source>
        <translation>
            <numerusform>&amp;Apply %Ln change</numerusform>
            <numerusform>&amp;Apply %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %1 of %Ln change(s)</source>
        <translation>
            <numerusform>&amp;Apply %1 of %Ln change</numerusform>
            <numerusform>&amp;Apply %1 of %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::LogDocument</name>
    <message numerus="yes">
        <source>%1 + %n more</source>
        <comment>name of a file, how many others</comment>
        <translation>
            <numerusform>%1 + %n more</numerusform>
            <numerusform>%1 + %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::LogNotices</name>
    <message numerus="yes">
        <source>There are %Ln more problem(s).</source>
        <translation>
            <numerusform>There is %Ln more problem.</numerusform>
            <numerusform>There are %Ln more problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) of this file are no text of its encoding and are shown as �.</source>
        <translation>
            <numerusform>%Ln byte of this file is no text of its encoding and is shown as �.</numerusform>
            <numerusform>%Ln bytes of this file are no text of its encoding and are shown as �.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are no logs of events and were left out, such as %1.</source>
        <translation>
            <numerusform>%Ln file is no log of events and was left out, such as %1.</numerusform>
            <numerusform>%Ln files are no logs of events and were left out, such as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are no logs of events and were left out: %1.</source>
        <translation>
            <numerusform>%Ln file is no log of events and was left out: %1.</numerusform>
            <numerusform>%Ln files are no logs of events and were left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older file(s) of this log stand beside it.</source>
        <translation>
            <numerusform>%Ln older file of this log stands beside it.</numerusform>
            <numerusform>%Ln older files of this log stand beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln log(s) were opened, each in a tab of its own.</source>
        <translation>
            <numerusform>%Ln log was opened in a tab of its own.</numerusform>
            <numerusform>%Ln logs were opened, each in a tab of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show with its %Ln older file(s)</source>
        <translation>
            <numerusform>Show with its %Ln older file</numerusform>
            <numerusform>Show with its %Ln older files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::LogPane</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln record(s)</source>
        <comment>1: how many of them the query keeps</comment>
        <translation>
            <numerusform>%1 of %Ln record</numerusform>
            <numerusform>%1 of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) not understood</source>
        <translation>
            <numerusform>%Ln line not understood</numerusform>
            <numerusform>%Ln lines not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) were copied.</source>
        <translation>
            <numerusform>The first %Ln row was copied.</numerusform>
            <numerusform>The first %Ln rows were copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln row copied.</numerusform>
            <numerusform>%Ln rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) left out: the regular expression takes too long on them</source>
        <translation>
            <numerusform>%Ln record left out: the regular expression takes too long on it</numerusform>
            <numerusform>%Ln records left out: the regular expression takes too long on them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated record(s) folded</source>
        <translation>
            <numerusform>%Ln repeated record folded</numerusform>
            <numerusform>%Ln repeated records folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are being read and copied. Copy something else to end that.</source>
        <translation>
            <numerusform>%Ln row is being read and copied. Copy something else to end that.</numerusform>
            <numerusform>%Ln rows are being read and copied. Copy something else to end that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) around them</source>
        <translation>
            <numerusform>%Ln record around them</numerusform>
            <numerusform>%Ln records around them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::LogReport</name>
    <message numerus="yes">
        <source>The first ones are listed, and %Ln more are left out.</source>
        <translation>
            <numerusform>The first ones are listed, and %Ln more is left out.</numerusform>
            <numerusform>The first ones are listed, and %Ln more are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be understood.</source>
        <translation>
            <numerusform>%Ln record could not be understood.</numerusform>
            <numerusform>%Ln records could not be understood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have a code that the catalog lacks.</source>
        <translation>
            <numerusform>%Ln record has a code that the catalog lacks.</numerusform>
            <numerusform>%Ln records have a code that the catalog lacks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have other words than the catalog&apos;s.</source>
        <translation>
            <numerusform>%Ln record has other words than the catalog&apos;s.</numerusform>
            <numerusform>%Ln records have other words than the catalog&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::LogTabs</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::MainWindow</name>
    <message numerus="yes">
        <source>%1: %Ln record(s)</source>
        <comment>1: a log&apos;s name</comment>
        <translation>
            <numerusform>%1: %Ln record</numerusform>
            <numerusform>%1: %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln catalog entry(s)</source>
        <comment>1: how many of them the query keeps</comment>
        <translation>
            <numerusform>%1 of %Ln catalog entry</numerusform>
            <numerusform>%1 of %Ln catalog entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %Ln log(s). The first %2 are open.</source>
        <translation>
            <numerusform>“%1” holds %Ln log. The first %2 is open.</numerusform>
            <numerusform>“%1” holds %Ln logs. The first %2 are open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::QueryDesk</name>
    <message numerus="yes">
        <source>%Ln query(s) were added.</source>
        <translation>
            <numerusform>%Ln query was added.</numerusform>
            <numerusform>%Ln queries were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln query(s) were written to “%1”.</source>
        <translation>
            <numerusform>%Ln query was written to “%1”.</numerusform>
            <numerusform>%Ln queries were written to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::RecordsTicket</name>
    <message numerus="yes">
        <source>%Ln record(s) of %1</source>
        <comment>1: a log&apos;s name</comment>
        <translation>
            <numerusform>%Ln record of %1</numerusform>
            <numerusform>%Ln records of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of them are below, and %Ln more are left out.</source>
        <translation>
            <numerusform>The first %1 of them are below, and %Ln more is left out.</numerusform>
            <numerusform>The first %1 of them are below, and %Ln more are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::RuleSet</name>
    <message numerus="yes">
        <source>The rule file %1 is left out: there are more than %Ln rule(s).</source>
        <translation>
            <numerusform>The rule file %1 is left out: there are more than %Ln rule.</numerusform>
            <numerusform>The rule file %1 is left out: there are more than %Ln rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::SavedQueries</name>
    <message numerus="yes">
        <source>it holds more than %Ln queries</source>
        <translation>
            <numerusform>it holds more than %Ln query</numerusform>
            <numerusform>it holds more than %Ln queries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %Ln queries can be saved.</source>
        <translation>
            <numerusform>No more than %Ln query can be saved.</numerusform>
            <numerusform>No more than %Ln queries can be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::SiemPack</name>
    <message numerus="yes">
        <source>These are all %n event(s) of the catalog.</source>
        <translation>
            <numerusform>This is %n event: the whole catalog.</numerusform>
            <numerusform>These are all %n events of the catalog.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are the %n event(s) that this query keeps: %1</source>
        <translation>
            <numerusform>This is the %n event that this query keeps: %1</numerusform>
            <numerusform>These are the %n events that this query keeps: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StateFolder</name>
    <message numerus="yes">
        <source>it is longer than %Ln MiB</source>
        <translation>
            <numerusform>it is longer than %Ln MiB</numerusform>
            <numerusform>it is longer than %Ln MiB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would be longer than %Ln MiB.</source>
        <translation>
            <numerusform>It would be longer than %Ln MiB.</numerusform>
            <numerusform>It would be longer than %Ln MiB.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StoryModel</name>
    <message numerus="yes">
        <source>%Ln earlier record(s) are not shown here: show all of them</source>
        <translation>
            <numerusform>%Ln earlier record is not shown here: show all of them</numerusform>
            <numerusform>%Ln earlier records are not shown here: show all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StoryStateModel</name>
    <message numerus="yes">
        <source>%1, %Ln since the last success</source>
        <comment>1: a time</comment>
        <translation>
            <numerusform>%1, %Ln since the last success</numerusform>
            <numerusform>%1, %Ln since the last success</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StoryTicket</name>
    <message numerus="yes">
        <source>%Ln earlier record(s) are left out.</source>
        <translation>
            <numerusform>%Ln earlier record is left out.</numerusform>
            <numerusform>%Ln earlier records are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest ones are listed, and %Ln more are left out.</source>
        <translation>
            <numerusform>The newest ones are listed, and %Ln more is left out.</numerusform>
            <numerusform>The newest ones are listed, and %Ln more are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Devices in the newest %Ln record(s)</source>
        <translation>
            <numerusform>Devices in the newest %Ln record</numerusform>
            <numerusform>Devices in the newest %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StoryView</name>
    <message numerus="yes">
        <source>%1 %2, %Ln record(s)</source>
        <comment>a title and a value</comment>
        <translation>
            <numerusform>%1 %2, %Ln record</numerusform>
            <numerusform>%1 %2, %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Devices in the newest %Ln record(s):</source>
        <translation>
            <numerusform>Devices in the newest %Ln record:</numerusform>
            <numerusform>Devices in the newest %Ln records:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StoryWords</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <comment>of a user</comment>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <comment>of a user</comment>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sign-in(s)</source>
        <comment>of a user</comment>
        <translation>
            <numerusform>%Ln sign-in</numerusform>
            <numerusform>%Ln sign-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them failed</source>
        <comment>sign-ins</comment>
        <translation>
            <numerusform>%Ln of them failed</numerusform>
            <numerusform>%Ln of them failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated record(s) of this user are counted once.</source>
        <translation>
            <numerusform>%Ln repeated record of this user is counted once.</numerusform>
            <numerusform>%Ln repeated records of this user are counted once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have no time and say nothing of a state.</source>
        <translation>
            <numerusform>%Ln record has no time and says nothing of a state.</numerusform>
            <numerusform>%Ln records have no time and say nothing of a state.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more method(s) are not shown.</source>
        <translation>
            <numerusform>%Ln more method is not shown.</numerusform>
            <numerusform>%Ln more methods are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::SummarySectionView</name>
    <message numerus="yes">
        <source>Shows %Ln record(s).</source>
        <translation>
            <numerusform>Shows %Ln record.</numerusform>
            <numerusform>Shows %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::SummarySheet</name>
    <message numerus="yes">
        <source>%Ln in the hour before</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln in the hour before</numerusform>
            <numerusform>%Ln in the hour before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in other words</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln in other words</numerusform>
            <numerusform>%Ln in other words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in another form</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln in another form</numerusform>
            <numerusform>%Ln in another form</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) are no text of the encoding</source>
        <translation>
            <numerusform>%Ln byte is no text of the encoding</numerusform>
            <numerusform>%Ln bytes are no text of the encoding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are not in the order of time</source>
        <translation>
            <numerusform>%Ln record is not in the order of time</numerusform>
            <numerusform>%Ln records are not in the order of time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock jumps %Ln time(s), by %1 at the most</source>
        <translation>
            <numerusform>The clock jumps %Ln time, by %1 at the most</numerusform>
            <numerusform>The clock jumps %Ln times, by %1 at the most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::SummaryWriter</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not understood</source>
        <translation>
            <numerusform>%Ln not understood</numerusform>
            <numerusform>%Ln not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s).</source>
        <translation>
            <numerusform>%Ln record.</numerusform>
            <numerusform>%Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s), of which %1 match.</source>
        <translation>
            <numerusform>%Ln record, of which %1 matches.</numerusform>
            <numerusform>%Ln records, of which %1 match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) dropped that repeat an earlier one.</source>
        <translation>
            <numerusform>%Ln record dropped that repeats an earlier one.</numerusform>
            <numerusform>%Ln records dropped that repeat an earlier one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be understood.</source>
        <translation>
            <numerusform>%Ln record could not be understood.</numerusform>
            <numerusform>%Ln records could not be understood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) repeat an earlier one.</source>
        <translation>
            <numerusform>%Ln record repeats an earlier one.</numerusform>
            <numerusform>%Ln records repeat an earlier one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) with a code that the catalog lacks.</source>
        <translation>
            <numerusform>%Ln record with a code that the catalog lacks.</numerusform>
            <numerusform>%Ln records with a code that the catalog lacks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) with other words than the catalog&apos;s.</source>
        <translation>
            <numerusform>%Ln record with other words than the catalog&apos;s.</numerusform>
            <numerusform>%Ln records with other words than the catalog&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) that differ from the catalog in form only.</source>
        <translation>
            <numerusform>%Ln record that differs from the catalog in form only.</numerusform>
            <numerusform>%Ln records that differ from the catalog in form only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) without a code, found in the catalog by text.</source>
        <translation>
            <numerusform>%Ln record without a code, found in the catalog by text.</numerusform>
            <numerusform>%Ln records without a code, found in the catalog by text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) whose text stands for several codes.</source>
        <translation>
            <numerusform>%Ln record whose text stands for several codes.</numerusform>
            <numerusform>%Ln records whose text stands for several codes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::TicketDesk</name>
    <message numerus="yes">
        <source>“%1” is written: %Ln record(s).</source>
        <translation>
            <numerusform>“%1” is written: %Ln record.</numerusform>
            <numerusform>“%1” is written: %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The ticket is copied, with %Ln record(s).</source>
        <translation>
            <numerusform>The ticket is copied, with %Ln record.</numerusform>
            <numerusform>The ticket is copied, with %Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::Timeline</name>
    <message numerus="yes">
        <source>%Ln critical record(s)</source>
        <translation>
            <numerusform>%Ln critical record</numerusform>
            <numerusform>%Ln critical records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln notice</numerusform>
            <numerusform>%Ln notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln info record(s)</source>
        <translation>
            <numerusform>%Ln info record</numerusform>
            <numerusform>%Ln info records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of unknown level</source>
        <translation>
            <numerusform>%Ln record of unknown level</numerusform>
            <numerusform>%Ln records of unknown level</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have no time.</source>
        <translation>
            <numerusform>%Ln record has no time.</numerusform>
            <numerusform>%Ln records have no time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are dated long before all others.</source>
        <translation>
            <numerusform>%Ln record is dated long before all others.</numerusform>
            <numerusform>%Ln records are dated long before all others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are dated long after all others.</source>
        <translation>
            <numerusform>%Ln record is dated long after all others.</numerusform>
            <numerusform>%Ln records are dated long after all others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are dated long before or after all others.</source>
        <translation>
            <numerusform>%Ln record is dated long before or after all others.</numerusform>
            <numerusform>%Ln records are dated long before or after all others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::TimelinePanel</name>
    <message numerus="yes">
        <source>%Ln record(s) without a time</source>
        <translation>
            <numerusform>%Ln record without a time</numerusform>
            <numerusform>%Ln records without a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::TimelinePicture</name>
    <message numerus="yes">
        <source>Records over time, by level, %Ln at most in one bar</source>
        <translation>
            <numerusform>Records over time, by level, %Ln at most in one bar</numerusform>
            <numerusform>Records over time, by level, %Ln at most in one bar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) lie outside this time</source>
        <translation>
            <numerusform>%Ln record lies outside this time</numerusform>
            <numerusform>%Ln records lie outside this time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::TimelineView</name>
    <message numerus="yes">
        <source>%Ln finding(s) are marked.</source>
        <translation>
            <numerusform>%Ln finding is marked.</numerusform>
            <numerusform>%Ln findings are marked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::UserPicker</name>
    <message numerus="yes">
        <source>%Ln user(s), those with most errors first.</source>
        <translation>
            <numerusform>%Ln user, those with most errors first.</numerusform>
            <numerusform>%Ln users, those with most errors first.</numerusform>
        </translation>
    </message>
</context>
</TS>
