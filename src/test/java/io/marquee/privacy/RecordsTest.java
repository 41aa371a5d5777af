package io.marquee.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.guest.Comparison.Side;
import io.marquee.guest.GuestMerges;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.platform.personal.Subject;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.WaitingFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.waiting.EntryView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told and erased of somebody is theirs, and nobody else's. */
@MarqueeTest
class RecordsTest {
    @Autowired
    private Records records;

    @Autowired
    private TicketFixture tickets;

    @Autowired
    private OrderFixture orders;

    @Autowired
    private GuestFixture guests;

    @Autowired
    private GuestMerges merges;

    @Autowired
    private WaitingFixture waiting;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String email = PeopleFixture.address("eva");
    private final String friend = PeopleFixture.address("friend");

    @Test
    void whoever_passed_a_ticket_on_is_told_nothing_of_its_new_holder() throws IOException {
        TicketView passedOn = bought().getFirst();
        change(
                "update ticketing.tickets set holder_email = :friend where id = :id",
                passedOn.id().value());

        Map<String, String> told = archive();

        assertThat(told.get("ticketing/tickets.json")).contains(email).doesNotContain(friend, passedOn.code());
        assertThat(told.get("ticketing/passed_on.json")).contains("type_name").doesNotContain(friend);
    }

    @Test
    void feedback_is_theirs_who_hold_the_ticket_with_what_they_answered_to_questions() throws IOException {
        List<TicketView> both = bought();
        UUID theirs = both.getFirst().id().value();
        UUID own = both.getLast().id().value();
        change("update ticketing.tickets set holder_email = :friend where id = :id", theirs);
        both.forEach(ticket -> said(ticket.id().value()));

        assertThat(archive().get("feedback/answers.json"))
                .contains("own " + own)
                .doesNotContain("own " + theirs);
        assertThat(archive().get("feedback/answers_to_questions.json"))
                .contains("boat " + own)
                .doesNotContain("boat " + theirs);
        erase();

        assertThat(texts("select said[1] from feedback.answers where request_id = :id", own))
                .isEmpty();
        assertThat(texts("select comment from feedback.requests where about = :id", own))
                .containsExactly("");
        assertThat(texts("select said[1] from feedback.answers where request_id = :id", theirs))
                .hasSize(1);
        assertThat(texts("select comment from feedback.requests where about = :id", theirs))
                .containsExactly("own " + theirs);
    }

    @Test
    void whoever_is_erased_leaves_the_line_and_what_was_on_offer_goes_to_the_next() {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, 2);
        HoldView last = tickets.hold(event, type, 2);
        EntryView first = waiting.join(event, type, 2);
        EntryView next = waiting.join(event, type, 2);
        change(
                "update ticketing.waiting_entries set email = :email where id = :id",
                first.id().value());
        waiting.release(last);
        assertThat(waiting.offered(first)).isEqualTo(2);

        erase();

        assertThat(waiting.offered(first)).isZero();
        assertThat(waiting.offered(next)).isEqualTo(2);
        assertThat(waiting.drift(event)).isEmpty();
    }

    @Test
    void phones_are_told_no_more_of_their_passes() {
        UUID ticket = bought().getFirst().id().value();
        change("""
                insert into wallet.passes
                select id, serial, event_id, organization_id, 'en', true, false, now(), true from ticketing.tickets where id = :id
                """, ticket);
        change("""
                insert into wallet.registrations
                select 'phone', ticket_id, serial, event_id, organization_id, 'token' from wallet.passes where ticket_id = :id
                """, ticket);

        erase();

        assertThat(texts("select device from wallet.registrations where ticket_id = :id", ticket))
                .isEmpty();
    }

    @Test
    void what_somebody_sold_as_themselves_names_them_nowhere_not_even_in_the_trail() {
        PersonId person = people.person("Eva");
        UUID organization =
                organizations.organization(person, "Stage of " + email).id().value();
        change(
                "update organization.organizations set personal = true, website = 'https://' || :email where id = :id",
                organization);
        change("""
                insert into invoicing.sellers
                  (organization_id, legal_name, address, country, tax_id, prefix, footer, time_zone, wait_days, said_at)
                values (:id, 'Law of ' || :email, 'Street of ' || :email, 'PT', 'PT' || :email, 'EVA', '', 'UTC', 0, now())
                """, organization);
        String trail = """
                select e.diff::text || coalesce((select string_agg(value, ',') from audit.personal p where p.organization_id = :id), '')
                from audit.entries e where e.organization_id = :id
                """;
        assertThat(String.join("", texts(trail, organization))).contains("Stage of " + email, "Law of " + email);

        erase(new Subject(person.value(), email));

        assertThat(String.join("", texts(trail, organization))).isNotEmpty().doesNotContain(email);
        assertThat(texts(
                        "select legal_name || address || tax_id from invoicing.sellers where organization_id = :id",
                        organization))
                .containsExactly("—");
    }

    @Test
    void texts_are_erased_that_name_the_whole_address_once_they_are_done_with() {
        UUID named = webhook(email, "now()");
        UUID line = webhook("They wrote:\\n" + email + ".", "now()");
        UUID other = webhook("gen" + email, "now()");
        UUID longer = webhook(email + ".uk", "now()");
        UUID unheard = webhook(email, "null");

        erase();

        String payload = "select payload from payment.webhooks where id = :id";
        assertThat(texts(payload, named)).containsExactly("{}");
        assertThat(texts(payload, line)).containsExactly("{}");
        assertThat(texts(payload, other)).containsExactly("gen" + email);
        assertThat(texts(payload, longer)).containsExactly(email + ".uk");
        assertThat(texts(payload, unheard)).containsExactly(email);
    }

    @Test
    void whoever_was_merged_into_another_guest_has_what_names_them_and_leaves_the_other_alone() throws IOException {
        EventView party = guests.party(10);
        GuestView kept = guests.says(somebody(friend), party, GuestState.GOING);
        GuestView gone = guests.says(somebody(email), party, GuestState.GOING);
        Map<String, Side> choices = Map.of("name", Side.KEPT, "reply", Side.KEPT);
        acting.as(EventFixture.owner(party.organization()), () -> merges.merge(party, kept.id(), gone.id(), choices));
        // as if the account were another's too
        change(
                "update guest.guests set name = 'Friend of theirs' where id = :id",
                kept.id().value());

        Map<String, String> told = archive();

        assertThat(told.get("guest/guests.json")).doesNotContain(friend, "Friend of theirs");
        assertThat(told.get("guest/merged.json")).contains(email).doesNotContain(friend);
        assertThat(told.get("guest/moments.json")).contains(email);
        erase();

        String names = "select concat(email, name) from guest.guests where id = :id";
        assertThat(texts(names, kept.id().value())).containsExactly(friend + "Friend of theirs");
        assertThat(texts(
                        "select email from guest.merged where guest_id = :id",
                        kept.id().value()))
                .doesNotContain(email);
        assertThat(texts(
                        "select words from guest.moments where guest_id = :id",
                        kept.id().value()))
                .doesNotContain(email);
        erase(new Subject(null, friend));
        assertThat(String.join("", texts(names, kept.id().value()))).doesNotContain(friend, "Friend of theirs");
    }

    private static Actor.Person somebody(String address) {
        return new Actor.Person(PersonId.next(), address, false, Map.of(), Map.of());
    }

    private List<TicketView> bought() {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 2), 2);
        List<TicketView> both = orders.ticketsOf(order);
        both.forEach(ticket -> change(
                "update ticketing.tickets set holder_email = :email, buyer_email = :email where id = :id",
                ticket.id().value()));
        return both;
    }

    private void said(UUID ticket) {
        change("""
                insert into feedback.requests
                select id, event_id, organization_id, id, now(), 4, 'own ' || id, now() from ticketing.tickets where id = :id
                """, ticket);
        change("""
                insert into feedback.questions (id, event_id, organization_id, position, label, hint, kind, required, options, created_at)
                select id, event_id, organization_id, 0, 'How?', '', 'short_text', false, '{}', now()
                from ticketing.tickets where id = :id
                """, ticket);
        change("""
                insert into feedback.answers
                select id, id, event_id, organization_id, array['boat ' || id], now() from ticketing.tickets where id = :id
                """, ticket);
    }

    private UUID webhook(String payload, String handled) {
        UUID id = UUID.randomUUID();
        change("""
                insert into payment.webhooks (id, provider, provider_event_id, type, subject, payload, received_at, handled_at)
                values (:id, 'sandbox', :id, 'charge.paid', :id, '%s', now(), %s)
                """.formatted(payload, handled), id);
        return id;
    }

    private void erase() {
        erase(new Subject(null, email));
    }

    private void erase(Subject subject) {
        run(() -> {
            records.erase(subject, "erased-" + UUID.randomUUID() + "@erased.invalid");
            return true;
        });
    }

    private Map<String, String> archive() throws IOException {
        Map<String, String> files = new TreeMap<>();
        byte[] archive = run(() -> records.archive(new Subject(null, email))).zipped();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private void change(String sql, UUID id) {
        run(() -> {
            int rows = jdbc.sql(sql)
                    .params(Map.of("id", id, "email", email, "friend", friend))
                    .update();
            assertThat(rows).isEqualTo(1);
            return true;
        });
    }

    private List<String> texts(String sql, UUID id) {
        return run(() -> jdbc.sql(sql).param("id", id).query(String.class).list());
    }

    private <T> T run(Supplier<T> work) {
        return acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
