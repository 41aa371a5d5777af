package io.marquee.identity.web;

import io.marquee.identity.NewAccount;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the forms that make an account ask for. The time zone comes from the browser, where it runs our script. */
record AccountFields(String name, String email, String password, String timeZone) {
    AccountFields(@Nullable String name, @Nullable String email, @Nullable String password, @Nullable String timeZone) {
        this.name = Objects.requireNonNullElse(name, "");
        this.email = Objects.requireNonNullElse(email, "");
        this.password = Objects.requireNonNullElse(password, "");
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
    }

    NewAccount account(Locale locale) {
        ZoneId zone = ZoneId.getAvailableZoneIds().contains(timeZone) ? ZoneId.of(timeZone) : ZoneId.of("UTC");
        return new NewAccount(email, name, password, locale, zone);
    }

    /** The password is never sent back into the page. */
    SmallForm addTo(SmallForm form, Text text, String passwordHint, boolean passwordRequired) {
        Field word = Field.password("password", text.get("identity.field.password"), "new-password")
                .hint(passwordHint);
        return form.field(Field.text("name", text.get("identity.field.name"))
                        .value(name)
                        .required()
                        .with("autocomplete", "name")
                        .with("maxlength", "120"))
                .field(Field.email("email", text.get("identity.field.email"))
                        .value(email)
                        .required())
                .field(passwordRequired ? word.required() : word);
    }

    @Override
    public String toString() {
        return "AccountFields[" + email + "]";
    }
}
