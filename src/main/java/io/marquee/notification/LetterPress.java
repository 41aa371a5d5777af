package io.marquee.notification;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders letters, those that are optional with the link that ends them. */
@Component
class LetterPress {
    private final TemplateEngine templates;
    private final Wordings wordings;
    private final Pages pages;
    private final Capabilities capabilities;
    private final Settings settings;

    LetterPress(
            TemplateEngine templates, Wordings wordings, Pages pages, Capabilities capabilities, Settings settings) {
        this.templates = templates;
        this.wordings = wordings;
        this.pages = pages;
        this.capabilities = capabilities;
        this.settings = settings;
    }

    /** A letter as HTML and as text. */
    record Printed(String subject, String html, String plain) {}

    /** In the organization's own words, where it has some. */
    Printed print(UUID id, NewMail mail) {
        return print(id, wordings.of(mail), mail.topic().optional());
    }

    /** @param optional whether it has the link that ends it */
    Printed print(UUID id, Letter letter, boolean optional) {
        Letter.@Nullable Button end = optional
                ? new Letter.Button(
                        pages.text(Locale.forLanguageTag(letter.language())).get("notification.unsubscribe.link"),
                        unsubscribe(id))
                : null;
        return print(letter, end);
    }

    /** @param end leads to where one ends letters like this; null where it can't be ended */
    Printed print(Letter letter, Letter.@Nullable Button end) {
        StringOutput html = new StringOutput();
        templates.render(
                "notification/letter.jte",
                end == null ? Map.of("letter", letter) : Map.of("letter", letter, "end", end),
                html);
        String plain = end == null ? letter.plain() : letter.plain() + end.label() + ":\n" + end.url() + "\n";
        return new Printed(letter.subject(), html.toString(), plain);
    }

    /** Where the recipient of this mail says that they want no more of it: also the address of RFC 8058. */
    String unsubscribe(UUID mail) {
        return settings.baseUrl() + "/unsubscribe/" + capabilities.tokenFor(mail);
    }
}
