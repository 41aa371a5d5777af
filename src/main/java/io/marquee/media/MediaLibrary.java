package io.marquee.media;

import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes images in and tells of them. Whoever calls has decided that the actor may upload here. */
@Component
public class MediaLibrary {
    /** The largest file that is taken, in bytes. */
    public static final long MOST_BYTES = 10_000_000;

    /** The widths in which every image can be had; smaller originals are not blown up. */
    public static final List<Integer> WIDTHS = List.of(400, 800, 1600);

    /** For the {@code accept} of a file field. */
    public static final String ACCEPTED = "image/jpeg,image/png,image/gif";

    private final ImageReading reading;
    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MediaLibrary(
            ImageReading reading, ObjectStore store, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.reading = reading;
        this.store = store;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes an image in: looks at what it is, not at what it is called, decodes it within limits, drops everything but the
     * picture itself, and keeps it in the sizes that pages use. Slow, and never inside a transaction. The files are there before
     * the row that names them; what has none a day later is removed.
     *
     * @param field of the form or the API, at which problems are told
     * @param organization whose it is; null for a person's own, such as an avatar
     * @throws io.marquee.kernel.InvalidInput when it is no JPEG, PNG or GIF, too large, or broken
     * @throws Unauthenticated unless a person uploads it
     * @throws MediaRefused.StoreDown
     */
    public ImageView add(String field, @Nullable OrganizationId organization, byte[] content) {
        if (!(Acting.current() instanceof Actor.Person person)) {
            throw new Unauthenticated();
        }
        Picture picture = reading.read(field, content);
        Map<Integer, byte[]> sizes = picture.encoded(WIDTHS);
        ImageView image = new ImageView(Ids.next(), picture.width(), picture.height(), picture.hue());
        sizes.forEach((width, jpeg) -> store.put(Keys.image(image.id(), width), "image/jpeg", jpeg));
        transaction.executeWithoutResult(status -> insert(image, organization, person, total(sizes)));
        return image;
    }

    /** @return null when there is no such image */
    public @Nullable ImageView find(UUID id) {
        return transaction.execute(status -> jdbc.sql("select id, width, height, hue from media.images where id = ?")
                .param(id)
                .query((row, n) -> new ImageView(
                        row.getObject("id", UUID.class), row.getInt("width"), row.getInt("height"), row.getInt("hue")))
                .optional()
                .orElse(null));
    }

    /**
     * The image itself, as JPEG; to be closed, and not inside a transaction. The store is asked for none that we do not have: of one that
     * is missing some say that it is forbidden, and whoever makes up names must not make the store look broken.
     *
     * @param width one of {@link #WIDTHS}
     * @return null when there is no such image
     * @throws MediaRefused.StoreDown
     */
    public @Nullable StoredFile open(UUID id, int width) {
        return WIDTHS.contains(width) && find(id) != null ? store.open(Keys.image(id, width)) : null;
    }

    /** Where a browser gets an image. @param width one of {@link #WIDTHS}, in pixels */
    public static String path(UUID id, int width) {
        return "/media/" + id + "/" + width + ".jpg";
    }

    private void insert(ImageView image, @Nullable OrganizationId organization, Actor.Person person, long bytes) {
        int rows = jdbc.sql("""
                        insert into media.images (id, organization_id, person_id, width, height, bytes, hue, created_at)
                        values (:id, :organization, :person, :width, :height, :bytes, :hue, :now)
                        """)
                .param("id", image.id())
                .param("organization", organization == null ? null : organization.value())
                .param("person", person.id())
                .param("width", image.width())
                .param("height", image.height())
                .param("bytes", bytes)
                .param("hue", image.hue())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the image was not written");
        }
    }

    private static long total(Map<Integer, byte[]> sizes) {
        return sizes.values().stream().mapToLong(bytes -> bytes.length).sum();
    }
}
