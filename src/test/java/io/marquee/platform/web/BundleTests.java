package io.marquee.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that a page names is there in every language, and no word is there for nobody. */
class BundleTests {
    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/main/jte"));
    private static final Pattern LITERAL = Pattern.compile("(?<=\")[a-z_][A-Za-z0-9_.-]*(?=\")");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:text|text\\(\\)|t|words)\\s*\\.(?:get|has)\\(\\s*\"([a-z_]+\\.[A-Za-z0-9_.-]*)\"\\s*([,)+])");
    private static final Pattern REFUSED = Pattern.compile("super\\(\\s*(?:Kind\\.[A-Z_]+\\s*,\\s*)?\"([a-z_]+)\"");
    private static final Pattern INVALID =
            Pattern.compile("(?:InvalidInput\\s*\\.at|\\.check)\\([^;]{0,200}?\"[A-Za-z0-9.]+\",\\s*\"([a-z_]+)\"");

    @Test
    void every_language_has_the_same_keys() throws IOException {
        for (var bundle : bundles()) {
            for (var language : Languages.ALL.subList(1, Languages.ALL.size())) {
                var sibling = bundle.resolveSibling(name(bundle) + "_" + language.getLanguage() + ".properties");
                assertThat(keys(sibling))
                        .as("keys of %s: whoever adds a key adds it in every language that is offered", sibling)
                        .isEqualTo(keys(bundle));
            }
        }
    }

    /** English stands in for what is not translated yet: such a language is not offered. */
    @Test
    void a_language_in_the_making_says_nothing_that_english_does_not() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            for (var file :
                    files.filter(f -> f.getFileName().toString().contains("_")).toList()) {
                var english = load(file.resolveSibling(name(file).replaceAll("_.*", "") + ".properties"));
                load(file).forEach((key, message) -> {
                    assertThat(english)
                            .as("%s of %s is no key any more: take it out", key, file)
                            .containsKey(key);
                    assertThat(arguments(message))
                            .as("what %s of %s names", key, file)
                            .isEqualTo(arguments(english.get(key)));
                });
            }
        }
    }

    private static Set<String> arguments(Object message) {
        return Pattern.compile("\\{(\\d)")
                .matcher((String) message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_key_that_a_source_asks_for_exists() throws IOException {
        var all = allKeys();
        var missing = new TreeSet<String>();
        for (var source : sources()) {
            var asked = ASKED.matcher(Files.readString(source));
            while (asked.find()) {
                var key = asked.group(1);
                var isPrefix = asked.group(2).equals("+");
                if (key.matches("(refusal|invalid)\\.")) continue;
                if (isPrefix ? all.stream().noneMatch(k -> k.startsWith(key)) : !all.contains(key))
                    missing.add(key + " in " + source);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_refusal_has_its_sentence() throws IOException {
        var all = allKeys();
        var codes = new TreeSet<String>();
        for (var source : sources()) {
            var code = Files.readString(source);
            if (code.contains("Refus")) codes.addAll(codes("refusal.", REFUSED, code));
            codes.addAll(codes("invalid.", INVALID, code));
        }
        assertThat(codes)
                .allSatisfy(code ->
                        assertThat(all).anyMatch(key -> isBeginning(code) ? key.startsWith(code) : key.equals(code)));
    }

    /** "hold_", to which the source adds a state. */
    private static boolean isBeginning(String code) {
        return code.endsWith("_");
    }

    private static Set<String> codes(String prefix, Pattern pattern, String source) {
        return pattern.matcher(source)
                .results()
                .map(found -> prefix + found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void no_key_is_there_for_nobody() throws IOException {
        var literals = literals();
        assertThat(allKeys())
                .allSatisfy(key -> assertThat(isNamed(key, literals)).as(key).isTrue());
    }

    @Test
    void a_key_is_named_after_its_bundle_and_stands_in_one_bundle_only() throws IOException {
        var seen = new TreeSet<String>();
        for (var bundle : bundles()) {
            for (var key : keys(bundle)) {
                assertThat(key).as("in %s", bundle).matches("(" + name(bundle) + "|refusal|invalid)\\..+");
                assertThat(seen.add(key)).as("%s twice", key).isTrue();
            }
        }
    }

    @Test
    void german_says_du_everywhere() throws IOException {
        // where a sentence begins with "Sie", a verb of the plural could mean the reader: say the noun there; and so
        // with "Ihr"
        var formal =
                Pattern.compile("(?<=[\\p{Ll},] )Sie\\b|\\b(Ihnen|Ihr(e[nmrs]?|es)?)\\b|\\bSie \\p{Ll}+(en|nd)\\b");
        assertThat(List.of("Das finden Sie", "Sie können gehen", "Gut. Sie sind da", "Ihre Tickets", "Wählen Sie"))
                .allMatch(said -> formal.matcher(said).find());
        assertThat(List.of("Die Mail geht hinaus: Sie läuft", "dass sie kommen", "ihre Tickets"))
                .noneMatch(said -> formal.matcher(said).find());
        for (var bundle : bundles()) {
            var german = bundle.resolveSibling(name(bundle) + "_de.properties");
            load(german)
                    .forEach((key, message) ->
                            assertThat((String) message).as("%s", key).doesNotContainPattern(formal));
        }
    }

    @Test
    void portuguese_has_one_word_for_a_thing_and_one_kind_of_quotes() throws IOException {
        // "name, email" are the columns of a file
        var other = Pattern.compile("[“”]|(?i:(?<!name, )\\b(links?|emails?)\\b)");
        assertThat(other.matcher("Abra este link").find()).isTrue();
        for (var bundle : bundles()) {
            load(bundle.resolveSibling(name(bundle) + "_pt.properties"))
                    .forEach((key, message) -> assertThat((String) message)
                            .as("%s: «…», ligação, e-mail", key)
                            .doesNotContainPattern(other));
        }
    }

    @Test
    void every_message_is_a_format_that_says_what_it_looks_like() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            for (var file : files.toList()) {
                load(file).forEach((key, message) -> {
                    var arguments = new Object[] {1, 2, 3, 4, 5, 6};
                    assertThat(new MessageFormat((String) message, Locale.ENGLISH).format(arguments))
                            .as("%s", key)
                            .isNotBlank();
                    var apostrophes = ((String) message).replaceAll("'\\{[^']*\\}'", "");
                    assertThat(apostrophes)
                            .as("%s in %s: write ’ instead", key, file)
                            .doesNotContain("'");
                });
            }
        }
    }

    /** Named as it is, by a literal that is the beginning of it ("ui.state."), or, for a refusal or a broken rule, by its code. */
    private static boolean isNamed(String key, Set<String> literals) {
        if (key.matches("(refusal|invalid)\\..*")) {
            var code = key.substring(key.indexOf('.') + 1);
            // "not_found.event": the code, and the first of its arguments
            if (code.contains(".")) return literals.containsAll(List.of(code.split("\\.", 2)));
            return literals.stream().anyMatch(l -> isBeginning(l) ? code.startsWith(l) : code.equals(l));
        }
        for (var end = key.length(); end > 0; end = key.lastIndexOf('.', end - 1)) {
            var part = key.substring(0, end);
            if (literals.contains(part) || end < key.length() && part.contains(".") && literals.contains(part + "."))
                return true;
        }
        return false;
    }

    private static Set<String> literals() throws IOException {
        var found = new TreeSet<String>();
        for (var source : sources()) {
            LITERAL.matcher(Files.readString(source)).results().forEach(literal -> found.add(literal.group()));
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        var found = new java.util.ArrayList<Path>();
        for (var root : SOURCES) {
            try (var files = Files.walk(root)) {
                files.filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".jte"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Set<String> allKeys() throws IOException {
        var all = new TreeSet<String>();
        for (var bundle : bundles()) all.addAll(keys(bundle));
        return all;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(f -> !f.getFileName().toString().contains("_"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path bundle) {
        return bundle.getFileName().toString().replace(".properties", "");
    }

    private static Set<String> keys(Path bundle) throws IOException {
        return load(bundle).keySet().stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
