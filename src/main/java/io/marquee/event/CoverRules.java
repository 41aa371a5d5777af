package io.marquee.event;

import io.marquee.kernel.InvalidInput;
import io.marquee.media.ImageView;
import io.marquee.media.MediaLibrary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A cover must be there, and a new one brings its colour. */
@Component
class CoverRules {
    private final MediaLibrary library;

    CoverRules(MediaLibrary library) {
        this.library = library;
    }

    /**
     * @param before the event as it was; null for a new one
     * @return with the hue of a new cover, unless the editor chose another hue with it
     * @throws InvalidInput when there is no such picture
     */
    EventDetails apply(EventDetails details, @Nullable EventDetails before) {
        boolean same =
                before != null && details.cover() != null && details.cover().equals(before.cover());
        if (details.cover() == null || same) return details;
        ImageView image = library.find(details.cover());
        if (image == null) throw InvalidInput.at("cover", "unknown_image");
        boolean hueChosen = before != null && details.hue() != before.hue();
        return hueChosen ? details : details.but().hue(image.hue()).build();
    }
}
