package io.marquee.identity.web;

import io.marquee.identity.PersonView;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a person's profile. */
public record AccountView(PersonView me, List<Field> fields, FieldErrors errors) {
    private static final int AVATAR_WIDTH = 320;

    /** Null where the person has no picture. */
    public @Nullable String avatarPath() {
        return me.avatar() == null ? null : MediaLibrary.path(me.avatar(), AVATAR_WIDTH);
    }

    /** For the form that takes a picture. */
    public Field avatar(Text text) {
        return Field.upload("avatar", text.get("identity.field.avatar"), MediaLibrary.ACCEPTED, MediaLibrary.MOST_BYTES)
                .required()
                .with("preview", avatarPath())
                .error(errors.of("avatar"));
    }
}
