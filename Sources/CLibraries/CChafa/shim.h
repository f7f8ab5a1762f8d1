// libchafa turns pixels into symbol cells; the decoders turn a file's bytes into pixels.
#ifndef VESTNIK_CCHAFA_H
#define VESTNIK_CCHAFA_H
#include <chafa.h>
#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <webp/decode.h>
// After stdio.h, which it needs.
#include <jpeglib.h>

// libjpeg leaves a failed decoding by a jump, which only C can do: this is the whole of it.

typedef struct {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf out;
    struct timespec deadline;
} jpeg_attempt;

static inline void jpeg_attempt_fail(j_common_ptr info) {
    longjmp(((jpeg_attempt *)info->client_data)->out, 1);
}

static inline void jpeg_attempt_be_quiet(j_common_ptr info) { (void)info; }

// A few bytes can ask for thousands of passes over a picture: time is what bounds them.
static inline void jpeg_attempt_watch(j_common_ptr info) {
    jpeg_attempt *attempt = (jpeg_attempt *)info->client_data;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec > attempt->deadline.tv_sec ||
        (now.tv_sec == attempt->deadline.tv_sec && now.tv_nsec > attempt->deadline.tv_nsec))
        longjmp(attempt->out, 1);
}

/// Decodes a JPEG into red, green, blue and alpha, reduced by the decoder itself while both sides stay at least
/// `wanted_width` and `wanted_height`. `milliseconds` bounds the time, `maximum_pixels` the file's own size.
/// The pixels are to be freed; NULL when the file is broken or beyond the bounds.
static inline unsigned char *_Nullable jpeg_pixels(const unsigned char *_Nonnull bytes, size_t count,
                                                   unsigned wanted_width, unsigned wanted_height,
                                                   unsigned long maximum_pixels, long milliseconds,
                                                   unsigned *_Nonnull width, unsigned *_Nonnull height) {
    struct jpeg_decompress_struct info;
    jpeg_attempt attempt;
    unsigned char *volatile pixels = NULL;
    memset(&info, 0, sizeof info);
    memset(&attempt, 0, sizeof attempt);
    info.err = jpeg_std_error(&attempt.errors);
    attempt.errors.error_exit = jpeg_attempt_fail;
    attempt.errors.output_message = jpeg_attempt_be_quiet;
    attempt.progress.progress_monitor = jpeg_attempt_watch;
    clock_gettime(CLOCK_MONOTONIC, &attempt.deadline);
    attempt.deadline.tv_sec += milliseconds / 1000;
    attempt.deadline.tv_nsec += milliseconds % 1000 * 1000000;
    if (attempt.deadline.tv_nsec >= 1000000000) {
        attempt.deadline.tv_nsec -= 1000000000;
        attempt.deadline.tv_sec += 1;
    }
    info.client_data = &attempt;
    if (setjmp(attempt.out)) {
        free(pixels);
        jpeg_destroy_decompress(&info);
        return NULL;
    }
    jpeg_create_decompress(&info);
    info.client_data = &attempt;
    info.progress = &attempt.progress;
    jpeg_mem_src(&info, bytes, count);
    jpeg_read_header(&info, TRUE);
    if ((unsigned long)info.image_width * info.image_height > maximum_pixels) jpeg_attempt_fail((j_common_ptr)&info);
    info.out_color_space = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK ? JCS_CMYK : JCS_EXT_RGBA;
    info.scale_denom = 8;
    for (info.scale_num = 1; info.scale_num < 8; info.scale_num *= 2) {
        jpeg_calc_output_dimensions(&info);
        if (info.output_width >= wanted_width && info.output_height >= wanted_height) break;
    }
    jpeg_start_decompress(&info);
    *width = info.output_width;
    *height = info.output_height;
    size_t stride = (size_t)info.output_width * 4;
    pixels = (unsigned char *)malloc(stride * info.output_height);
    if (pixels == NULL) jpeg_attempt_fail((j_common_ptr)&info);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels + stride * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    if (info.out_color_space == JCS_CMYK)
        // Printers' files hold their inks inverted.
        for (size_t i = 0; i < stride * info.output_height; i += 4) {
            unsigned black = pixels[i + 3];
            for (int channel = 0; channel < 3; channel++)
                pixels[i + channel] = (unsigned char)(pixels[i + channel] * black / 255);
            pixels[i + 3] = 255;
        }
    jpeg_destroy_decompress(&info);
    return pixels;
}

#endif
