package io.marquee.notification;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.notification.MailText.Placeholder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names in braces within a text, and what stands there in a mail. Nothing is computed: a name is known, or the text is refused. */
final class Placeholders {
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}\\n]*)}");
    /** Where a link leads must not depend on what others are called. */
    private static final Pattern IN_LINK =
            Pattern.compile("]\\([^)\\n]*\\{|<https?:[^>\\n]*\\{|^\\s*\\[[^]]*]:.*\\{", Pattern.MULTILINE);

    private final Map<String, String> values = new TreeMap<>();

    Placeholders(List<Placeholder> names, List<String> values) {
        for (int i = 0; i < Math.min(names.size(), values.size()); i++)
            this.values.put(Wire.name(names.get(i)), values.get(i));
    }

    /** Asks whether a text names only what there is. */
    static void check(InvalidInput.Gatherer problems, String field, @Nullable String text, MailText kind) {
        if (text == null) return;
        List<String> known = kind.placeholders().stream().map(Wire::name).toList();
        String wrong = IN_BRACES
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !known.contains(name))
                .map(name -> "{" + name + "}")
                .distinct()
                .collect(Collectors.joining(", "));
        String there = kind.placeholders().stream().map(Placeholder::written).collect(Collectors.joining(", "));
        problems.check(wrong.isEmpty(), field, "placeholder_unknown", wrong, there);
        problems.check(!IN_LINK.matcher(text).find(), field, "placeholder_in_link");
    }

    /** The values where their names stood. @param shown makes a value fit for where the text goes */
    String fill(String text, UnaryOperator<String> shown) {
        return IN_BRACES.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : shown.apply(value));
        });
    }
}
