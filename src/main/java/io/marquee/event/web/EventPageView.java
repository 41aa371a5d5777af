package io.marquee.event.web;

import gg.jte.Content;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Tone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code event/page.jte} shows. All words are resolved already.
 *
 * @param website the event's own, labelled by its host name; null for none, and where the place says it already
 * @param about safe HTML; empty where nothing was written
 * @param notes short sentences to know before one comes
 * @param tickets null where the event sells nothing
 * @param rsvp where one says whether one comes; null where nothing is to be said
 * @param agenda the programme; null where there is none, and so are its speakers
 * @param companions where those who come can go beside this page
 * @param banner what has happened to the event; null while all is well
 * @param series the page with all its dates, labelled by the rule; null where it does not repeat
 * @param manage null for those who may not
 * @param blocks from top to bottom
 */
public record EventPageView(
        String title,
        @Nullable Cover cover,
        String hueClass,
        List<Chip> states,
        List<Link> topics,
        When when,
        Where where,
        @Nullable Link website,
        Host host,
        String about,
        List<String> notes,
        List<Picture> pictures,
        @Nullable Content tickets,
        @Nullable Content rsvp,
        @Nullable Content agenda,
        @Nullable Content speakers,
        List<Link> companions,
        @Nullable Banner banner,
        Share share,
        String calendar,
        @Nullable Link series,
        @Nullable String manage,
        List<Block> blocks) {

    /** @param name the kind's, as on the wire; @param prose safe HTML; empty but for questions and answers */
    public record Block(String name, String prose) {}

    /** @param full where it is shown as large as there is */
    public record Picture(String src, String srcset, String full, String alt, int width, int height) {}

    /** @param srcset for {@code img}; widths in pixels */
    public record Cover(String src, String srcset) {}

    /**
     * @param leaf for the calendar's leaf
     * @param day "Thursday 18 June 2027"
     * @param hours "19:30 – 23:00 CEST"
     * @param start null for an all-day event: it has no hour that the viewer's clock could show differently
     */
    public record When(
            LocalDate leaf,
            String day,
            String hours,
            @Nullable LocalDateTime start,
            ZoneId zone) {}

    /**
     * @param icon of the sprite: "pin" or "online"
     * @param link out of the site: a map, or where it is streamed; null for none
     */
    public record Where(
            String icon,
            String name,
            @Nullable String detail,
            @Nullable String link,
            String linkLabel) {
        /** Whether there is somewhere to go. */
        public boolean mapped() {
            return icon.equals("pin") && link != null;
        }
    }

    /** @param line what the host says of itself, in one line; empty where nothing was said */
    public record Host(String name, String path, @Nullable String logo, String line) {}

    public record Banner(Tone tone, String title, @Nullable String detail) {}

    /**
     * For search engines and for those who pass the address on.
     *
     * @param url the page's own address, absolute
     * @param image absolute
     * @param data JSON-LD, safe inside a script element
     */
    public record Share(String url, String description, String image, boolean listed, String data) {}
}
