#ifndef UNICODE_DATA_H
#define UNICODE_DATA_H

/// Where Swift's Foundation looks for the data of its ICU 76: what the program asks for, a twentieth of the whole, which
/// the linker takes where it does not find this. A Foundation with another ICU asks for another name, and brings its own.
extern const unsigned char icudt76_dat[];

#endif
