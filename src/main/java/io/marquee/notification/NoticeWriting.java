package io.marquee.notification;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Wire;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Topic;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whoever has an account what is mailed to their address within the product too, unless they chose otherwise. */
@Component
class NoticeWriting {
    /** A mailbox that takes no mail is a reason to be told here; the others are words of the person, for all channels. */
    private static final Set<String> THEIR_WORD = Stream.of(Reason.UNSUBSCRIBED, Reason.COMPLAINED, Reason.ENTERED)
            .map(Wire::name)
            .collect(Collectors.toSet());

    private final NoticeTable notices;
    private final ChoiceTable choices;
    private final People people;
    private final Settings settings;

    NoticeWriting(NoticeTable notices, ChoiceTable choices, People people, Settings settings) {
        this.notices = notices;
        this.choices = choices;
        this.people = people;
        this.settings = settings;
    }

    /** @param withheld why it is not mailed; null where it is */
    void note(NewMail mail, @Nullable String withheld) {
        boolean asked = mail.topic() == Topic.ACCOUNT || withheld != null && THEIR_WORD.contains(withheld);
        if (asked || !EmailAddress.isValid(mail.recipient())) return;
        EmailAddress email = EmailAddress.of(mail.recipient());
        PersonView person = people.byEmail(email);
        if (person != null && person.verified() && choices.wants(email, mail.topic(), Channel.IN_APP)) {
            notices.add(person.id(), mail, link(mail.letter().button()));
        }
    }

    private @Nullable String link(Letter.@Nullable Button button) {
        String here = settings.baseUrl() + "/";
        return button == null || !button.url().startsWith(here)
                ? null
                : button.url().substring(here.length() - 1);
    }
}
