package io.marquee.identity.web;

import io.marquee.identity.PersonView;
import io.marquee.identity.ProfileEdit;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Languages;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimeZones;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of the profile holds. */
record ProfileFields(String name, String company, String phone, String locale, String timeZone) {
    ProfileFields(
            @Nullable String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String timeZone) {
        this.name = Objects.requireNonNullElse(name, "");
        this.company = Objects.requireNonNullElse(company, "");
        this.phone = Objects.requireNonNullElse(phone, "");
        this.locale = Objects.requireNonNullElse(locale, "");
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
    }

    static ProfileFields of(PersonView person) {
        return new ProfileFields(
                person.name(),
                person.company(),
                person.phone(),
                Languages.nearest(person.locale()).toLanguageTag(),
                person.timeZone().getId());
    }

    ProfileEdit edit() {
        return new ProfileEdit(name, company, phone, locale, timeZone);
    }

    List<Field> fields(Text text, FieldErrors errors) {
        return List.of(
                        Field.text("name", text.get("identity.field.name"))
                                .value(name)
                                .required()
                                .with("autocomplete", "name")
                                .with("maxlength", "120"),
                        Field.text("company", text.get("identity.field.company"))
                                .value(company)
                                .with("autocomplete", "organization")
                                .with("maxlength", "120"),
                        Field.text("phone", text.get("identity.field.phone"))
                                .value(phone)
                                .with("type", "tel")
                                .with("autocomplete", "tel"),
                        Field.select("locale", text.get("identity.field.locale"), languages())
                                .value(locale)
                                .required(),
                        Field.select("timeZone", text.get("identity.field.time_zone"), TimeZones.options(timeZone))
                                .value(timeZone)
                                .required())
                .stream()
                .map(field -> field.error(errors.of(field.name())))
                .toList();
    }

    private static List<Option> languages() {
        return Languages.ALL.stream()
                .map((Locale l) -> Option.of(l.toLanguageTag(), Languages.name(l)))
                .toList();
    }
}
