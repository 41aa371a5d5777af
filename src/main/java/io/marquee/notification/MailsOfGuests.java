package io.marquee.notification;

import io.marquee.guest.GuestMoment;
import io.marquee.guest.GuestTrail;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that guests got about an event, and how far they came. Invitations tell that themselves. */
@Component
class MailsOfGuests implements GuestTrail {
    private final JdbcClient jdbc;
    private final Acting acting;

    MailsOfGuests(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    @Override
    public List<GuestMoment> of(Whom whom) {
        record Mail(
                String subject,
                MailState state,
                @Nullable Timestamp sent,
                Timestamp made,
                @Nullable Timestamp opened,
                @Nullable Timestamp clicked) {}
        List<Mail> mails = acting.asPlatform(() -> jdbc.sql("""
                        select subject, state, sent_at, created_at, opened_at, clicked_at from notification.mails
                         where recipient = any (:addresses) and organization_id = :organization
                           and kind not in ('guest_invited', 'guest_reminded')
                           and (order_id = any (:orders) or ticket_id = any (:tickets)
                                or string_to_array(cause, ':') && :ids::text[])
                         order by created_at desc limit 200
                        """)
                .param("addresses", whom.addresses().toArray(String[]::new))
                .param("organization", whom.guest().organization().value())
                .param("orders", whom.orders().toArray(UUID[]::new))
                .param("tickets", whom.tickets().toArray(UUID[]::new))
                .param("ids", about(whom))
                .query((row, n) -> new Mail(
                        row.getString(1),
                        Wire.parse(MailState.class, row.getString(2)),
                        row.getTimestamp(3),
                        row.getTimestamp(4),
                        row.getTimestamp(5),
                        row.getTimestamp(6)))
                .list());
        List<GuestMoment> moments = new ArrayList<>();
        mails.forEach(mail -> {
            Timestamp at = mail.sent() == null ? mail.made() : mail.sent();
            moments.add(moment(kind(mail.state()), mail.subject(), at));
            if (mail.opened() != null) moments.add(moment("mail_opened", mail.subject(), mail.opened()));
            if (mail.clicked() != null) moments.add(moment("mail_clicked", mail.subject(), mail.clicked()));
        });
        return moments;
    }

    /** Causes name what they are about: the guest, the event, an order, a ticket. */
    private static String[] about(Whom whom) {
        List<String> about = new ArrayList<>();
        whom.ids().forEach(id -> about.add(id.toString()));
        whom.orders().forEach(id -> about.add(id.toString()));
        whom.tickets().forEach(id -> about.add(id.toString()));
        about.add(whom.guest().event().toString());
        return about.toArray(String[]::new);
    }

    private static String kind(MailState state) {
        return switch (state) {
            case QUEUED, OUTBOX -> "mail_queued";
            case WITHHELD -> "mail_withheld";
            case SENT -> "mail_sent";
            case FAILED -> "mail_failed";
            case BOUNCED -> "mail_bounced";
        };
    }

    private static GuestMoment moment(String kind, String subject, Timestamp at) {
        return new GuestMoment(kind, "", subject, null, at.toInstant());
    }
}
