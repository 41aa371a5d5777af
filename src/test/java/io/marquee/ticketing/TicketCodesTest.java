package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketCodes.Reading;
import java.util.Random;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class TicketCodesTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Autowired
    TicketFixture fixture;

    @Autowired
    TicketCodes codes;

    @Autowired
    SigningKeys keys;

    @Autowired
    KeySeal seal;

    @Autowired
    Acting acting;

    EventView event;
    TicketView ticket;

    @BeforeEach
    void a_ticket() {
        event = fixture.event();
        ticket = sold();
    }

    @Test
    void a_code_says_its_ticket_and_serial() {
        Reading genuine = new Reading.Genuine(ticket.id(), 1, null);
        assertThat(codes.read(ticket.qr(), event.id())).isEqualTo(genuine);
        assertThat(codes.read(" " + ticket.qr().toLowerCase(java.util.Locale.ROOT) + "\n", event.id()))
                .isEqualTo(genuine);
    }

    @Test
    void a_code_for_another_event_is_told_apart() {
        assertThat(codes.read(ticket.qr(), fixture.event().id())).isEqualTo(new Reading.OtherEvent());
    }

    @Test
    void no_mutation_is_genuine() {
        Random random = new Random(20310618);
        for (int i = 0; i < 3000; i++) {
            String forged = mutate(ticket.qr(), random);
            if (!forged.equals(ticket.qr())) {
                assertThat(codes.read(forged, event.id())).as(forged).isEqualTo(new Reading.Forged());
            }
        }
    }

    @Test
    void every_single_character_counts() {
        for (int i = 0; i < ticket.qr().length(); i++) {
            char other = ticket.qr().charAt(i) == 'A' ? 'B' : 'A';
            String forged = ticket.qr().substring(0, i) + other + ticket.qr().substring(i + 1);
            assertThat(codes.read(forged, event.id())).as("position %d", i).isEqualTo(new Reading.Forged());
        }
    }

    @Test
    void a_key_that_is_not_ours_signs_nothing() {
        Ed25519PrivateKeyParameters own = new Ed25519PrivateKeyParameters(new java.security.SecureRandom());
        int known = TicketCode.parse(ticket.qr()).key();
        for (int key : new int[] {known, known + 1_000_000, 0, -1, Integer.MAX_VALUE}) {
            byte[] message = TicketCode.message(key, event.id(), ticket.id(), 1);
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, own);
            signer.update(message, 0, message.length);
            String forged = TicketCode.of(key, event.id(), ticket.id(), 1, signer.generateSignature())
                    .text();
            assertThat(codes.read(forged, event.id())).isEqualTo(new Reading.Forged());
        }
    }

    @Test
    void what_is_no_code_at_all_is_forged() {
        for (String text :
                new String[] {"", "0", "https://example.org", ticket.code(), ticket.qr() + "A", "Ω".repeat(152)}) {
            assertThat(codes.read(text, event.id())).as(text).isEqualTo(new Reading.Forged());
        }
    }

    @Test
    void old_codes_stay_good_when_the_key_is_rotated() {
        acting.as(EventFixture.owner(event.organization()), () -> keys.rotate(event.organization()));
        TicketView after = sold();

        assertThat(TicketCode.parse(after.qr()).key())
                .isNotEqualTo(TicketCode.parse(ticket.qr()).key());
        assertThat(codes.read(ticket.qr(), event.id())).isEqualTo(new Reading.Genuine(ticket.id(), 1, null));
        assertThat(codes.read(after.qr(), event.id())).isEqualTo(new Reading.Genuine(after.id(), 1, null));
    }

    @Test
    void only_an_owner_rotates_the_key() {
        assertThatThrownBy(() -> acting.as(
                        EventFixture.person(event.organization(), OrganizationRole.ADMIN),
                        () -> keys.rotate(event.organization())))
                .isInstanceOf(io.marquee.kernel.Forbidden.class);
        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> keys.rotate(event.organization())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> keys.rotate(event.organization())).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void a_sealed_key_opens_for_its_organization_alone() {
        byte[] secret = {1, 2, 3};
        byte[] sealed = seal.seal(secret, event.organization());

        assertThat(seal.open(sealed, event.organization())).isEqualTo(secret);
        assertThat(seal.seal(secret, event.organization())).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seal.open(sealed, fixture.event().organization()))
                .isInstanceOf(IllegalStateException.class);
    }

    private TicketView sold() {
        return fixture.sell(fixture.hold(event, fixture.type(event, 5), 1), "ada@example.com")
                .getFirst();
    }

    /** Changes, swaps, drops or adds characters of the alphabet. */
    private static String mutate(String code, Random random) {
        StringBuilder changed = new StringBuilder(code);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(changed.length());
            char any = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(5)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, any);
                default -> changed.setCharAt(at, any);
            }
        }
        return changed.toString();
    }
}
