package io.marquee.identity.web;

import io.marquee.identity.PersonView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a person's profile. */
public record AccountView(PersonView me, List<Field> fields, FieldErrors errors) {

    /** Null where the person has no picture. */
    public @Nullable String avatarPath() {
        return me.avatar() == null ? null : "/media/" + me.avatar() + "/128.jpg";
    }
}
