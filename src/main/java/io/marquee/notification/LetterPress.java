package io.marquee.notification;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders letters, those that are optional with the link that ends them. */
@Component
class LetterPress {
    private final TemplateEngine templates;
    private final Wordings wordings;
    private final Tracking tracking;
    private final Pages pages;
    private final Capabilities capabilities;
    private final Settings settings;

    LetterPress(
            TemplateEngine templates,
            Wordings wordings,
            Tracking tracking,
            Pages pages,
            Capabilities capabilities,
            Settings settings) {
        this.templates = templates;
        this.wordings = wordings;
        this.tracking = tracking;
        this.pages = pages;
        this.capabilities = capabilities;
        this.settings = settings;
    }

    /**
     * A letter as HTML and as text.
     *
     * @param trackedTo where its button leads in the end; null where nobody is told that somebody followed it
     */
    record Printed(
            String subject,
            String html,
            String plain,
            @Nullable String trackedTo) {}

    /** In the organization's own words, where it has some. */
    Printed print(UUID id, NewMail mail) {
        return print(id, wordings.of(mail), mail.canBeEnded(), tracking.target(mail));
    }

    /** One of many, which can be ended. @param told whether its opening may be known, as {@link #mayTell} says */
    Printed print(UUID id, Letter letter, boolean told) {
        return print(id, letter, true, told ? tracking.target(letter) : null);
    }

    /** Of these addresses those whose mail may tell that it was opened. */
    Set<String> mayTell(OrganizationId organization, Collection<String> emails) {
        return tracking.mayTell(organization, emails);
    }

    private Printed print(UUID id, Letter letter, boolean optional, @Nullable String target) {
        Letter.@Nullable Button end = optional
                ? new Letter.Button(
                        pages.text(Locale.forLanguageTag(letter.language())).get("notification.unsubscribe.link"),
                        unsubscribe(id))
                : null;
        // whoever reads it as text is not told of
        String html = target == null
                ? html(letter, end, "")
                : html(letter.leading(tracking.link(id)), end, tracking.link(id));
        return new Printed(letter.subject(), html, plain(letter, end), target);
    }

    /** One that nobody can end. */
    Printed print(Letter letter) {
        return new Printed(letter.subject(), html(letter, null, ""), plain(letter, null), null);
    }

    private String html(Letter letter, Letter.@Nullable Button end, String told) {
        StringOutput html = new StringOutput();
        Map<String, Object> words = new HashMap<>(Map.of("letter", letter, "told", told));
        if (end != null) words.put("end", end);
        templates.render("notification/letter.jte", words, html);
        return html.toString();
    }

    private static String plain(Letter letter, Letter.@Nullable Button end) {
        return end == null ? letter.plain() : letter.plain() + end.label() + ":\n" + end.url() + "\n";
    }

    /** Where the recipient of this mail says that they want no more of it: also the address of RFC 8058. */
    String unsubscribe(UUID mail) {
        return settings.baseUrl() + "/unsubscribe/" + capabilities.tokenFor(mail);
    }
}
