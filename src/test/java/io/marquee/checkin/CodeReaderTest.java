package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.marquee.event.EventView;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketReads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class CodeReaderTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    TicketCodes codes;

    final TicketReads tickets = mock(TicketReads.class);

    @Test
    void where_the_code_says_enough_the_database_is_asked_for_no_ticket() {
        EventView event = fixture.event();
        CodeReader reader = new CodeReader(codes, tickets);
        String genuine = door.ticket(event).qr();
        String elsewhere = door.ticket(fixture.event()).qr();

        assertThat(reader.read(event, genuine.replaceFirst(".$", genuine.endsWith("A") ? "Q" : "A"))
                        .byCode())
                .isEqualTo(Verdict.FORGED);
        assertThat(reader.read(event, "https://example.org/ticket").byCode()).isEqualTo(Verdict.FORGED);
        assertThat(reader.read(event, elsewhere).byCode()).isEqualTo(Verdict.WRONG_EVENT);
        assertThat(reader.read(event, "K7QF").byCode()).isEqualTo(Verdict.UNKNOWN);
        verifyNoInteractions(tickets);
    }
}
