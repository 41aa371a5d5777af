package io.marquee.event.gallery;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.media.ImageView;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The pictures of events. Commands are for those who may edit the event. */
@Component
public class Gallery {
    private static final int MOST = 20;
    private static final int LONGEST_ALT = 300;

    private final PictureRows rows;
    private final MediaLibrary library;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Gallery(
            PictureRows rows,
            MediaLibrary library,
            Access access,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.library = library;
        this.access = access;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In order, as whoever acts may see them: as visible as the event is. */
    @Transactional(readOnly = true)
    public List<PictureView> of(EventId event) {
        return rows.of(event);
    }

    /**
     * As the last. Not in a transaction as a whole: decoding a picture is slow.
     *
     * @throws InvalidInput at {@code picture} or {@code alt}
     */
    public PictureView add(EventView event, String alt, byte[] content) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        String words = checked(alt);
        requireRoom(event);
        ImageView image = library.add("picture", event.organization(), content);
        PictureView picture =
                new PictureView(image.id(), event.id(), event.organization(), words, image.width(), image.height());
        transaction.executeWithoutResult(status -> rows.add(picture, clock.instant()));
        return picture;
    }

    /** @throws InvalidInput at {@code alt} */
    @Transactional
    public PictureView describe(EventView event, UUID id, String alt) {
        PictureView picture = editable(event, id);
        String words = checked(alt);
        rows.describe(picture, words);
        return new PictureView(id, picture.event(), picture.organization(), words, picture.width(), picture.height());
    }

    @Transactional
    public void remove(EventView event, UUID id) {
        rows.remove(editable(event, id));
    }

    /** @param position 1.. among the event's pictures; past the end it is the last */
    @Transactional
    public void move(EventView event, UUID id, int position) {
        editable(event, id);
        List<UUID> order = new ArrayList<>(
                rows.of(event.id()).stream().map(PictureView::id).toList());
        order.remove(id);
        order.add(Math.clamp(position - 1, 0, order.size()), id);
        rows.reorder(event.id(), order);
    }

    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> rows.copy(copied.from(), copied.event(), clock.instant()));
    }

    private PictureView editable(EventView event, UUID id) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        return rows.find(event.id(), id).orElseThrow(() -> new NotFound("picture"));
    }

    private void requireRoom(EventView event) {
        int there = transaction.execute(status -> rows.of(event.id()).size());
        if (there >= MOST) throw InvalidInput.at("picture", "too_many_pictures", MOST);
    }

    private static String checked(String alt) {
        String words = alt.strip();
        InvalidInput.gather()
                .check(!words.isEmpty(), "alt", "required")
                .check(words.length() <= LONGEST_ALT, "alt", "too_long", LONGEST_ALT)
                .check(words.codePoints().noneMatch(Character::isISOControl), "alt", "one_line")
                .orThrow();
        return words;
    }
}
