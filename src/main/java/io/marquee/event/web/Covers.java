package io.marquee.event.web;

import io.marquee.event.EventDetails;
import io.marquee.event.gallery.PictureView;
import io.marquee.media.MediaLibrary;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of pictures in the sizes that pages use. */
final class Covers {
    private static final int IN_LIST = 800;
    private static final int LOGO = 400;

    private Covers() {}

    /** For the event's own page, where the cover is up to 380 pixels wide, or the width of a phone. */
    static EventPageView.@Nullable Cover of(EventDetails details) {
        UUID cover = details.cover();
        return cover == null ? null : new EventPageView.Cover(MediaLibrary.path(cover, IN_LIST), srcset(cover));
    }

    static EventPageView.Picture picture(PictureView picture) {
        return new EventPageView.Picture(
                MediaLibrary.path(picture.id(), MediaLibrary.WIDTHS.getFirst()),
                srcset(picture.id()),
                MediaLibrary.path(picture.id(), MediaLibrary.WIDTHS.getLast()),
                picture.alt(),
                picture.width(),
                picture.height());
    }

    private static String srcset(UUID image) {
        return MediaLibrary.WIDTHS.stream()
                .map(width -> MediaLibrary.path(image, width) + " " + width + "w")
                .collect(Collectors.joining(", "));
    }

    static @Nullable String inList(EventDetails details) {
        return details.cover() == null ? null : MediaLibrary.path(details.cover(), IN_LIST);
    }

    static @Nullable String logo(@Nullable UUID logo) {
        return logo == null ? null : MediaLibrary.path(logo, LOGO);
    }
}
