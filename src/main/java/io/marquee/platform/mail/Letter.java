package io.marquee.platform.mail;

import java.util.ArrayList;
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
        String footer) {

    public record Fact(String label, String value) {}

    /** @param url absolute */
    public record Button(String label, String url) {}

    /** @param image content id of the QR, as in {@code cid:} */
    public record Stub(String holder, String type, String code, String image) {}

    /** The same after its first paragraph says this too. */
    public Letter with(List<String> more) {
        List<String> said = new ArrayList<>(paragraphs);
        said.addAll(1, more);
        return new Letter(language, hue, subject, heading, said, facts, button, stubs, footer);
    }

    /** The same words without markup, for readers that show no HTML. */
    public String plain() {
        StringBuilder text = new StringBuilder(heading).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        facts.forEach(fact ->
                text.append(fact.label()).append(": ").append(fact.value()).append('\n'));
        stubs.forEach(stub -> text.append('\n')
                .append(stub.holder())
                .append(", ")
                .append(stub.type())
                .append(": ")
                .append(stub.code()));
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
