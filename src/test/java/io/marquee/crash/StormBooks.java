package io.marquee.crash;

import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TheirBooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what the product has with what the provider has, and each with what was promised. */
final class StormBooks {
    private static final String UNDECIDED = """
            select 'payment ' || p.id || ' is ' || p.state from payment.payments p
            where p.state in ('created', 'requires_action', 'processing', 'authorised')
              and not exists (select from ordering.orders o where o.paid_by = p.id and o.reservation in ('kept', 'owed'))
            union all
            select 'refund ' || r.id || ' is ' || r.state from payment.refunds r where r.state in ('requested', 'approved', 'processing')
            union all
            select 'order ' || o.id || ' is pending' from ordering.orders o where o.state = 'pending'
            """;
    private static final String WITHOUT_TICKETS = """
            select 'order ' || o.id || ' is ' || o.state || ' without its tickets' from ordering.orders o
            where o.state in ('paid', 'partially_refunded', 'refunded')
              and (select count(*) from ticketing.tickets t where t.order_id = o.id)
                <> (select sum(quantity) from ordering.order_lines l where l.order_id = o.id)
            """;
    private static final String TICKETS_UNPAID = """
            select 'ticket ' || t.id || ' is unpaid' from ticketing.tickets t
            where not exists (select from ordering.orders o where o.id = t.order_id and o.state in ('paid', 'partially_refunded', 'refunded'))
            """;
    private static final String NEITHER_TICKETS_NOR_REFUND = """
            select 'payment ' || p.id || ' is neither tickets nor a refund: its order is ' || o.state
            from payment.payments p join ordering.orders o on o.id = p.order_id
            where p.state = 'succeeded' and o.state not in ('paid', 'partially_refunded', 'refunded')
              and p.amount > (select coalesce(sum(r.amount), 0) from payment.refunds r where r.payment_id = p.id and r.state = 'succeeded')
                + (select coalesce(sum(d.amount), 0) from payment.discrepancies d
                   where d.payment_id = p.id and d.kind = 'surplus_kept' and d.state = 'handled')
            """;
    private static final String KEPT_TWICE = """
            select 'order ' || o.id || ' was paid ' || sum(p.amount - coalesce(r.back, 0)) || ' of ' || o.total_amount
            from ordering.orders o
            join payment.payments p on p.order_id = o.id and p.state = 'succeeded'
            left join (select payment_id, sum(amount) back from payment.refunds where state = 'succeeded' group by payment_id) r on r.payment_id = p.id
            group by o.id having sum(p.amount - coalesce(r.back, 0)) > o.total_amount
            """;
    private static final String STAKE_KEPT = """
            select 'order ' || o.id || ' keeps ' || coalesce(p.kept, 0) || ' for stakes of ' || s.lost
            from ordering.orders o
            join (select order_id, coalesce(sum(amount) filter (where state in ('forfeited', 'failed')), 0) lost from escrow.stakes
                  group by order_id having bool_and(state not in ('held', 'returning'))) s on s.order_id = o.id
            left join (select p.order_id, sum(p.amount - coalesce((select sum(r.amount) from payment.refunds r
                                                where r.payment_id = p.id and r.state = 'succeeded'), 0)
                                      - coalesce((select sum(d.amount) from payment.discrepancies d
                                                  where d.payment_id = p.id and d.kind = 'surplus_kept' and d.state = 'handled'), 0)) kept
                       from payment.payments p where p.state = 'succeeded' group by p.order_id) p on p.order_id = o.id
            where coalesce(p.kept, 0) <> s.lost
            """;
    private static final String STAKES_HELD = """
            select 'stakes of ' || -sum(e.amount) || ' are held, and ' || coalesce(max(s.held), 0) || ' should be'
            from ledger.entries e
            left join (select sum(amount) held from escrow.stakes
                       where mode = 'charged' and state in ('held', 'returning') and not earned) s on true
            where e.account = 'stakes_held' having -sum(e.amount) <> coalesce(max(s.held), 0)
            """;
    private static final String UNBALANCED = """
            select 'posting ' || posting_id || ' does not balance' from ledger.entries group by posting_id, currency having sum(amount) <> 0
            """;
    private static final String OWED = """
            select 'order ' || p.order_id || ' owes ' || sum(e.amount) from ledger.postings p
            join ledger.entries e on e.posting_id = p.id where e.account = 'buyer_receivable'
            group by p.order_id having sum(e.amount) <> 0
            """;
    private static final String OURS = """
            select p.id, p.amount, coalesce((select sum(r.amount) from payment.refunds r where r.payment_id = p.id and r.state = 'succeeded'), 0)
            from payment.payments p where p.state = 'succeeded' and p.provider = 'stripe'
            """;

    private final RunningProduct product;
    private final FakeStripe stripe;

    StormBooks(RunningProduct product, FakeStripe stripe) {
        this.product = product;
        this.stripe = stripe;
    }

    /** What is still under way. */
    List<String> undecided() throws Exception {
        return lines(UNDECIDED);
    }

    /** Every promise that was broken. */
    List<String> breaches() throws Exception {
        List<String> breaches = new ArrayList<>();
        for (String question : List.of(
                WITHOUT_TICKETS,
                TICKETS_UNPAID,
                NEITHER_TICKETS_NOR_REFUND,
                KEPT_TWICE,
                STAKE_KEPT,
                STAKES_HELD,
                UNBALANCED,
                OWED)) {
            breaches.addAll(lines(question));
        }
        breaches.addAll(differences());
        return breaches;
    }

    /** Where the provider's books and ours say different things. */
    private List<String> differences() throws Exception {
        Map<String, String> ours = new HashMap<>();
        for (List<String> row : product.rows(OURS)) ours.put(row.get(0), row.get(1) + " − " + row.get(2));
        List<String> differences = new ArrayList<>();
        Set<String> theirs = new HashSet<>();
        for (TheirBooks.Money money : stripe.books().money()) {
            String said = money.taken() + " − " + money.refunded();
            boolean again = !theirs.add(money.reference());
            if (again || !said.equals(ours.get(money.reference()))) {
                differences.add("payment " + money.reference() + " (" + money.intent() + ") is " + said + " there, "
                        + ours.get(money.reference()) + " here" + (again ? ", and there twice" : ""));
            }
        }
        long here =
                product.count("select coalesce(sum(amount), 0) from ledger.entries where account = 'provider_balance'");
        long there = stripe.books().balance();
        if (here != there) differences.add("the balance is " + there + " there, " + here + " here");
        for (String payment : ours.keySet()) {
            if (!theirs.contains(payment)) differences.add("payment " + payment + " is here and not there");
        }
        return differences;
    }

    private List<String> lines(String sql) throws Exception {
        return product.rows(sql).stream().map(List::getFirst).toList();
    }
}
