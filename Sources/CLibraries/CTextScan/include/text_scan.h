// Looks at UTF-8 text sixty-four bytes at a time. The functions are made twice, for every processor and for those with
// wide vectors; which is run is found out when the program is loaded.
#ifndef VESTNIK_TEXT_SCAN_H
#define VESTNIK_TEXT_SCAN_H
#include <stddef.h>
#include <stdint.h>

// Where simple text that starts at `start` ends: text whose columns are its lead bytes, which is printable ASCII, letters
// of U+0400–U+04FF and the marks newspapers use.
//
// `end`: where to stop at the latest; no byte behind it is read. Returns the offset of the first scalar that is not
// simple, or `end`.
size_t text_simple_end(const uint8_t *bytes, size_t start, size_t end);

// The plain word before an offset: the bytes and columns from the space before it up to the offset. No bytes when that
// space is not within half a block, or when anything but letters and digits stands between.
struct text_word {
  uint16_t bytes, columns;
};

// `offset`: not within a scalar of simple text.
struct text_word text_word_before(const uint8_t *bytes, size_t offset);

// How far a line of simple text goes.
struct text_line {
  // Where the scalar behind its last column starts; the end of the text when that comes first.
  size_t offset;
  // The columns it leaves free at the end of the text.
  uint32_t left;
  // The word before `offset`; none at the end of the text.
  struct text_word word;
};

// Goes forward over `columns` columns of simple text and looks back for a space.
//
// `readable`: no byte from there on is read; not less than `end`.
struct text_line text_line_from(const uint8_t *bytes, size_t start, size_t end, size_t readable, size_t columns);

// A space of a block, and what stands between it and the space before, or the block's start.
struct text_space {
  // Its place in the block, and the columns from the block's start to it.
  uint8_t place, columns;
  // The place of the first mark between, of anything that is neither a letter nor a digit; 64 when there is none.
  uint8_t mark;
};

// A block of simple text: at most sixty-four bytes.
struct text_block {
  // How many spaces there are, and the columns of the whole.
  uint32_t spaces, columns;
  // The place of the first mark behind the last space; 64 when there is none.
  uint32_t mark;
};

// Cuts the block that starts at `start` at its spaces, which it puts into `spaces`, where there is room for sixty-four.
//
// `end`: the end of the text; the block ends there at the latest. `readable`: no byte from there on is read.
struct text_block text_spaces(
    const uint8_t *bytes, size_t start, size_t end, size_t readable, struct text_space *spaces);

// The place of the set bit that `before` set bits come before; there is one. This is how it is found where the
// processor has no instruction for it.
size_t text_bit_place(uint64_t bits, size_t before);

#endif
