package io.marquee.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Money;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTests {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 6, 18, 19, 30);

    private final Text english;
    private final Text german;

    TextTests() throws IOException {
        var messages = Messages.source();
        english = new Text(messages, Locale.ENGLISH);
        german = new Text(messages, Locale.GERMAN);
    }

    @Test
    void money_is_written_with_the_minor_digits_of_its_currency() {
        assertThat(english.money(Money.of(4800, "EUR"))).isEqualTo("€48.00");
        assertThat(german.money(Money.of(4800, "EUR"))).isEqualTo("48,00\u00a0€");
        assertThat(english.money(Money.of(4800, "JPY"))).isEqualTo("JP¥4,800");
        assertThat(english.money(Money.of(-1, "EUR"))).isEqualTo("-€0.01");
        assertThat(english.money(Money.of(Long.MAX_VALUE, "KWD"))).isEqualTo("KWD9,223,372,036,854,775.807");
    }

    @Test
    void times_name_the_zone_of_their_place() {
        assertThat(english.dateTime(EVENING, LISBON)).isEqualTo("Fri 18 Jun 2027, 19:30 WEST");
        assertThat(english.range(EVENING, EVENING.plusHours(2), LISBON)).isEqualTo("19:30 – 21:30 WEST");
        assertThat(german.date(EVENING.toLocalDate())).isEqualTo("Freitag, 18. Juni 2027");
    }

    @Test
    void a_key_that_is_missing_is_shown_as_it_is_and_breaks_nothing() {
        assertThat(german.get("ui.no_such_key", 1)).isEqualTo("ui.no_such_key");
    }

    @Test
    void the_systems_language_plays_no_part() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(english.get("ui.nav.discover")).isEqualTo("Discover");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_first_language_that_is_offered_wins() {
        assertThat(Languages.firstOf(Collections.enumeration(List.of(Locale.ITALY, Locale.of("de", "AT"), Locale.UK))))
                .isEqualTo(Locale.GERMAN);
        assertThat(Languages.firstOf(Collections.enumeration(List.of(Locale.ITALY))))
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void initials_come_from_the_first_and_the_last_word() {
        assertThat(Viewer.initials("Ada Lind")).isEqualTo("AL");
        assertThat(Viewer.initials("ada maria lind")).isEqualTo("AL");
        assertThat(Viewer.initials("Prince")).isEqualTo("P");
        assertThat(Viewer.initials("  ")).isEmpty();
        assertThat(Viewer.initials("😀 Lind")).isEqualTo("😀L");
    }
}
