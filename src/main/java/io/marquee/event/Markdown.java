package io.marquee.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What people write about their events, as HTML that is safe to show to others. Raw HTML in it is escaped before, and whatever
 * comes out is filtered again by a list of what is allowed: each of the two would do alone.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>")
            .build();
    private static final TextContentRenderer WORDS = TextContentRenderer.builder()
            .lineBreakRendering(org.commonmark.renderer.text.LineBreakRendering.STRIP)
            .build();

    /** The pages have an h1 and an h2 above what is written. */
    private static final int DEEPEST_ABOVE = 2;

    /** Images are left out: they would tell others who reads. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "del",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "code",
                    "pre",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,6}"))
            .onElements("ol")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .toFactory();

    private Markdown() {}

    /** @return HTML without scripts, styles, images, frames, forms and event handlers; empty for blank text */
    public static String html(String markdown) {
        return markdown.isBlank() ? "" : ALLOWED.sanitize(RENDERER.render(outlined(PARSER.parse(markdown))));
    }

    /** The words alone, in one line, cut at a word to at most {@code length} characters. */
    public static String plain(String markdown, int length) {
        String words =
                WORDS.render(PARSER.parse(markdown)).replaceAll("\\s+", " ").strip();
        if (words.length() <= length) return words;
        int space = words.lastIndexOf(' ', length - 1);
        int cut = space > length / 2 ? space : length - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    /** Headings begin below those of the page and go down one by one, whichever levels were written. */
    private static Node outlined(Node document) {
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        int highest = headings.stream().mapToInt(Heading::getLevel).min().orElse(1);
        int above = DEEPEST_ABOVE;
        for (Heading heading : headings) {
            int wanted = DEEPEST_ABOVE + 1 + heading.getLevel() - highest;
            heading.setLevel(Math.min(Math.min(wanted, above + 1), 6));
            above = heading.getLevel();
        }
        return document;
    }
}
