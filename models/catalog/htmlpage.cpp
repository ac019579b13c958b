#include "htmlpage.h"

#include "htmltables.h"
#include "pagebuilder.h"

#include <QCoreApplication>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// The parser looks through all open elements for each stray end tag, and through all attributes of a tag for each one
/// more: these keep that small, and far above what browsers and portals write.
constexpr int deepestElement = 1000;
constexpr qint64 mostErrors = 1'000'000;
constexpr qint64 mostAttributes = 20'000;

int spanOf(const xmlChar **attributes, QByteArrayView name)
{
    // As browsers limit them.
    constexpr int widest = 1000;
    for (; attributes && attributes[0]; attributes += 2) {
        if (attributes[1] && name.compare(reinterpret_cast<const char *>(attributes[0])) == 0)
            return std::clamp(QByteArray(reinterpret_cast<const char *>(attributes[1])).toInt(), 1, widest);
    }
    return 1;
}

/// One run of libxml2's parser, which is given the text in pieces and never builds a tree.
class HtmlParse
{
public:
    explicit HtmlParse(PageBuilder &builder)
        : m_builder(builder),
          m_tables(builder)
    { }

    /// False when the text is built to take time.
    bool read(QStringView text);

private:
    struct FreeParser
    {
        void operator()(htmlParserCtxt *parser) const { htmlFreeParserCtxt(parser); }
    };

    static HtmlParse &self(void *data) { return *static_cast<HtmlParse *>(data); }
    static void onStart(void *data, const xmlChar *name, const xmlChar **attributes);
    static void onEnd(void *data, const xmlChar *name);
    static void onText(void *data, const xmlChar *text, int size);
    static void onError(void *data, xmlErrorPtr error);

    void makeParser();
    void push(const QByteArray &bytes);
    void countAttributes(const QByteArray &bytes);
    void refuse();
    int line() const { return xmlSAX2GetLineNumber(m_parser.get()); }

    PageBuilder &m_builder;
    HtmlTables m_tables;
    std::unique_ptr<htmlParserCtxt, FreeParser> m_parser;
    int m_depth = 0;
    qint64 m_errors = 0;
    qsizetype m_tagBegin = -1; ///< of a tag that has not ended yet, in bytes of the text
    qint64 m_attributes = 0; ///< of that tag, at most
    bool m_isRefused = false;
};

void HtmlParse::onStart(void *data, const xmlChar *name, const xmlChar **attributes)
{
    HtmlParse &parse = self(data);
    if (++parse.m_depth > deepestElement)
        parse.refuse();
    parse.m_tables.startElement({reinterpret_cast<const char *>(name), parse.line(), spanOf(attributes, "colspan"),
                                 spanOf(attributes, "rowspan")});
}

void HtmlParse::onEnd(void *data, const xmlChar *name)
{
    HtmlParse &parse = self(data);
    --parse.m_depth;
    parse.m_tables.endElement(reinterpret_cast<const char *>(name));
}

void HtmlParse::onText(void *data, const xmlChar *text, int size)
{
    HtmlParse &parse = self(data);
    parse.m_tables.addCharacters(QString::fromUtf8(reinterpret_cast<const char *>(text), size), parse.line());
}

/// Real pages have errors, too: they are mended by the parser, as browsers do it.
void HtmlParse::onError(void *data, xmlErrorPtr)
{
    HtmlParse &parse = self(data);
    if (++parse.m_errors > mostErrors)
        parse.refuse();
}

void HtmlParse::refuse()
{
    m_isRefused = true;
    xmlStopParser(m_parser.get());
}

void HtmlParse::makeParser()
{
    xmlSAXHandler handler = {};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElement = onStart;
    handler.endElement = onEnd;
    handler.characters = onText;
    handler.cdataBlock = onText;
    handler.ignorableWhitespace = onText;
    handler.serror = onError;
    m_parser.reset(htmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!m_parser)
        qBadAlloc();
    htmlCtxtUseOptions(m_parser.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
}

bool HtmlParse::read(QStringView text)
{
    constexpr qsizetype pieceSize = 16 * 1024;
    makeParser();
    while (!text.isEmpty() && !m_isRefused && !m_builder.isFull()) {
        qsizetype size = std::min(text.size(), pieceSize);
        if (size < text.size() && text.at(size - 1).isHighSurrogate())
            ++size;
        push(text.first(size).toUtf8());
        text = text.sliced(size);
    }
    if (!m_isRefused)
        htmlParseChunk(m_parser.get(), nullptr, 0, 1);
    if (!m_isRefused)
        m_tables.finish();
    return !m_isRefused;
}

void HtmlParse::push(const QByteArray &bytes)
{
    htmlParseChunk(m_parser.get(), bytes.constData(), int(bytes.size()), 0);
    if (!m_isRefused)
        countAttributes(bytes);
}

/// The parser keeps a tag until its end has come: what it keeps is looked at before it takes it apart.
void HtmlParse::countAttributes(const QByteArray &bytes)
{
    const xmlParserInput *input = m_parser->input;
    const QByteArrayView kept(reinterpret_cast<const char *>(input->cur), input->end - input->cur);
    if (kept.size() < 2 || kept[0] != '<' || !QChar::isLetter(uchar(kept[1]))) {
        m_tagBegin = -1;
        return;
    }
    const qsizetype begin = qsizetype(xmlByteConsumed(m_parser.get()));
    const QByteArrayView added = begin == m_tagBegin ? QByteArrayView(bytes) : kept;
    m_attributes = begin == m_tagBegin ? m_attributes : 0;
    m_attributes += std::count_if(added.begin(), added.end(),
                                  [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '='; });
    m_tagBegin = begin;
    if (m_attributes > mostAttributes)
        refuse();
}

} // namespace

Result<void> readHtmlPage(const QString &text, const QString &name, PageBuilder &builder)
{
    static const bool initialised = [] {
        xmlInitParser(); // before any two threads parse
        return true;
    }();
    Q_UNUSED(initialised)
    if (HtmlParse(builder).read(text))
        return {};
    return Error{
        QCoreApplication::translate("evident::CatalogPage",
                                    "%1 is no page of the vendor's: its HTML is nested or broken beyond measure.")
            .arg(name)};
}

} // namespace evident
