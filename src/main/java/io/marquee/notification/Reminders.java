package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Reminds everybody who comes, with a ticket or without, a day and an hour before the event begins. Each letter is a transaction of
 * its own, one for each address, lead and beginning: whoever is interrupted begins anew and writes to nobody twice.
 */
@Component
class Reminders {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final TicketHolders holders;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    Reminders(
            PostOffice post,
            Pages pages,
            Settings settings,
            TicketHolders holders,
            EventReads events,
            Acting acting,
            Clock clock) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.holders = holders;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    static boolean mayCome(EventView event) {
        return event.state() == EventState.PUBLISHED && !event.dateUnknown();
    }

    void send(ReminderJobs.Due due) {
        acting.asSystem(OrganizationId.of(due.organization()), () -> {
            EventView event = events.ifThere(EventId.of(due.event()));
            if (event != null && isDue(event, due.lead()))
                holders.eachComing(event, holder -> send(event, due.lead(), holder));
        });
    }

    /** A late job reminds nobody of what has begun, nor of tomorrow within the last hour. */
    private boolean isDue(EventView event, Lead lead) {
        Instant now = clock.instant();
        Instant until = lead == Lead.DAY ? event.startsAt().minus(Lead.HOUR.before) : event.startsAt();
        return mayCome(event) && !now.isBefore(event.startsAt().minus(lead.before)) && now.isBefore(until);
    }

    private void send(EventView event, Lead lead, Holder holder) {
        Text text = pages.text(Locale.forLanguageTag(holder.language()));
        String key = lead == Lead.DAY ? "notification.reminder_day" : "notification.reminder_hour";
        Object[] words = {holder.name(), event.details().title()};
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        said(key, holder, text, words),
                        holder.facts(event, text, settings),
                        holder.button(event, text, settings),
                        List.of(),
                        text.get(
                                holder.hasTicket() ? "notification.reminder.footer" : "notification.going_footer",
                                words))
                .worded(key, words);
        String kind = lead == Lead.DAY ? "reminder_day" : "reminder_hour";
        String cause = kind + ":" + event.id() + ":" + holder.email() + ":" + event.startsAt();
        post.take(new NewMail(cause, kind, Topic.REMINDERS, event.organization(), holder.email(), null, null, letter));
    }

    private static List<String> said(String key, Holder holder, Text text, Object... words) {
        String body = text.get(key + ".body", words);
        return holder.hasTicket() ? List.of(body, text.get(key + ".ticket")) : List.of(body);
    }
}
