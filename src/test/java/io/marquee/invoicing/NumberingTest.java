package io.marquee.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.InvoicingFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers have no gaps and nobody gets one twice, whoever asks at the same moment and whatever breaks. */
@MarqueeTest
class NumberingTest {
    private static final int MANY = 24;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    InvoicingFixture invoicing;

    @Autowired
    DocumentRows rows;

    @Autowired
    DueDocuments due;

    @Autowired
    Sealing sealing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void concert() {
        event = tickets.event();
        type = tickets.type(event, 100);
    }

    @Test
    void many_documents_at_once_are_numbered_one_by_one() {
        OrderView order = receipted();
        DocumentView receipt = invoicing.now(order).getFirst();

        List<Boolean> sealed = together(MANY, i -> inside(() -> rows.seal(draft(order, receipt, "many-" + i)) != null));

        assertThat(sealed).hasSize(MANY).containsOnly(true);
        assertThat(numbers())
                .isEqualTo(IntStream.rangeClosed(1, MANY + 1).boxed().toList());
    }

    @Test
    void without_taking_turns_they_would_collide() {
        OrderView order = receipted();

        assertThatThrownBy(() -> together(
                        MANY,
                        i -> inside(() -> {
                            int next = jdbc.sql(
                                            "select max(number) + 1 from invoicing.documents where organization_id = ?")
                                    .param(event.organization().value())
                                    .query(Integer.class)
                                    .single();
                            return insert(order, next, "control-" + i);
                        })))
                .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class)
                .hasStackTraceContaining("documents_organization_id_kind_year_number_key");
    }

    @Test
    void the_same_cause_asked_for_by_many_at_once_has_one_document() {
        OrderView order = receipted();
        DocumentView receipt = invoicing.now(order).getFirst();

        List<Boolean> sealed = together(MANY, i -> inside(() -> rows.seal(draft(order, receipt, "one-cause")) != null));

        assertThat(sealed.stream().filter(made -> made)).hasSize(1);
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void a_job_that_dies_before_its_commit_leaves_no_gap_and_its_note() {
        OrderView order = receipted();
        DocumentView receipt = invoicing.now(order).getFirst();

        assertThatThrownBy(() -> inside(() -> {
                    rows.seal(draft(order, receipt, "dies"));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        inside(() -> rows.seal(draft(order, receipt, "lives")) != null);

        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void what_was_noted_is_served_once_by_however_many_jobs() {
        OrderView order = receipted();
        invoicing.selling(event);
        DueDocuments.Due note = new DueDocuments.Due(
                UUID.randomUUID(), DueDocuments.What.INVOICE, order.id(), order.organization(), true, 0);

        together(
                MANY,
                i -> inside(() -> {
                    sealing.serve(note);
                    return true;
                }));

        assertThat(invoicing.of(order, 2)).hasSize(2);
    }

    @Test
    void the_database_refuses_a_gap_a_second_one_a_change_and_a_deletion() {
        OrderView order = receipted();

        assertThatThrownBy(() -> inside(() -> insert(order, 3, "gap")))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> inside(() -> insert(order, 1, "twice"))).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> inside(() -> run("update invoicing.documents set number = 7")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> inside(() -> run("delete from invoicing.documents")))
                .hasStackTraceContaining("permission denied");
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void each_organization_counts_for_itself() {
        receipted();
        EventView other = tickets.event();

        OrderView theirs = orders.paid(other, tickets.type(other, 10), 1);

        assertThat(invoicing.of(theirs, 1).getFirst().label()).endsWith("-00001");
    }

    /** A paid order whose receipt is the organization's first. */
    private OrderView receipted() {
        OrderView order = orders.paid(event, type, 1);
        invoicing.of(order, 1);
        return order;
    }

    private static DocumentRows.Draft draft(OrderView order, DocumentView receipt, String cause) {
        return new DocumentRows.Draft(DocumentKind.RECEIPT, order, cause + order.id(), null, "", receipt.sheet());
    }

    private List<Integer> numbers() {
        return inside(() -> jdbc.sql("select number from invoicing.documents where organization_id = ? order by 1")
                .param(event.organization().value())
                .query(Integer.class)
                .list());
    }

    private boolean insert(OrderView order, int number, String cause) {
        return jdbc.sql("""
                        insert into invoicing.documents
                          (id, kind, year, number, before, label, cause, order_id, hold_id, event_id, organization_id, currency,
                           total_amount, tax_amount, issued_at, sheet)
                        select uuidv7(), kind, year, ?, nullif(? - 1, 0), ?, ?, order_id, hold_id, event_id, organization_id, currency,
                               total_amount, tax_amount, issued_at, sheet
                        from invoicing.documents where order_id = ? limit 1
                        """)
                        .params(
                                number,
                                number,
                                cause,
                                cause + order.id(),
                                order.id().value())
                        .update()
                == 1;
    }

    private int run(String sql) {
        return jdbc.sql(sql).update();
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return acting.asSystem(event.organization(), () -> transaction.execute(status -> work.get()));
    }

    private interface Work {
        boolean run(int number);
    }

    private static List<Boolean> together(int count, Work work) {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService people = Executors.newFixedThreadPool(count)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(people.submit(() -> {
                    start.await();
                    return work.run(number);
                }));
            }
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> one : all) done.add(one.get());
            return done;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
