package io.marquee.notification;

import io.marquee.event.EventEvent.CoOrganizerInvited;
import io.marquee.identity.IdentityEvent.MailedLinkRequested;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationEvent.MemberInvited;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.privacy.PrivacyLetterDue;
import io.marquee.waitingroom.WaitingRoomEvent.PlaceLinkRequested;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails about accounts and invitations. */
@Component
class AccountLetters {
    private final PostOffice post;
    private final People people;
    private final Pages pages;
    private final Settings settings;

    AccountLetters(PostOffice post, People people, Pages pages, Settings settings) {
        this.post = post;
        this.people = people;
        this.pages = pages;
        this.settings = settings;
    }

    @ApplicationModuleListener
    void on(MailedLinkRequested asked) {
        Text text = pages.text(Locale.forLanguageTag(asked.locale()));
        String key = "notification.link." + Wire.name(asked.purpose());
        post.take(new NewMail(
                asked.cause(),
                Wire.name(asked.purpose()),
                null,
                asked.email(),
                null,
                letter(text, key, asked.path(), List.of(asked.name()))));
    }

    @ApplicationModuleListener
    void on(MemberInvited invited) {
        Text text = of(invited.email(), invited.language());
        String role = text.get("notification.role." + invited.role());
        post.take(new NewMail(
                invited.cause(),
                "member_invited",
                invited.organization(),
                invited.email(),
                null,
                letter(
                        text,
                        "notification.member_invited",
                        invited.path(),
                        List.of(invited.organizationName(), invited.invitedBy(), role))));
    }

    @ApplicationModuleListener
    void on(CoOrganizerInvited invited) {
        Text text = of(invited.email(), invited.language());
        String role = text.get("notification.role." + invited.role());
        post.take(new NewMail(
                invited.cause(),
                "co_organizer_invited",
                invited.organization(),
                invited.email(),
                null,
                letter(
                        text,
                        "notification.co_organizer_invited",
                        invited.path(),
                        List.of(invited.eventTitle(), invited.invitedBy(), role))));
    }

    @ApplicationModuleListener
    void on(PlaceLinkRequested asked) {
        Text text = pages.text(Locale.forLanguageTag(asked.locale()));
        post.take(new NewMail(
                asked.cause(),
                "place_link",
                asked.organization(),
                asked.email(),
                null,
                letter(text, "notification.place_link", asked.path(), List.of(asked.eventTitle()))));
    }

    @ApplicationModuleListener
    void on(PrivacyLetterDue due) {
        Text text = pages.text(Locale.forLanguageTag(due.locale()));
        post.take(new NewMail(
                due.cause(),
                "personal_data",
                null,
                due.email(),
                null,
                letter(
                        text,
                        "notification.privacy." + due.about(),
                        due.path(),
                        List.of(text.dateTime(due.until(), ZoneId.of("UTC"))))));
    }

    /** In the language of whoever gets it, else of whoever invites. */
    private Text of(String email, @Nullable String inviters) {
        PersonView known = people.byEmail(EmailAddress.of(email));
        if (known != null) return pages.text(known.locale());
        else return pages.text(inviters == null ? Locale.ENGLISH : Locale.forLanguageTag(inviters));
    }

    private Letter letter(Text text, String key, String path, List<String> words) {
        Object[] arguments = words.toArray();
        return new Letter(
                        text.code(),
                        Page.DEFAULT_HUE,
                        text.get(key + ".subject", arguments),
                        text.get(key + ".heading", arguments),
                        List.of(text.get(key + ".body", arguments)),
                        List.of(),
                        new Button(text.get(key + ".button"), settings.baseUrl() + path),
                        List.of(),
                        text.get(key + ".footer"))
                .worded(key, arguments);
    }
}
