package io.marquee.media;

import java.util.UUID;

/**
 * An image that was taken in.
 *
 * @param width in pixels, as it was uploaded and turned upright
 * @param hue 0 to 359: the colour that stands out in it, in OKLCH
 */
public record ImageView(UUID id, int width, int height, int hue) {

    /** Where a browser gets it, re-encoded. @param width one of {@link MediaLibrary#WIDTHS}, in pixels */
    public String path(int width) {
        return MediaLibrary.path(id, width);
    }
}
