#include "text_scan.h"
#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define FOR_EVERY_PROCESSOR __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define FOR_EVERY_PROCESSOR
#endif
#define INLINE static inline __attribute__((always_inline))

enum { block = 64 };
typedef int8_t bytes64 __attribute__((ext_vector_type(block)));
typedef bool bits64 __attribute__((ext_vector_type(block)));

// One bit for each byte of a comparison.
#define BITS(comparison) __builtin_bit_cast(uint64_t, __builtin_convertvector((comparison), bits64))
// A block: vectors this wide cannot be handed to functions.
#define LOAD(into, bytes) bytes64 into; memcpy(&into, (bytes), block)

INLINE uint64_t lowest(size_t count) { return count < block ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0; }

INLINE uint64_t lowest_bit(uint64_t bits) { return bits & -bits; }

#if defined(__x86_64__)
__attribute__((target("bmi2"))) static size_t place_by_deposit(uint64_t bits, size_t before) {
  return (size_t)__builtin_ctzll(__builtin_ia32_pdep_di((uint64_t)1 << before, bits));
}
#endif

// The place of the set bit that `before` set bits come before; there is one.
INLINE size_t place(uint64_t bits, size_t before) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("bmi2")) return place_by_deposit(bits, before);
#endif
  const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  uint64_t sums = bits - (bits >> 1 & 0x5555555555555555);
  sums = (sums & 0x3333333333333333) + (sums >> 2 & 0x3333333333333333);
  sums = (sums + (sums >> 4) & 0x0F0F0F0F0F0F0F0F) * ones;
  // The first byte up to which more bits are set, then the same of its bits spread over eight bytes.
  const size_t byte = (size_t)__builtin_ctzll((sums + (0x7F - before) * ones) & highs) & ~(size_t)7;
  before -= sums << 8 >> byte & 0xFF;
  const uint64_t spread = ((bits >> byte & 0xFF) * ones & 0x8040201008040201);
  sums = ((spread + 0x7F * ones | spread) >> 7 & ones) * ones;
  return byte + ((size_t)__builtin_ctzll((sums + (0x7F - before) * ones) & highs) >> 3);
}

#define BIT(byte) ((uint64_t)1 << ((byte) & 0x3F))
#define BITS_FROM(first, last) (BIT(last) * 2 - BIT(first))

// The simple marks of two bytes, C2 and one of these: no-break space § « ° ± ² ³ · ».
static const uint64_t two_byte_marks =
    BIT(0xA0) | BIT(0xA7) | BIT(0xAB) | BIT(0xB0) | BIT(0xB1) | BIT(0xB2) | BIT(0xB3) | BIT(0xB7) | BIT(0xBB);
// Those of three bytes, E2, 80 + the index and one of these.
static const uint64_t three_byte_marks[64] = {
    // Dashes, quotation marks, bullet, ellipsis, narrow and figure space, ‰ and guillemets.
    [0x00] = BITS_FROM(0x90, 0x94) | BITS_FROM(0x98, 0x9A) | BITS_FROM(0x9C, 0x9E) | BIT(0xA2) | BIT(0xA6)
             | BIT(0xAF) | BIT(0x87) | BIT(0xB0) | BIT(0xB9) | BIT(0xBA),
    // Currencies.
    [0x02] = BITS_FROM(0xA0, 0xBE) | BIT(0xBF),
    // №
    [0x04] = BIT(0x96),
    // Minus.
    [0x08] = BIT(0x92),
};

INLINE bool is_trail(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The length of a simple scalar, 0 when it is none. Without branches, for nothing can be foretold of marks.
INLINE size_t simple_length(const uint8_t *bytes, size_t count) {
  const uint8_t first = bytes[0], second = count > 1 ? bytes[1] : 0, third = count > 2 ? bytes[2] : 0;
  // U+0483–U+0489 combine with the letter before them.
  const bool is_letter = ((first & 0xFC) == 0xD0) & !((first == 0xD2) & (second >= 0x83) & (second <= 0x89));
  const bool one = (first >= 0x20) & (first < 0x7F);
  const bool two = (is_letter | ((first == 0xC2) & (two_byte_marks >> (second & 0x3F)))) & is_trail(second);
  const bool three = (first == 0xE2) & (is_trail(second) && is_trail(third))
                     & (three_byte_marks[second & 0x3F] >> (third & 0x3F));
  return one + 2 * two + 3 * three;
}

FOR_EVERY_PROCESSOR
size_t text_simple_end(const uint8_t *bytes, size_t start, size_t end) {
  // Whether the block before ends inside of a letter, and how many bytes of this one were looked at with it.
  uint64_t carry = 0;
  size_t seen = 0;
  for (size_t offset = start; offset < end; offset += block) {
    uint8_t last[block] = {0};
    const size_t count = end - offset;
    LOAD(word, count < block ? memcpy(last, bytes + offset, count) : bytes + offset);
    const uint64_t trails = BITS(word < (int8_t)-64);
    const uint64_t letters = BITS((word & (int8_t)0xFE) == (int8_t)0xD0);
    const uint64_t printable = BITS(word + (int8_t)1 > (int8_t)0x20);
    const uint64_t wanted = letters << 1 | carry;
    uint64_t faults = (~(letters | trails | printable) | (wanted ^ trails)) & ~lowest(seen);
    carry = letters >> 63;
    seen = 0;
    while (faults != 0) {
      const size_t fault = (size_t)__builtin_ctzll(faults);
      if (wanted & ~trails & lowest_bit(faults)) return offset + fault - 1;
      if (fault >= count) return end;
      const size_t length = simple_length(bytes + offset + fault, count - fault);
      if (length == 0) return offset + fault;
      faults &= ~lowest(fault + length);
      if (fault + length > block) seen = fault + length - block;
    }
  }
  return end - carry;
}

// What the bytes of a block are, bit by bit.
struct masks {
  // Bytes that begin a scalar, and spaces.
  uint64_t leads, spaces;
  // Lead bytes of what is neither a letter, a digit nor a space.
  uint64_t specials;
};

INLINE struct masks masks(const uint8_t *bytes, size_t readable) {
  uint8_t last[block];
  LOAD(word, readable < block ? memcpy(last, bytes, readable) : bytes);
  const bytes64 small = word | (int8_t)0x20;
  const uint64_t spaces = BITS(word == (int8_t)0x20);
  const uint64_t plain =
      BITS(word < (int8_t)0 | small > (int8_t)0x60 & small < (int8_t)0x7B | word > (int8_t)0x2F & word < (int8_t)0x3A);
  // Leads of two bytes up to U+03FF and of three have bit 4 clear, Cyrillic ones have it set.
  const uint64_t marks = BITS((word & (int8_t)0xD0) == (int8_t)0xC0);
  return (struct masks){~BITS(word < (int8_t)-64), spaces, ~(plain | spaces) | marks};
}

// The sixty-four bits before bit `place` of the second of two.
INLINE uint64_t before(uint64_t first, uint64_t second, size_t place) {
  return place == 0 ? first : second << (block - place) | first >> place;
}

FOR_EVERY_PROCESSOR
struct text_line text_line_from(const uint8_t *bytes, size_t start, size_t end, size_t readable, size_t columns) {
  struct masks last = {0, 0, ~(uint64_t)0};
  for (size_t offset = start; offset < end; offset += block) {
    const struct masks here = masks(bytes + offset, readable - offset);
    const uint64_t leads = here.leads & lowest(end - offset);
    const size_t count = (size_t)__builtin_popcountll(leads);
    if (count > columns) {
      const size_t beyond = place(leads, columns);
      const uint64_t spaces = before(last.spaces, here.spaces, beyond);
      const uint64_t behind = spaces == 0 ? 0 : ~(uint64_t)0 << (block - 1 - __builtin_clzll(spaces));
      if ((before(last.specials, here.specials, beyond) & behind) != 0 || spaces == 0)
        return (struct text_line){offset + beyond, 0, 0};
      return (struct text_line){
          offset + beyond, (uint32_t)__builtin_popcountll(before(last.leads, here.leads, beyond) & behind),
          (uint32_t)__builtin_popcountll(behind)};
    }
    columns -= count;
    last = here;
  }
  return (struct text_line){end, (uint32_t)columns, 0};
}
