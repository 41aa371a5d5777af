package io.marquee.organization.web;

import io.marquee.media.MediaLibrary;
import io.marquee.organization.Branding;
import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an organization's brand is changed.
 *
 * @param logoPath null where there is none
 */
public record BrandView(
        OrganizationNav nav,
        List<Field> fields,
        Field logo,
        @Nullable String logoPath,
        FieldErrors errors) {
    private static final int LOGO_WIDTH = 320;

    /** Evenly round the colour wheel, each with its name in the bundle. */
    private static final List<Integer> HUES = List.of(10, 35, 52, 90, 140, 180, 215, 250, 290, 330);

    static BrandView of(OrganizationNav nav, BrandFields typed, FieldErrors errors, Text text) {
        UUID logo = nav.organization().logo();
        String path = logo == null ? null : MediaLibrary.path(logo, LOGO_WIDTH);
        return new BrandView(
                nav,
                fields(typed, text).stream()
                        .map(field -> field.error(errors.of(field.name())))
                        .toList(),
                Field.upload(
                                "logo",
                                text.get("organization.field.logo"),
                                MediaLibrary.ACCEPTED,
                                MediaLibrary.MOST_BYTES)
                        .required()
                        .with("preview", path)
                        .error(errors.of("logo")),
                path,
                errors);
    }

    private static List<Field> fields(BrandFields typed, Text text) {
        return List.of(
                Field.text("name", text.get("organization.field.name"))
                        .value(typed.name())
                        .required()
                        .with("maxlength", "120"),
                Field.textarea("description", text.get("organization.field.description"))
                        .value(typed.description())
                        .hint(text.get("organization.field.description_hint"))
                        .with("rows", "6")
                        .with("maxlength", Integer.toString(Branding.LONGEST_DESCRIPTION)),
                Field.text("website", text.get("organization.field.website"))
                        .value(typed.website())
                        .with("type", "url")
                        .with("inputmode", "url")
                        .with("placeholder", "https://"),
                Field.select("hue", text.get("organization.field.hue"), hues(typed.hue(), text))
                        .value(typed.hue())
                        .required());
    }

    private static List<Option> hues(String current, Text text) {
        List<Option> options = new ArrayList<>(HUES.stream()
                .map(hue -> Option.of(hue.toString(), text.get("organization.hue." + hue)))
                .toList());
        if (options.stream().noneMatch(option -> option.value().equals(current))) {
            options.addFirst(Option.of(current, text.get("organization.hue.own", current)));
        }
        return options;
    }
}
