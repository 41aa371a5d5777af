package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.guest.Addressees.Person;
import org.junit.jupiter.api.Test;

/** Addresses as people paste them. */
class AddresseesTest {
    @Test
    void names_come_in_every_order_and_doubles_once() {
        Addressees read = Addressees.of("""
                Ada Lind <Ada@Example.org>
                "Okafor, Tom" <tom@example.org>
                nora@example.org
                wanda@example.org, Wanda Wait
                Zoë;Ärmel;zoe@example.org
                mailto:kim@example.org
                Bo <bo@example.org>, Cy <cy@example.org>; dee@example.org
                ada@example.org
                """);

        assertThat(read.people())
                .containsExactly(
                        new Person("Ada Lind", "ada@example.org"),
                        new Person("Tom Okafor", "tom@example.org"),
                        new Person("", "nora@example.org"),
                        new Person("Wanda Wait", "wanda@example.org"),
                        new Person("Zoë Ärmel", "zoe@example.org"),
                        new Person("", "kim@example.org"),
                        new Person("Bo", "bo@example.org"),
                        new Person("Cy", "cy@example.org"),
                        new Person("", "dee@example.org"));
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void a_line_without_an_address_is_given_back() {
        Addressees read = Addressees.of("Name, Email\n\n  Ada at home \nada@localhost\nada@example.org.");

        assertThat(read.people()).containsExactly(new Person("", "ada@example.org"));
        assertThat(read.rejected()).containsExactly("Name, Email", "Ada at home", "ada@localhost");
    }

    @Test
    void what_is_searched_for_is_found_however_it_is_written() {
        assertThat(Terms.of("Zoë Ärmel-Łuk", "zoe.a@example.org", java.util.List.of("vip"), java.util.List.of()))
                .contains("zoe", "armel", "luk", "zoe.a@example.org", "example", "#vip");
        assertThat(Terms.searched("ÄRM zo")).containsExactly("arm", "zo");
        assertThat(Terms.searched("Zoe.a@exa")).containsExactly("zoe.a@exa");
    }
}
