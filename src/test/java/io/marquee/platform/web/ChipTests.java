package io.marquee.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ChipTests {
    private static final String ROOT = "io/marquee/";

    private final List<Text> languages;

    ChipTests() throws IOException {
        var messages = Messages.source();
        languages = Languages.ALL.stream()
                .map(language -> new Text(messages, language))
                .toList();
    }

    @Test
    void every_state_of_every_module_has_a_word_in_every_language() throws IOException {
        assertThat(states())
                .hasSizeGreaterThan(20)
                .allSatisfy(state -> languages.forEach(text -> assertThat(hasWord(text, state))
                        .as("%s.%s in %s", state.getDeclaringClass().getName(), state, text.code())
                        .isTrue()));
    }

    /** The shared one, or the module's own. */
    private static boolean hasWord(Text text, Enum<?> state) {
        var module = state.getDeclaringClass().getName().split("\\.")[2];
        return text.has("ui.state." + Wire.name(state)) || text.has(module + ".state." + Wire.name(state));
    }

    @Test
    void a_state_feels_as_it_should() {
        assertThat(Chip.tone("paid")).isEqualTo(Tone.GOOD);
        assertThat(Chip.tone("cancelled")).isEqualTo(Tone.BAD);
        assertThat(Chip.tone("live")).isEqualTo(Tone.LIVE);
        assertThat(Chip.tone("draft")).isEqualTo(Tone.PLAIN);
    }

    private static List<Enum<?>> states() throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        return Stream.of("**/*State.class", "**/Verdict.class")
                .flatMap(pattern -> found(files, pattern))
                .filter(file -> !String.valueOf(file.getFilename()).contains("$"))
                .map(ChipTests::type)
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
    }

    private static Stream<Resource> found(PathMatchingResourcePatternResolver files, String pattern) {
        try {
            return Stream.of(files.getResources("classpath*:" + ROOT + pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> type(Resource file) {
        try {
            var path = file.getURL().getPath();
            var name = path.substring(path.lastIndexOf(ROOT), path.length() - ".class".length());
            return Class.forName(name.replace('/', '.'), false, ChipTests.class.getClassLoader());
        } catch (IOException | ClassNotFoundException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
