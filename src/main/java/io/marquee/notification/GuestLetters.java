package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestEvent;
import io.marquee.guest.GuestEvent.ConfirmationAsked;
import io.marquee.guest.GuestEvent.LettersDue;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestView;
import io.marquee.guest.Invitations;
import io.marquee.guest.PersonalLinks;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letterbox;
import io.marquee.platform.mail.Letterbox.Posted;
import io.marquee.platform.mail.OptionalLetter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails to guests, each with the link to their own page. */
@Component
class GuestLetters {
    private final PostOffice post;
    private final Letterbox letterbox;
    private final Invitations invitations;
    private final Pages pages;
    private final Settings settings;
    private final GuestReads guests;
    private final EventReads events;
    private final OrganizationReads organizations;
    private final PersonalLinks links;
    private final Acting acting;

    GuestLetters(
            PostOffice post,
            Letterbox letterbox,
            Invitations invitations,
            Pages pages,
            Settings settings,
            GuestReads guests,
            EventReads events,
            OrganizationReads organizations,
            PersonalLinks links,
            Acting acting) {
        this.post = post;
        this.letterbox = letterbox;
        this.invitations = invitations;
        this.pages = pages;
        this.settings = settings;
        this.guests = guests;
        this.events = events;
        this.organizations = organizations;
        this.links = links;
        this.acting = acting;
    }

    /** {0} is the person, {1} the event, {2} who hosts it. */
    @ApplicationModuleListener
    void on(LettersDue due) {
        acting.asSystem(due.organization(), () -> {
            EventView event = events.byId(due.event());
            String host = organizations.byId(due.organization()).name();
            Map<UUID, GuestView> known = guests.byIds(
                    due.guests().stream().map(GuestEvent.Addressed::guest).toList());
            String letterName = Wire.name(due.letter());
            due.guests().stream().filter(one -> known.containsKey(one.guest())).forEach(one -> {
                GuestView guest = Objects.requireNonNull(known.get(one.guest()));
                String link = settings.baseUrl() + "/rsvp/" + links.token(guest);
                Text text = pages.text(Locale.forLanguageTag(guest.locale()));
                Letter letter = letter(event, host, letterName, guest.title(), due.words(), link, text);
                switch (due.letter()) {
                    case INVITED -> optional(one.cause(), letterName, Topic.INVITATIONS, guest, letter);
                    case REMINDED -> optional(one.cause(), letterName, Topic.REMINDERS, guest, letter);
                    case GOING, PENDING_APPROVAL, APPROVED, DECLINED, WAITLISTED, OFFERED, OFFER_OVER, LINK ->
                        post.take(new NewMail(
                                one.cause(), "guest_" + letterName, due.organization(), guest.email(), null, letter));
                }
            });
        });
    }

    private void optional(String cause, String letterName, Topic topic, GuestView guest, Letter letter) {
        Posted posted = letterbox.post(new OptionalLetter(
                cause, "guest_" + letterName, topic, guest.organization(), EmailAddress.of(guest.email()), letter));
        switch (posted) {
            case TAKEN, KNOWN -> {}
            case UNWANTED -> invitations.unwanted(cause);
            case UNDELIVERABLE -> invitations.mailed(cause, GuestView.MailState.BOUNCED);
        }
    }

    @ApplicationModuleListener
    void on(ConfirmationAsked asked) {
        acting.asSystem(asked.organization(), () -> {
            EventView event = events.byId(asked.event());
            String host = organizations.byId(asked.organization()).name();
            Text text = pages.text(Locale.forLanguageTag(asked.locale()));
            Letter letter = letter(event, host, "confirm", asked.name(), "", settings.baseUrl() + asked.path(), text);
            post.take(new NewMail(asked.cause(), "guest_confirm", asked.organization(), asked.email(), null, letter));
        });
    }

    private static Letter letter(
            EventView event, String host, String letterName, String name, String said, String link, Text text) {
        String key = "guestmail.letter." + letterName;
        Object[] words = {name, event.details().title(), host};
        List<String> paragraphs = new ArrayList<>();
        if (!said.isEmpty())
            paragraphs.addAll(said.lines().filter(line -> !line.isBlank()).toList());
        int body = paragraphs.size();
        paragraphs.add(text.get(key + ".body", words));
        return new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        paragraphs,
                        EventFacts.of(event, text),
                        new Button(text.get(key + ".button"), link),
                        List.of(),
                        text.get("guestmail.footer", words))
                .worded(body, key, words);
    }
}
