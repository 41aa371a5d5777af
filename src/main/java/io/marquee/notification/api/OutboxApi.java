package io.marquee.notification.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Slice;
import io.marquee.notification.MailState;
import io.marquee.notification.Outbox;
import io.marquee.notification.StoredMail;
import io.marquee.platform.mail.Topic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All mail of the installation, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/mails")
@Tag(name = "Administration")
class OutboxApi {
    private static final int MOST = 100;

    private final Outbox outbox;

    OutboxApi(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param lastError what the server said last, or why it is withheld */
    record Mail(
            UUID id,
            String kind,
            Topic topic,
            String recipient,
            String subject,
            MailState state,
            int attempts,
            @Nullable String lastError,
            Instant createdAt,
            @Nullable Instant sentAt) {
        static Mail of(StoredMail mail) {
            return new Mail(
                    mail.id(),
                    mail.kind(),
                    mail.topic(),
                    mail.recipient(),
                    mail.subject(),
                    mail.state(),
                    mail.attempts(),
                    mail.lastError(),
                    mail.createdAt(),
                    mail.sentAt());
        }
    }

    record Listed(List<Mail> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List mail, the newest first; failed ones are dead letters")
    Listed list(
            @RequestParam(required = false) @Nullable MailState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        Slice<Mail> some = outbox.list(state, cursor, limit).map(Mail::of);
        return new Listed(some.items(), some.next());
    }

    /**
     * @param html as it is sent; pictures of codes stand there as {@code cid:}
     * @param plain the same for readers without HTML
     * @param files what goes with it
     */
    record Whole(Mail mail, String html, String plain, List<String> files) {}

    @GetMapping("/{id}")
    @Operation(summary = "Read a mail")
    Whole read(@PathVariable UUID id) {
        StoredMail mail = outbox.read(id);
        return new Whole(
                Mail.of(mail),
                mail.html(),
                mail.plain(),
                outbox.files(id).stream().map(Outbox.File::name).toList());
    }

    /** @param queued how many go out again */
    record Requeued(int queued) {}

    @PostMapping("/sendings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send all mails again that failed",
            description = "Some thousands at a time; none where there is no mail server.")
    Requeued allAgain() {
        return new Requeued(outbox.allAgain());
    }

    @PostMapping("/{id}/sendings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a mail again that failed, came back, or was written before there was a server")
    void again(@PathVariable UUID id) {
        outbox.read(id);
        if (!outbox.again(id)) throw new NotWaiting();
    }

    private static final class NotWaiting extends Refusal {
        NotWaiting() {
            super(Kind.CONFLICT, "mail_not_waiting");
        }
    }
}
