// libxml2: the push parsers, the HTML tree, entities and RFC 3986 resolution.
#ifndef VESTNIK_CXML_H
#define VESTNIK_CXML_H
#include <libxml/xmlversion.h>
// The system's ICU headers would clash with those Foundation brings; no structure that we touch depends on them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>

#endif
