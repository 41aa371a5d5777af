package io.marquee.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChipTests {
    private final List<Text> languages;

    ChipTests() throws IOException {
        var messages = Messages.source();
        languages = Languages.ALL.stream()
                .map(language -> new Text(messages, language))
                .toList();
    }

    @Test
    void every_state_of_every_module_has_a_word_in_every_language() {
        assertThat(states())
                .hasSizeGreaterThan(20)
                .allSatisfy(state -> languages.forEach(
                        text -> assertThat(Chip.of(text, state).label())
                                .as("%s in %s", state, text.code())
                                .doesNotStartWith("ui.state.")));
    }

    @Test
    void a_state_feels_as_it_should() {
        assertThat(Chip.tone("paid")).isEqualTo(Tone.GOOD);
        assertThat(Chip.tone("cancelled")).isEqualTo(Tone.BAD);
        assertThat(Chip.tone("live")).isEqualTo(Tone.LIVE);
        assertThat(Chip.tone("draft")).isEqualTo(Tone.PLAIN);
    }

    private static List<Enum<?>> states() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.marquee").stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> type.getSimpleName().matches("\\w+State|Verdict"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .<Enum<?>>map(constant -> (Enum<?>) constant)
                        .toList();
    }
}
