#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <libxml/HTMLparser.h>

#include <memory>

namespace evident {

/// HTML as another reader of it, libxml2, understands it.
struct ReadHtml
{
    QSet<QString> elements; ///< their names
    QSet<QString> attributes; ///< their names
    QStringList values; ///< of attributes
    QList<QStringList> rows; ///< of all tables
};

inline QString textOf(xmlNode *node)
{
    const std::unique_ptr<xmlChar, void (*)(void *)> text(xmlNodeGetContent(node), xmlFree);
    return QString::fromUtf8(reinterpret_cast<const char *>(text.get()));
}

inline void readHtmlNode(xmlNode *node, ReadHtml &read)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const QString name = QString::fromUtf8(reinterpret_cast<const char *>(node->name));
        read.elements.insert(name);
        for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
            read.attributes.insert(QString::fromUtf8(reinterpret_cast<const char *>(attribute->name)));
            read.values.append(textOf(attribute->children));
        }
        if (name == QLatin1String("tr"))
            read.rows.append(QStringList());
        if (name == QLatin1String("td") || name == QLatin1String("th"))
            read.rows.last().append(textOf(node));
        readHtmlNode(node->children, read);
    }
}

inline ReadHtml readHtml(const QByteArray &html)
{
    ReadHtml read;
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc *)> document(
        htmlReadMemory(html.constData(), int(html.size()), nullptr, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NONET),
        xmlFreeDoc);
    if (document)
        readHtmlNode(xmlDocGetRootElement(document.get()), read);
    return read;
}

} // namespace evident
