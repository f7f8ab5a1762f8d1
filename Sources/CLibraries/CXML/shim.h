// libxml2: the push parsers, the HTML tree, entities and RFC 3986 resolution.
#ifndef VESTNIK_CXML_H
#define VESTNIK_CXML_H
#include <libxml/HTMLparser.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>

#endif
