package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Ada Lind, Ada Lynd",
        "Jose Sa, José Sá",
        "Lind Ada, Ada Lind",
        "Ada, Ada Lind",
        "Ada Lind, Ada Marie Lind",
        "ADA LIND, Ada Lind-Berg",
        "Aad Lind, Ada Lind"
    })
    void slips_accents_order_and_more_names_are_corrections(String from, String to) {
        assertThatCode(() -> name(from, to)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Ada Lind, Bob Marsh", "Ada Lind, Eva Lund", "Ada Lind, Ada Marsh", "Ann, Bob", "Ada Lind, Ada"})
    void somebody_else_is_none(String from, String to) {
        assertThatThrownBy(() -> name(from, to)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_address_may_have_had_a_slip_or_two() {
        assertThatCode(() -> address("ada@gmial.com", "ada@gmail.com")).doesNotThrowAnyException();
        assertThatThrownBy(() -> address("ada@gmail.com", "bob@gmail.com")).isInstanceOf(InvalidInput.class);
        assertThat(Spelling.slips("gmial", "gmail")).isEqualTo(1);
    }

    private static void name(String from, String to) {
        Spelling.check(new Handover.Holder(from, "a@example.org"), new Handover.Holder(to, "a@example.org"));
    }

    private static void address(String from, String to) {
        Spelling.check(new Handover.Holder("Ada", from), new Handover.Holder("Ada", to));
    }
}
