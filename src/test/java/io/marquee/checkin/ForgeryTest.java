package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.MovingCodes;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketCodes.Reading;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Codes that are almost one of ours, and texts that are nothing: none is taken for genuine, and none breaks the reader. */
@MarqueeTest
class ForgeryTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    TicketCodes codes;

    @Autowired
    MovingCodes moving;

    @Autowired
    Acting acting;

    @Test
    void five_thousand_mutated_codes_and_not_one_is_genuine() {
        mutate(1, 5_000);
    }

    @Test
    @Tag("long")
    void a_million_mutated_codes_and_not_one_is_genuine() {
        IntStream.range(0, 10).parallel().forEach(part -> mutate(100 + part, 100_000));
    }

    @Test
    void a_text_of_any_kind_is_read_without_a_stumble() {
        EventView event = fixture.event();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(200), 0, random.nextBoolean() ? 0x80 : 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(codes.read(text, event.id())).isInstanceOf(Reading.Forged.class);
        }
    }

    private void mutate(long seed, int count) {
        EventView event = fixture.event();
        TicketView ticket = door.ticket(event);
        mutate(event, ticket.qr(), new Random(seed), count / 2);
        mutate(
                event,
                acting.as(Actor.ANONYMOUS, () -> moving.of(ticket)).at(Instant.now()),
                new Random(seed),
                count - count / 2);
    }

    private void mutate(EventView event, String genuine, Random random, int count) {
        assertThat(codes.read(genuine, event.id())).isInstanceOf(Reading.Genuine.class);
        for (int i = 0; i < count; i++) {
            String forged = mutated(genuine, random);
            if (!forged.equals(genuine)) {
                assertThat(codes.read(forged, event.id())).as(forged).isInstanceOf(Reading.Forged.class);
            }
        }
    }

    /** Other characters, two that changed places, a piece moved, one too few or too many. */
    private static String mutated(String code, Random random) {
        StringBuilder text = new StringBuilder(code);
        switch (random.nextInt(6)) {
            case 0 -> text.deleteCharAt(random.nextInt(text.length()));
            case 1 -> text.insert(random.nextInt(text.length()), ALPHABET.charAt(random.nextInt(32)));
            case 2 -> {
                int at = random.nextInt(text.length() - 1);
                char first = text.charAt(at);
                text.setCharAt(at, text.charAt(at + 1));
                text.setCharAt(at + 1, first);
            }
            case 3 -> {
                int from = random.nextInt(text.length() - 10);
                String piece = text.substring(from, from + 10);
                text.delete(from, from + 10).insert(random.nextInt(text.length()), piece);
            }
            default -> {
                int times = 1 + random.nextInt(4);
                for (int i = 0; i < times; i++) {
                    text.setCharAt(random.nextInt(text.length()), ALPHABET.charAt(random.nextInt(32)));
                }
            }
        }
        return text.toString();
    }
}
