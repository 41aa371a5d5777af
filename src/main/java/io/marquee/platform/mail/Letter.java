package io.marquee.platform.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it is rendered as HTML and as text.
 *
 * @param language code for the html element
 * @param hue of the event or organization, 0 to 359
 * @param facts label and value, such as when and where
 * @param stubs the tickets, with their codes to show
 * @param footer why the recipient gets this
 * @param wording which text of the bundles this is, where an organization may put its own in that one's place
 */
public record Letter(
        String language,
        int hue,
        String subject,
        String heading,
        List<String> paragraphs,
        List<Fact> facts,
        @Nullable Button button,
        List<Stub> stubs,
        String footer,
        @Nullable Wording wording) {

    public Letter(
            String language,
            int hue,
            String subject,
            String heading,
            List<String> paragraphs,
            List<Fact> facts,
            @Nullable Button button,
            List<Stub> stubs,
            String footer) {
        this(language, hue, subject, heading, paragraphs, facts, button, stubs, footer, null);
    }

    /**
     * Where the words come from.
     *
     * @param key of the bundles, before {@code .subject} and the like
     * @param words what it speaks of, in the order of the bundle's {@code {0}}, {@code {1}}
     * @param body which of the paragraphs it is
     * @param html what stands there in HTML's place, safe to show; null where the paragraph is plain
     */
    public record Wording(
            String key,
            List<String> words,
            int body,
            @Nullable String html) {}

    public record Fact(String label, String value) {}

    /** @param url absolute */
    public record Button(String label, String url) {}

    /**
     * A ticket.
     *
     * @param image content id of the QR, as in {@code cid:}
     * @param passes what puts it into a phone's wallet
     */
    public record Stub(String holder, String type, String code, String image, List<Button> passes) {
        public Stub(String holder, String type, String code, String image) {
            this(holder, type, code, image, List.of());
        }
    }

    /** The same after its first paragraph says this too. */
    public Letter with(List<String> more) {
        List<String> said = new ArrayList<>(paragraphs);
        said.addAll(1, more);
        return new Letter(language, hue, subject, heading, said, facts, button, stubs, footer, wording);
    }

    /** The same, known as this text of the bundles, whose body is the first paragraph. */
    public Letter worded(String key, Object... words) {
        return worded(0, key, words);
    }

    /** The same, known as this text of the bundles. @param body which paragraph is its body */
    public Letter worded(int body, String key, Object... words) {
        Wording known =
                new Wording(key, Arrays.stream(words).map(String::valueOf).toList(), body, null);
        return new Letter(language, hue, subject, heading, paragraphs, facts, button, stubs, footer, known);
    }

    /** The same with a button that leads elsewhere. */
    public Letter leading(String url) {
        Button other = button == null ? null : new Button(button.label(), url);
        return new Letter(language, hue, subject, heading, paragraphs, facts, other, stubs, footer, wording);
    }

    /** The HTML that a paragraph is shown as; null where it is plain text. */
    public @Nullable String markup(int paragraph) {
        return wording == null || wording.body() != paragraph ? null : wording.html();
    }

    /** The same words without markup, for readers that show no HTML. */
    public String plain() {
        StringBuilder text = new StringBuilder(heading).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        facts.forEach(fact ->
                text.append(fact.label()).append(": ").append(fact.value()).append('\n'));
        stubs.forEach(stub -> {
            text.append('\n').append(stub.holder()).append(", ").append(stub.type());
            text.append(": ").append(stub.code()).append('\n');
            stub.passes()
                    .forEach(pass -> text.append(pass.label())
                            .append(":\n")
                            .append(pass.url())
                            .append('\n'));
        });
        if (button != null) {
            text.append('\n')
                    .append(button.label())
                    .append(":\n")
                    .append(button.url())
                    .append('\n');
        }
        return text.append("\n-- \n").append(footer).append('\n').toString();
    }
}
