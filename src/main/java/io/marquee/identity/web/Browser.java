package io.marquee.identity.web;

import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says that it is, as far as its person needs it to know their devices apart.
 *
 * @param name empty when it is none that we know
 * @param system empty when it is none that we know
 */
record Browser(String name, String system) {
    /** Looked for in this order: most claim to be the later ones too. */
    private static final List<String> NAMES = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");

    private static final List<String> SYSTEMS = List.of("iPhone", "iPad", "Android", "Windows", "Mac OS", "Linux");

    static Browser of(@Nullable String userAgent) {
        return new Browser(first(NAMES, userAgent), first(SYSTEMS, userAgent));
    }

    String named(Text text) {
        String shown = switch (name) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "" -> text.get("identity.sessions.browser");
            default -> name;
        };
        return system.isEmpty() ? shown : text.get("identity.sessions.browser_on", shown, system);
    }

    private static String first(List<String> words, @Nullable String text) {
        return text == null
                ? ""
                : words.stream().filter(text::contains).findFirst().orElse("");
    }
}
