package io.marquee.notification;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.notification.DigestTable.Due;
import io.marquee.platform.config.Settings;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail each morning, where the person lives, about what they were told since the last one and have not read. */
@Component
class Digests {
    static final String KIND = "digest";
    private static final String CAUSE = "digest:";
    private static final Duration AT_LEAST_APART = Duration.ofHours(20);
    private static final int FROM_HOUR = 7;
    private static final int TO_HOUR = 11;
    private static final int MOST = 12;

    private final DigestTable digests;
    private final NoticeTable notices;
    private final PostOffice post;
    private final People people;
    private final Pages pages;
    private final Settings settings;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            DigestTable digests,
            NoticeTable notices,
            PostOffice post,
            People people,
            Pages pages,
            Settings settings,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.digests = digests;
        this.notices = notices;
        this.post = post;
        this.people = people;
        this.pages = pages;
        this.settings = settings;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many were written */
    int writeAll() {
        return acting.asPlatform(() -> {
            List<Due> due = transaction.execute(
                    status -> digests.lookedAtBefore(clock.instant().minus(AT_LEAST_APART)));
            Map<PersonId, PersonView> known =
                    people.byIds(due.stream().map(Due::person).toList());
            return EachAlone.sum(
                    due.stream()
                            .filter(one -> known.containsKey(one.person()) && isMorning(known.get(one.person())))
                            .toList(),
                    one -> transaction.execute(status -> write(one, Objects.requireNonNull(known.get(one.person())))));
        });
    }

    /** Who had it written, whoever has its address by now. @param mail a digest */
    static PersonId whose(StoredMail mail) {
        int from = CAUSE.length();
        return PersonId.of(
                UUID.fromString(mail.cause().substring(from, mail.cause().indexOf(':', from))));
    }

    private boolean isMorning(PersonView person) {
        int hour = clock.instant().atZone(person.timeZone()).getHour();
        return hour >= FROM_HOUR && hour < TO_HOUR;
    }

    private int write(Due due, PersonView person) {
        if (!digests.looked(due)) return 0;
        List<NoticeView> fresh = notices.list(due.person(), null, MOST).stream()
                .filter(notice -> notice.readAt() == null && notice.at().isAfter(due.lookedAt()))
                .toList();
        if (fresh.isEmpty()) return 0;
        String cause = CAUSE + person.id() + ":" + due.lookedAt();
        String recipient = person.email().value();
        post.take(new NewMail(cause, KIND, Topic.ACCOUNT, null, recipient, null, null, letter(fresh, person)));
        return 1;
    }

    private Letter letter(List<NoticeView> fresh, PersonView person) {
        Text text = pages.text(person.locale());
        String key = "notification.digest.";
        return new Letter(
                text.code(),
                Page.DEFAULT_HUE,
                text.get(key + "subject", fresh.size()),
                text.get(key + "heading", person.name()),
                List.of(text.get(key + "body")),
                fresh.stream()
                        .map(notice -> new Fact(
                                text.of("notification.topic", notice.topic()) + " · "
                                        + text.dateTime(notice.at(), person.timeZone()),
                                notice.subject()))
                        .toList(),
                new Button(text.get(key + "button"), settings.baseUrl() + "/account/notifications"),
                List.of(),
                text.get(key + "footer"));
    }
}
