package io.marquee.testing;

import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.Visibility;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.seating.SeatMaps;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An organization that has one of everything. */
@Component
public class FullHouse {
    private final PeopleFixture people;
    private final OrganizationFixture organizations;
    private final Events events;
    private final TicketFixture tickets;
    private final OrderFixture orders;
    private final DoorFixture door;
    private final SeatMaps seatMaps;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FullHouse(
            PeopleFixture people,
            OrganizationFixture organizations,
            Events events,
            TicketFixture tickets,
            OrderFixture orders,
            DoorFixture door,
            SeatMaps seatMaps,
            Acting acting,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.people = people;
        this.organizations = organizations;
        this.events = events;
        this.tickets = tickets;
        this.orders = orders;
        this.door = door;
        this.seatMaps = seatMaps;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * @param slug the organization's
     * @param event published and public; beside it the organization has a draft, a private and an unlisted one
     * @param order paid, of that event
     * @param id of its mail, blast, webhook, image, import, refund request, question and of the invitations that nobody has answered
     * @param text of what the sandbox names by text
     */
    public record House(
            PersonId owner,
            PersonId member,
            OrganizationId organization,
            String slug,
            EventView event,
            OrderView order,
            TicketView ticket,
            UUID id,
            String text) {}

    public House build() {
        PersonId owner = people.person("Owner");
        people.token(owner);
        OrganizationView view = organizations.organization(owner, "House of " + owner);
        OrganizationId organization = view.id();
        PersonId member = organizations.member(owner, organization, OrganizationRole.MEMBER);
        EventView event = event(owner, organization, Visibility.PUBLIC, true);
        hidden(owner, organization);
        OrderView order = orders.paid(event, tickets.type(event, TicketFixture.perPerson(20, 10)), 2);
        TicketView ticket = orders.ticketsOf(order).getFirst();
        door.scan(event, ticket.code());
        door.role(event, member, EventRole.STAFF);
        orders.placed(event, tickets.type(event, 20), 1);
        UUID id = Ids.next();
        addWhatTakesLongToHappen(owner, event, order, id);
        // told to the memory of plans, which rows that come by themselves don't change
        acting.as(people.actor(owner), () -> seatMaps.edit(event, "Great hall", false));
        return new House(owner, member, organization, view.slug(), event, order, ticket, id, "house-" + id);
    }

    private void hidden(PersonId owner, OrganizationId organization) {
        List.of(
                        event(owner, organization, Visibility.PUBLIC, false),
                        event(owner, organization, Visibility.PRIVATE, true),
                        event(owner, organization, Visibility.MEMBERS, true))
                .forEach(event -> tickets.type(event, 20));
    }

    private EventView event(PersonId owner, OrganizationId organization, Visibility visibility, boolean published) {
        DetailsBuilder details = EventFixture.concert().visibility(visibility).capacity(1000);
        return acting.as(people.actor(owner), () -> {
            EventView draft = events.create(organization, details.build());
            return published ? events.publish(draft.id()) : draft;
        });
    }

    /** Rows that are otherwise made by uploads, mails, providers and time. */
    private void addWhatTakesLongToHappen(PersonId owner, EventView event, OrderView order, UUID id) {
        Map<String, Object> facts = Map.of(
                "organization", event.organization().value(),
                "event", event.id().value(),
                "person", owner.value(),
                "order", order.id().value(),
                "hold", order.hold().value(),
                "payment", orders.paymentsOf(order).getFirst().id().value(),
                "id", id,
                "text", "house-" + id);
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> ROWS.forEach(sql -> jdbc.sql(sql).params(facts).update())));
    }

    private static final List<String> ROWS = List.of(
            """
            insert into identity.one_time_tokens values (decode(md5(:text), 'hex'), 'reset', :person, now(), now())
            """,
            """
            insert into identity.api_tokens values (:id, :person, 'Export', decode(md5(:text), 'hex'), '{events:read}', now())
            """,
            """
            insert into audit.seals values (:organization, 1000000, 1, decode(md5(:text), 'hex'), now())
            """,
            """
            insert into privacy.proofs values (decode(md5(:text), 'hex'), :text || '@example.org', 'en', now(), now() + interval '1 day')
            """,
            """
            insert into privacy.exports values
              (:id, :person, :text || '@example.org', 'en', 'ready', decode(md5(:text), 'hex'), now() - interval '2 days',
               now() + interval '1 day', now(), :id)
            """,
            """
            insert into privacy.erasures values
              (:id, :person, :text || '@example.org', 'en', 'called_off', null, now(), now() + interval '1 day', now())
            """,
            """
            insert into media.images values (:id, :organization, :person, 1600, 900, 1, 52, now())
            """,
            """
            insert into media.files values (:id, :organization, 'evidence.pdf', 'application/pdf', 1, now())
            """,
            """
            insert into media.removals values (md5(:text)::uuid, false, now() + interval '1 day')
            """,
            """
            insert into event.invitations values
              (:id, :event, :organization, :text || '@example.org', 'staff', '{}', :person, now(), now() + interval '1 day')
            """,
            """
            insert into organization.invitations values
              (:id, :organization, :text || '@example.org', 'viewer', decode(md5(:text), 'hex'), :person, now(),
               now() + interval '1 day')
            """,
            """
            insert into integration.imports
              (id, organization_id, created_by, created_at, file_name, format, body, mapping, time_zone, state)
            values (:id, :organization, :person, now(), 'events.csv', 'csv', 'title', '{}', 'Europe/Lisbon', 'done')
            """,
            """
            insert into integration.webhook_endpoints values
              (:id, :organization, 'https://example.org/hooks', '{event_postponed}', now(), null, null)
            """,
            """
            insert into integration.webhook_deliveries
              (id, endpoint_id, organization_id, event_type, cause, body, state, due_at, created_at)
            values (:id, :id, :organization, 'event_postponed', :text, '{}', 'delivered', now(), now())
            """,
            """
            insert into notification.mails
              (id, cause, kind, organization_id, recipient, locale, subject, html, plain, state, created_at)
            values (:id, :text, 'order_paid', :organization, 'ada@example.org', 'en', 'Hello', '', '', 'sent', now())
            """,
            """
            insert into notification.suppressions values
              (:id, :organization, :text || '@example.org', null, 'unsubscribed', '', now())
            """,
            """
            insert into notification.tracking values (:organization, true, :person, now())
            """,
            """
            insert into notification.untracked values (:text || '@example.org', now())
            """,
            """
            insert into notification.mail_texts values
              (:id, :organization, 'order_paid', 'en', 1, 'Come', null, null, null, :person, now())
            """,
            """
            insert into notification.choices values (:text || '@example.org', 'news', 'email', false, now())
            """,
            """
            insert into notification.digests values (:person, now())
            """,
            """
            insert into notification.notices values
              (:id, :person, :text, 'purchases', 'order_paid', 'Your tickets', '/tickets', now(), null)
            """,
            """
            update ticketing.quotas set held = held + 1
            where id in (select id from ticketing.quotas where event_id = :event and not shared order by id limit 1)
            """,
            """
            insert into pricing.rules values
              (:id, :event, :organization, 'tax', 'VAT', 19000, null, null, false, null, '{}', now())
            """,
            """
            insert into pricing.promo_codes values
              (:id, :event, :organization, 'HOUSE', 1000, null, null, false, false, '{}', null, null, null, null, now(), null)
            """,
            """
            insert into checkin.devices values
              (:id, :event, :organization, 'Gate 1', '{}', '{}', 'invited', now() + interval '1 day', now(),
               decode(md5(:text), 'hex'), now() + interval '1 day')
            """,
            """
            insert into checkin.lists values
              (:id, :event, :organization, 'Shirts', 'hand_out', 'once', '{}', '{}', null, null, null, now(), null)
            """,
            """
            insert into checkin.badges values (:event, :organization, '62x29', '{type}', null)
            """,
            """
            insert into checkin.conflicts (id, event_id, organization_id, kind, ticket_id, scan_id, told, raised_at)
            select :id, event_id, organization_id, 'double_entry', ticket_id, id, 'admitted', now()
            from checkin.check_ins where event_id = :event limit 1
            """,
            """
            insert into conversation.blasts
              (id, event_id, organization_id, state, subject, body, segment, by_email, in_app, created_at, send_at, done_at)
            values (:id, :event, :organization, 'sent', 'Doors at seven', 'Come early.', 'going', true, true, now(), now(), now())
            """,
            """
            insert into conversation.rooms values (:event, :organization, true, 720, 720, 0, 1)
            """,
            """
            insert into conversation.members values (:id, :event, :organization, null, :id, 'Ada', 'ada', false, null, now())
            """,
            """
            insert into conversation.messages values (:id, :event, :organization, :id, 'See you there', now(), 1, null, null)
            """,
            """
            insert into conversation.reports values (:id, :id, :event, :organization, 'an advert', now(), null)
            """,
            """
            insert into feedback.requests values (:id, :event, :organization, :order, now(), 4, :text, now())
            """,
            """
            insert into feedback.questions values
              (:id, :event, :organization, 1, 'What again?', '', 'short_text', false, '{}', now(), null)
            """,
            """
            insert into feedback.answers values (:id, :id, :event, :organization, '{boat}', now())
            """,
            """
            insert into escrow.terms values (:event, :organization, 24, 30)
            """,
            """
            insert into escrow.settlements values (:event, :organization, now(), now() + interval '1 day', null)
            """,
            """
            insert into escrow.reservations values (:order, :event, :organization, now() + interval '6 days', now())
            """,
            """
            insert into escrow.stakes
              (ticket_id, ticket_type_id, order_id, event_id, organization_id, amount, currency, state, created_at)
            select id, ticket_type_id, order_id, event_id, organization_id, 2000, 'EUR', 'held', now()
            from ticketing.tickets where event_id = :event order by id limit 1
            """,
            """
            insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at)
            values (:id, :event, :organization, 'released', now(), now())
            """,
            """
            insert into ticketing.hold_draws
            select :id, id, :organization, 1, now() from ticketing.quotas where event_id = :event and not shared order by id limit 1
            """,
            """
            insert into seating.maps values (:id, :organization, :event, 'Great hall', false, 1, now())
            """,
            """
            insert into seating.sections values (:id, :id, :organization, :event, 'Stalls', 1)
            """,
            """
            insert into seating.seats values (:id, :id, :id, :organization, :event, 'A', 1, '1', 1, 0, 0)
            """,
            """
            insert into seating.occupants values (:id, :organization, :event, :hold, now())
            """,
            """
            insert into ticketing.hold_seats
            select :hold, 1, :id, ticket_type_id, :organization, 'Stalls', 'A', '1' from ticketing.tickets
            where event_id = :event limit 1
            """,
            """
            delete from notification.due_tickets where order_id = :order
            """,
            """
            insert into notification.due_tickets values (:text, :order, :organization, 'infinity')
            """,
            """
            insert into event.pictures values (:id, :event, :organization, 1, 'The pier', 1600, 900, now())
            """,
            """
            insert into event.series values
              (:id, :organization, 'series-' || :id, 'Low Tide', 'FREQ=WEEKLY', '2031-06-18', 'Europe/Lisbon', 30, false,
               '2031-06-18', null, null, now())
            """,
            """
            insert into event.occurrences values (:id, '2031-06-18', :event, :organization, false)
            """,
            """
            insert into programme.speakers values (:id, :event, :organization, 'Inês Mar', '', '', null)
            """,
            """
            insert into programme.sessions values (:id, :event, :organization, 'Tides', '', 0, 45, 'Hall', '', 0)
            """,
            """
            insert into programme.session_speakers values (:id, :id, :event, :organization, 0)
            """,
            """
            insert into programme.stars values (:person, :id, :event, :organization, now())
            """,
            """
            insert into programme.feeds values (:person, decode(md5(:text), 'hex'), now())
            """,
            """
            insert into organization.followers values (:organization, :person, now())
            """,
            """
            insert into planning.tasks (id, event_id, organization_id, title, phase, created_at)
            values (:id, :event, :organization, 'Book the hall', 'plan', now())
            """,
            """
            insert into planning.templates values (:id, :organization, 'Our nights', null, now())
            """,
            """
            insert into planning.template_tasks values (:id, 0, :organization, 'Book the hall', '', 'plan', -60)
            """,
            """
            insert into planning.milestones values (:event, :organization, 'first_sale', now()) on conflict do nothing
            """,
            """
            insert into registration.questions values
              (:id, :event, :organization, 1, 'What do you eat?', '', 'short_text', false, 'order', '{}', now(), null)
            """,
            """
            insert into registration.answers values (:hold, 0, :id, :event, :organization, '{bread}', now())
            """,
            """
            insert into ordering.attendees values (:order, 1, :organization, :hold, :event, 'Ada', 'ada@example.org')
            """,
            """
            insert into ordering.refund_requests (id, order_id, hold_id, event_id, organization_id, reason, created_at)
            values (:id, :order, :hold, :event, :organization, 'ill', now())
            """,
            """
            insert into ordering.approvals (order_id, hold_id, event_id, organization_id, state)
            values (:order, :hold, :event, :organization, 'requires_action')
            """,
            """
            insert into ordering.refunds values
              (:id, :order, :hold, :event, :organization, 1, false, 'failed', 'ill', now(), now())
            """,
            """
            insert into ordering.refund_parts values (:id, 1, :order, :hold, :event, :organization, 1)
            """,
            """
            insert into ordering.free_returns values (:order, :text, :hold, :event, :organization, now())
            """,
            """
            insert into ordering.counter_sales values
              (:id, :order, :hold, :event, :organization, 'cash', 1, 1, 'EUR', '', :person, now())
            """,
            """
            insert into ordering.counter_refunds values
              (:id, :order, :hold, :event, :organization, 'cash', 1, 'EUR', :person, now())
            """,
            """
            insert into ordering.ticket_cancellations values
              (:id, :order, :hold, :event, :organization, 1, 'ill', :person, now())
            """,
            """
            insert into ordering.counter_dues values
              (:id, :order, :hold, :event, :organization, 'cash', 1, 'EUR', now())
            """,
            """
            insert into ordering.counter_keys values (:event, :organization, :person, :text, :hold, null, now())
            """,
            """
            insert into ordering.billing values
              (:order, :hold, :event, :organization, 'Tidewater Lda', 'Rua do Cais 14', 'PT', 'PT507432108', now())
            """,
            """
            insert into invoicing.sellers
            values (:organization, 'Pier 14 Lda', 'Rua do Cais 14', 'PT', 'PT507432108', 'PIER', '', 'Europe/Lisbon', 3, now())
            """,
            """
            delete from invoicing.due where order_id = :order
            """,
            """
            insert into invoicing.due values (:id, 'correction', :order, :event, :organization, 'infinity', false, 0)
            """,
            """
            insert into invoicing.documents
              (id, kind, year, number, label, cause, order_id, hold_id, event_id, organization_id, currency, total_amount,
               tax_amount, issued_at, sheet)
            values (:id, 'receipt', 1999, 1, 'REC-1999-00001', :text, :order, :hold, :event, :organization, 'EUR', 1, 0, now(),
              '{"language": "en", "issuedOn": "2031-06-01", "suppliedOn": "2031-06-18", "currency": "EUR", "footer": "",
                "seller": {"name": "Pier 14", "address": "", "country": "", "taxId": ""},
                "buyer": {"name": "Ada", "address": "", "country": "", "taxId": ""},
                "orderCode": "K7QX2M9P", "eventTitle": "Low Tide", "paidOn": "2031-06-01", "paidWith": "sandbox", "lines": [
                  {"position": 1, "name": "Seat", "quantity": 1, "price": 1, "discount": 0, "net": 1, "taxes": [],
                   "fees": [], "total": 1}]}')
            """,
            """
            insert into payment.refunds
              (id, payment_id, order_id, hold_id, event_id, organization_id, buyer_email, state, amount, currency, reason,
               idempotency_key, created_at, updated_at)
            values (:id, :payment, :order, :hold, :event, :organization, 'ada@example.org', 'failed', 1, 'EUR', 'ill',
               :text, now(), now())
            """,
            """
            insert into payment.disputes values
              (:id, :payment, :order, :event, :organization, 'won', 1, 'EUR', 'fraudulent', :text, now(), now())
            """,
            """
            insert into payment.evidence values (:id, 'more', :organization, :event, 'They were there', null, null, null, now())
            """,
            """
            insert into payment.discrepancies
              (payment_id, kind, organization_id, event_id, expected, found, seen_at, provider, once)
            values (:payment, 'amount', :organization, :event, '1', '2', now(), 'sandbox', :text)
            """,
            """
            insert into payment.discrepancy_moves
            select gen_random_uuid(), id, organization_id, now(), 'accepted', 'person', null, '' from payment.discrepancies where payment_id = :payment limit 1
            """,
            """
            insert into payment.reconciliations (id, provider, kind, from_at, until_at, state, requested_at)
            values (:id, 'sandbox', 'nightly', now(), now(), 'done', now())
            """,
            """
            insert into payout.operator_moves values ('sandbox', :text, 'fee', null, 100, 'EUR', now(), now())
            """,
            """
            insert into payment.accounts values (:organization, 'sandbox', :text, false, now())
            """,
            """
            insert into payment.provider_choices values (:organization, 'sandbox')
            """,
            """
            insert into payment.customers values (:id, :person, 'sandbox', null, :text, now())
            """,
            """
            insert into payment.platform_fees values (:id, :organization, 'EUR', 250, 30, now())
            """,
            """
            insert into payout.accounts values (:organization, 'sandbox', :text, 'PT', :text, 'incomplete', null, now(), null)
            """,
            """
            insert into payout.plans values (:organization, 'sandbox', 3)
            """,
            """
            insert into payout.releases (id, organization_id, event_id, provider, ended_at, due_at, state, updated_at)
            values (:id, :organization, :event, 'sandbox', now(), now() + interval '3 days', 'due', now())
            """,
            """
            insert into payout.transfers values
              (:id, :organization, 'sandbox', :text, null, :text, 1, 'EUR', 'Advance', 'failed', null, 'no', now(), now())
            """,
            """
            insert into payout.payouts values
              (:id, :organization, 'sandbox', :text, :text, 'paid', 1, 'EUR', now(), now())
            """,
            """
            insert into payment.webhooks
              (id, provider, provider_event_id, type, subject, payload, received_at, handled_at, outcome)
            values (:id, 'sandbox', :text, 'charge.paid', :text, '{}', now(), now(), 'ignored')
            """,
            """
            insert into payment.provider_states values (:text, 'up', now(), null, null)
            """,
            """
            insert into payment.sandbox_accounts values (:text, :text, :text, 'House', 'PT', 'new', false, null, now())
            """,
            """
            insert into payment.sandbox_transfers values (:text, :text, :text, null, 1, 'EUR', 'Advance', now())
            """,
            """
            insert into payment.sandbox_payouts values (:text, :text, :text, 1, 'EUR', 'paid', now(), now())
            """,
            """
            insert into payment.sandbox_customers values (:text, :text, null, 'Ada', 'ada@example.org', now())
            """,
            """
            insert into payment.sandbox_cards values (:text, :text, '4242424242424242', '2040-12', true, now())
            """,
            """
            insert into payment.sandbox_setups values (:text, :text, :text, '/', now())
            """,
            """
            insert into payment.sandbox_refunds
            select :text, id, :text, 'failed', 1, 'EUR', null, now(), now() from payment.sandbox_charges limit 1
            """,
            """
            insert into payment.sandbox_disputes
            select :text, id, 'won', 1, 'EUR', 'fraudulent', now() from payment.sandbox_charges c
            where not exists (select from payment.sandbox_disputes d where d.charge_id = c.id) limit 1
            """,
            """
            insert into payment.sandbox_deliveries
              (id, type, charge_id, payload, state, created_at)
            select :text, 'charge.paid', id, '{}', 'delivered', now() from payment.sandbox_charges limit 1
            """,
            """
            insert into waitingroom.rooms (event_id, organization_id, id, mode) values (:event, :organization, :id, 'off')
            """,
            """
            insert into waitingroom.calls values (:event, 0, 1, :organization, now())
            """,
            """
            insert into waitingroom.uses values (:event, 0, 0, :organization, 1, now())
            """,
            """
            insert into waitingroom.addresses values (:event, 0, sha256(:text::bytea), :organization, 0)
            """,
            """
            insert into waitingroom.bound_holds values (:id, :event, 0, :organization, sha256(:text::bytea))
            """,
            """
            insert into ticketing.waiting_rules values (:event, :organization, 60)
            """,
            """
            insert into ticketing.waiting_lists
            select ticket_type_id, :event, :organization, true from ticketing.tickets where order_id = :order limit 1
            """,
            """
            insert into ticketing.waiting_entries
              (id, event_id, organization_id, ticket_type_id, name, email, locale, quantity, open, state, created_at)
            select :id, :event, :organization, ticket_type_id, 'Wanda', :text || '@example.org', 'en', 1, 0, 'served', now()
              from ticketing.tickets where order_id = :order limit 1
            """,
            """
            insert into ticketing.waiting_offers values (:hold, :id, :event, :organization, 1, now(), now())
            """,
            """
            insert into ticketing.resales
              (id, ticket_id, ticket_type_id, event_id, organization_id, hold_of_seller, serial, state, created_at, decided_at)
            select :id, id, ticket_type_id, :event, :organization, :hold, serial, 'withdrawn', now(), now()
              from ticketing.tickets where order_id = :order and position = 2
            """,
            """
            insert into ticketing.transfer_rules values (:event, :organization, true, null)
            """,
            """
            insert into ticketing.code_rules values (:event, :organization, 'off')
            """,
            """
            insert into wallet.passes
            select id, serial, :event, :organization, 'en', true, false, now(), true
              from ticketing.tickets where order_id = :order and position = 1
            """,
            """
            insert into wallet.registrations
            select 'phone', ticket_id, serial, :event, :organization, 'token' from wallet.passes where event_id = :event
            """,
            """
            insert into wallet.watched values (:event, :organization, 'x', 0, now())
            """,
            """
            insert into ticketing.transfers
              (id, ticket_id, event_id, organization_id, kind, state, type_name, serial, short_code, giver, from_name,
               from_email, to_email, locale, created_at, expires_at)
            select :id, id, :event, :organization, 'transfer', 'offered', type_name, serial, short_code, :hold, 'Ada',
                   'ada@example.org', 'tom@example.org', 'en', now(), now() + interval '1 day'
              from ticketing.tickets where order_id = :order and position = 2
            """,
            """
            insert into guest.rules values (:event, :organization) on conflict do nothing
            """,
            """
            insert into guest.guests
              (id, event_id, organization_id, email, name, locale, state, since, sort, terms, created_at)
            values (:id, :event, :organization, :text || '@guests.example.org', 'Gil Guest', 'en', 'invited', now(), 'gil guest',
              '{gil,guest}', now())
            """,
            """
            insert into guest.guests
              (id, event_id, organization_id, email, name, locale, state, since, sort, terms, created_at)
            values (gen_random_uuid(), :event, :organization, 'ada@example.org', 'Ada Lind', 'en', 'going', now(), 'ada lind',
              '{ada,lind}', now())
            on conflict do nothing
            """,
            """
            insert into guest.merged values
              (gen_random_uuid(), :id, :event, :organization, null, 'former-' || :text || '@guests.example.org', now())
            """,
            """
            insert into guest.distinctions
            select least(id, :id), greatest(id, :id), event_id, organization_id, null, now()
              from guest.guests where event_id = :event and id <> :id limit 1
            """,
            """
            insert into guest.moments values (:id, :id, :event, :organization, 'note', 'Sits in front', :person, now())
            """,
            """
            insert into guest.answers values (:id, :event, :organization, :id, 0, '{bread}', now())
            """,
            """
            insert into guest.requests values
              (:id, :event, :organization, :text || '@guests.example.org', 'Gil', 'en', 'going', 0, '[]', now(), now() + interval '1 day')
            """,
            """
            insert into guest.tickets values (:id, :id, :id, :event, :organization, :id)
            """,
            """
            delete from guest.due where order_id = :order
            """,
            """
            insert into guest.due (order_id, organization_id, event_id, at) values (:id, :organization, :event, 'infinity')
            """,
            """
            insert into platform.idempotency_keys (scope, key, request, started_at)
            values (decode(md5(:text), 'hex'), :text, decode(md5(:text), 'hex'), now())
            """,
            """
            insert into ledger.postings values
              (:organization, :id, :event, :order, 'cash_received', :id, null, now())
            """,
            """
            insert into ledger.entries values
              (:organization, :id, 1, 'cash', null, 'EUR', 1), (:organization, :id, 2, 'buyer_receivable', null, 'EUR', -1)
            """,
            """
            insert into ledger.unsealed values (:organization, :id)
            """,
            """
            insert into ledger.subtotals
              (organization_id, event_id, cause_kind, account, currency, month, amount, entries)
            values (:organization, :event, 'gift_sold', 'gift', 'EUR', '2031-06-01', 0, 1)
            """);
}
