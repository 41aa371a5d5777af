package io.marquee.conversation.blast;

import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import io.marquee.guest.GuestSegments.Member;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation.Copy;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.mail.Letter.Wording;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A blast as its readers get it. */
@Component
class BlastLetters {
    private final Pages pages;
    private final Settings settings;
    private final Capabilities capabilities;
    private final OrganizationReads organizations;

    BlastLetters(Pages pages, Settings settings, Capabilities capabilities, OrganizationReads organizations) {
        this.pages = pages;
        this.settings = settings;
        this.capabilities = capabilities;
        this.organizations = organizations;
    }

    /** One for each, the same for all who read one language. */
    List<Copy> copies(EventView event, BlastView blast, List<Member> members) {
        String host = organizations.byId(blast.organization()).name();
        Map<String, Letter> letters = new HashMap<>();
        return members.stream()
                .map(member -> new Copy(
                        "blast:" + blast.id() + ":" + member.id(),
                        member.email(),
                        letters.computeIfAbsent(
                                member.locale(),
                                locale -> letter(
                                        event,
                                        blast.draft(),
                                        path(blast.id()),
                                        host,
                                        pages.text(Locale.forLanguageTag(locale))))))
                .toList();
    }

    /** To whoever writes it: there is nothing to read online yet. */
    Letter test(EventView event, BlastDraft draft, Locale locale) {
        String host = organizations.byId(event.organization()).name();
        return letter(event, draft, "/events/" + event.slug(), host, pages.text(locale));
    }

    private String path(BlastId id) {
        return "/blasts/" + capabilities.tokenFor(id.value());
    }

    private Letter letter(EventView event, BlastDraft draft, String path, String host, Text text) {
        return new Letter(
                text.code(),
                event.details().hue(),
                draft.subject(),
                draft.subject(),
                List.of(draft.body()),
                List.of(new Fact(
                        event.details().title(),
                        event.dateUnknown()
                                ? text.get("eventpage.when.unknown")
                                : text.dateTime(
                                        event.details().startsAt(),
                                        event.details().timeZone()))),
                new Button(text.get("conversation.blast.letter.open"), settings.baseUrl() + path),
                List.of(),
                text.get(
                        "conversation.blast.letter.footer",
                        host,
                        event.details().title()),
                new Wording("conversation.blast.letter", List.of(), 0, Markdown.html(draft.body())));
    }

    /** What tests are told apart by. */
    static String testCause() {
        return "blast_test:" + io.marquee.kernel.Ids.next();
    }
}
