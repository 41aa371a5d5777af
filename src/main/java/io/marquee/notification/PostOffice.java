package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.kernel.Ids;
import io.marquee.notification.MailPace.Wait;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letterbox;
import io.marquee.platform.mail.OptionalLetter;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails in: one for each cause, and its sending as a job of the same transaction. */
@Component
class PostOffice implements Letterbox {
    private final MailTable mails;
    private final Consent consent;
    private final LetterPress press;
    private final NoticeWriting notices;
    private final SchedulerClient scheduler;
    private final Settings settings;
    private final Acting acting;
    private final Clock clock;

    PostOffice(
            MailTable mails,
            Consent consent,
            LetterPress press,
            NoticeWriting notices,
            SchedulerClient scheduler,
            Settings settings,
            Acting acting,
            Clock clock) {
        this.mails = mails;
        this.consent = consent;
        this.press = press;
        this.notices = notices;
        this.scheduler = scheduler;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Posted post(OptionalLetter letter) {
        return posted(take(new NewMail(
                letter.cause(),
                letter.kind(),
                letter.topic(),
                letter.organization(),
                letter.recipient().value(),
                null,
                null,
                letter.letter())));
    }

    private static Posted posted(Taken taken) {
        if (taken.state() == null) return Posted.KNOWN;
        else if (taken.state() != MailState.WITHHELD) return Posted.TAKEN;
        else
            return "bounced".equals(taken.why()) || "complained".equals(taken.why())
                    ? Posted.UNDELIVERABLE
                    : Posted.UNWANTED;
    }

    @Transactional
    public Taken take(NewMail mail) {
        UUID id = Ids.next();
        return acting.asPlatform(() -> {
            Taken taken = insert(id, mail);
            if (taken.state() == MailState.QUEUED) schedule(id);
            return taken;
        });
    }

    /**
     * The same, but the caller sends it.
     *
     * @return the mail that waits to be sent; empty where it was sent before
     */
    @Transactional
    public Optional<UUID> write(NewMail mail) {
        UUID id = Ids.next();
        return acting.asPlatform(() -> {
            MailState state = insert(id, mail).state();
            if (state == null) return mails.queued(mail.cause());
            return state == MailState.WITHHELD ? Optional.empty() : Optional.of(id);
        });
    }

    /**
     * What became of a mail.
     *
     * @param state null where there was one of this cause, or no mail can go there
     * @param why it is withheld
     */
    record Taken(@Nullable MailState state, @Nullable String why) {
        static final Taken NOT = new Taken(null, null);
    }

    private Taken insert(UUID id, NewMail mail) {
        // who gave no address at the box office: no mail can be sent there (RFC 2606)
        if (mail.recipient().endsWith(".invalid")) return Taken.NOT;
        String why = consent.against(mail);
        MailState sendable = settings.sendsMail() ? MailState.QUEUED : MailState.OUTBOX;
        Taken taken = new Taken(why == null ? sendable : MailState.WITHHELD, why);
        if (!mails.insert(id, mail, press.print(id, mail), taken)) return Taken.NOT;
        notices.note(mail, why);
        return taken;
    }

    /** The mail server did not take it, or it is not its turn: a job tries again. */
    @Transactional
    public void later(UUID id, Wait wait) {
        schedule(MailJobs.Send.first(id).at(wait.turn()), wait.time());
    }

    /** Tries all again that failed. @return how many */
    @Transactional
    public int allAgain(int most) {
        if (!settings.sendsMail()) return 0;
        List<UUID> again = acting.asPlatform(() -> mails.requeueFailed(most));
        again.forEach(this::schedule);
        return again.size();
    }

    /** Tries a mail again that failed, or that was written before there was a server. @return false when it is not waiting */
    @Transactional
    public boolean again(UUID id) {
        return acting.asPlatform(() -> {
            boolean waiting = settings.sendsMail() && mails.requeue(id);
            if (waiting) {
                schedule(id);
            }
            return waiting;
        });
    }

    private void schedule(UUID id) {
        schedule(MailJobs.Send.first(id), Duration.ZERO);
    }

    private void schedule(MailJobs.Send job, Duration wait) {
        scheduler.scheduleIfNotExists(MailJobs.SEND
                .instance(Ids.next().toString())
                .data(job)
                .scheduledTo(clock.instant().plus(wait)));
    }
}
