// libchafa turns pixels into symbol cells; the decoders turn a file's bytes into pixels.
#ifndef VESTNIK_CCHAFA_H
#define VESTNIK_CCHAFA_H
#include <chafa.h>

#endif
