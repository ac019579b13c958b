<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</TS>
