package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.kernel.Ids;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails in: one for each cause, and its sending as a job of the same transaction. */
@Component
class PostOffice {
    private final MailTable mails;
    private final TemplateEngine templates;
    private final SchedulerClient scheduler;
    private final Settings settings;
    private final Acting acting;
    private final Clock clock;

    PostOffice(
            MailTable mails,
            TemplateEngine templates,
            SchedulerClient scheduler,
            Settings settings,
            Acting acting,
            Clock clock) {
        this.mails = mails;
        this.templates = templates;
        this.scheduler = scheduler;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    @Transactional
    public void take(NewMail mail) {
        UUID id = Ids.next();
        boolean byServer = settings.smtp() != null;
        acting.asPlatform(() -> {
            if (insert(id, mail) && byServer) schedule(id);
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
        return acting.asPlatform(() -> insert(id, mail) ? Optional.of(id) : mails.queued(mail.cause()));
    }

    private boolean insert(UUID id, NewMail mail) {
        // who gave no address at the box office: no mail can be sent there (RFC 2606)
        if (mail.recipient().endsWith(".invalid")) return false;
        StringOutput html = new StringOutput();
        templates.render("notification/letter.jte", mail.letter(), html);
        return mails.insert(id, mail, html.toString(), settings.smtp() != null ? MailState.QUEUED : MailState.OUTBOX);
    }

    /** The mail server did not take it: a job tries again. */
    @Transactional
    public void later(UUID id) {
        schedule(id);
    }

    /** Tries a mail again that failed, or that was written before there was a server. @return false when it is not waiting */
    @Transactional
    public boolean again(UUID id) {
        return acting.asPlatform(() -> {
            boolean waiting = settings.smtp() != null && mails.requeue(id);
            if (waiting) {
                schedule(id);
            }
            return waiting;
        });
    }

    private void schedule(UUID id) {
        scheduler.scheduleIfNotExists(MailJobs.SEND
                .instance(Ids.next().toString())
                .data(new MailJobs.Send(id))
                .scheduledTo(clock.instant()));
    }
}
