package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.kernel.Ids;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
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
        StringOutput html = new StringOutput();
        templates.render("notification/letter.jte", mail.letter(), html);
        UUID id = Ids.next();
        boolean byServer = settings.smtp() != null;
        acting.asPlatform(() -> {
            if (mails.insert(id, mail, html.toString(), byServer ? MailState.QUEUED : MailState.OUTBOX) && byServer) {
                schedule(id);
            }
        });
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
