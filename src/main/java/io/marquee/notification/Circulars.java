package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One letter to many, asked and written batch by batch: for each a statement about consent, one for mails and one for notices. */
@Component
class Circulars implements Circulation {
    private final CircularTable table;
    private final LetterPress press;
    private final People people;
    private final SchedulerClient scheduler;
    private final Settings settings;
    private final Acting acting;
    private final Clock clock;

    Circulars(
            CircularTable table,
            LetterPress press,
            People people,
            SchedulerClient scheduler,
            Settings settings,
            Acting acting,
            Clock clock) {
        this.table = table;
        this.press = press;
        this.people = people;
        this.scheduler = scheduler;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Reach reach(Circular circular, Collection<String> emails) {
        return acting.asPlatform(() -> {
            Map<String, CircularTable.Said> said = table.against(circular, emails);
            Map<String, PersonView> accounts = circular.inApp() ? people.confirmed(emails) : Map.of();
            Set<String> mailed = circular.byEmail() ? mailable(emails, said) : Set.of();
            Set<String> told = tellable(accounts.keySet(), said);
            return reach(emails, mailed, told);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> against(OrganizationId organization, Topic topic, Collection<String> emails) {
        Circular asked = new Circular(Ids.next(), "asked", topic, organization, true, false);
        Map<String, String> against = new HashMap<>();
        acting.asPlatform(() -> table.against(asked, emails)).forEach((email, said) -> {
            if (said.mail() != null) against.put(email, said.mail());
        });
        return against;
    }

    @Override
    @Transactional
    public Reach hand(Circular circular, List<Copy> copies) {
        List<String> emails = copies.stream().map(Copy::email).toList();
        return acting.asPlatform(() -> {
            Map<String, CircularTable.Said> said = table.against(circular, emails);
            Set<String> mailed = circular.byEmail() ? mail(circular, copies, said) : Set.of();
            Set<String> told = circular.inApp() ? tell(circular, copies, said) : Set.of();
            return reach(emails, mailed, told);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Integer> fates(UUID circular) {
        return acting.asPlatform(() -> table.fates(circular));
    }

    /** Whoever wants none has a row too: it says why nothing came. */
    private Set<String> mail(Circular circular, List<Copy> copies, Map<String, CircularTable.Said> said) {
        MailState sendable = settings.sendsMail() ? MailState.QUEUED : MailState.OUTBOX;
        Set<String> tell = press.mayTell(
                circular.organization(), copies.stream().map(Copy::email).toList());
        List<CircularTable.Row> rows = copies.stream()
                .filter(copy -> isAddress(copy.email()))
                .map(copy -> {
                    UUID id = Ids.next();
                    String why = said.getOrDefault(copy.email(), CircularTable.Said.NOTHING)
                            .mail();
                    LetterPress.Printed printed = press.print(id, copy.letter(), tell.contains(copy.email()));
                    return new CircularTable.Row(id, copy, printed, why == null ? sendable : MailState.WITHHELD, why);
                })
                .toList();
        Set<UUID> written = table.mail(circular, rows);
        List<CircularTable.Row> going = rows.stream()
                .filter(row -> written.contains(row.id()) && row.state() != MailState.WITHHELD)
                .toList();
        if (sendable == MailState.QUEUED) schedule(going);
        return going.stream().map(row -> row.copy().email()).collect(Collectors.toSet());
    }

    private void schedule(List<CircularTable.Row> going) {
        Instant now = clock.instant();
        scheduler.scheduleBatch(going.stream()
                .<SchedulableInstance<?>>map(row -> MailJobs.SEND
                        .instance(Ids.next().toString())
                        .data(MailJobs.Send.first(row.id()))
                        .scheduledTo(now))
                .toList());
    }

    private Set<String> tell(Circular circular, List<Copy> copies, Map<String, CircularTable.Said> said) {
        Map<String, PersonView> accounts =
                people.confirmed(copies.stream().map(Copy::email).toList());
        Set<String> told = tellable(accounts.keySet(), said);
        String here = settings.baseUrl().toString();
        List<CircularTable.Note> notes = copies.stream()
                .filter(copy -> told.contains(copy.email()))
                .map(copy -> CircularTable.Note.of(accounts.get(copy.email()), copy, here))
                .toList();
        table.tell(circular, notes);
        return told;
    }

    private static Set<String> mailable(Collection<String> emails, Map<String, CircularTable.Said> said) {
        return emails.stream()
                .filter(Circulars::isAddress)
                .filter(email ->
                        said.getOrDefault(email, CircularTable.Said.NOTHING).mail() == null)
                .collect(Collectors.toSet());
    }

    private static Set<String> tellable(Collection<String> accounts, Map<String, CircularTable.Said> said) {
        return accounts.stream()
                .filter(email ->
                        said.getOrDefault(email, CircularTable.Said.NOTHING).takesNotices())
                .collect(Collectors.toSet());
    }

    private static Reach reach(Collection<String> emails, Set<String> mailed, Set<String> told) {
        Set<String> nobody = new HashSet<>(emails);
        nobody.removeAll(mailed);
        nobody.removeAll(told);
        return new Reach(mailed.size(), told.size(), nobody.size());
    }

    /** Who gave no address at the box office has one that no mail can be sent to (RFC 2606). */
    private static boolean isAddress(String email) {
        return EmailAddress.isValid(email) && !email.endsWith(".invalid");
    }
}
