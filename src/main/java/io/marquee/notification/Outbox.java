package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All mail of the installation, for its administrator. */
@Component
public class Outbox {
    private static final int MOST_AGAIN = 5000;

    private final MailTable mails;
    private final PostOffice post;
    private final Enclosures enclosures;
    private final Access access;
    private final Acting acting;

    Outbox(MailTable mails, PostOffice post, Enclosures enclosures, Access access, Acting acting) {
        this.mails = mails;
        this.post = post;
        this.enclosures = enclosures;
        this.access = access;
        this.acting = acting;
    }

    /** Newest first. @param state null for all */
    @Transactional(readOnly = true)
    public Slice<StoredMail> list(@Nullable MailState state, @Nullable String cursor, int limit) {
        access.requireAdministrator();
        UUID before = Cursors.id(cursor);
        return acting.asPlatform(() -> Slice.of(
                mails.list(state, before, limit + 1), limit, mail -> mail.id().toString()));
    }

    @Transactional(readOnly = true)
    public StoredMail read(UUID id) {
        access.requireAdministrator();
        StoredMail mail = acting.asPlatform(() -> mails.find(id));
        if (mail == null) {
            throw new NotFound("mail");
        }
        return mail;
    }

    /** A file that goes with a mail. {@code inline}: it is shown in the text. */
    public record File(String name, String contentType, boolean inline, byte[] bytes) {}

    @Transactional(readOnly = true)
    public List<File> files(UUID id) {
        return enclosures.of(read(id)).stream()
                .map(e -> new File(e.name(), e.contentType(), e.inline(), e.bytes()))
                .toList();
    }

    /** Into the queue again. @return false when it does not wait, or there is no server to send it */
    public boolean again(UUID id) {
        access.requireAdministrator();
        return post.again(id);
    }

    /** How many there are of each. */
    @Transactional(readOnly = true)
    public Map<MailState, Long> count() {
        access.requireAdministrator();
        return acting.asPlatform(mails::count);
    }

    /** All that failed into the queue again, some thousands at a time. @return how many */
    public int allAgain() {
        access.requireAdministrator();
        return post.allAgain(MOST_AGAIN);
    }
}
