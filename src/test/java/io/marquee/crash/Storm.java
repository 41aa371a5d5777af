package io.marquee.crash;

import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.Faults;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many buyers at a product that is killed, through a provider at which everything goes wrong that can. */
final class Storm {
    /** What is on sale. */
    record Sale(String event, String type, long price) {}

    private static final int AT_ONCE = 12;
    private static final long PRICE = 2400;
    private static final String LEFT_LYING = """
            (o.state = 'pending' or exists (
              select from payment.payments p where p.order_id = o.id and p.state in ('created', 'requires_action')))
            """;

    private final RunningProduct product;
    private final FakeStripe stripe;
    private final long seed;
    private final String organizer;
    private final List<Sale> sales;
    final AtomicInteger orders = new AtomicInteger();

    Storm(RunningProduct product, FakeStripe stripe, long seed) throws Exception {
        this.product = product;
        this.stripe = stripe;
        this.seed = seed;
        this.organizer = field(
                "token",
                product.send(
                        "POST",
                        "/api/v1/sessions",
                        null,
                        "{\"email\":\"" + RunningProduct.ADMIN + "\",\"password\":\"" + RunningProduct.PASSWORD
                                + "\"}"));
        String organization =
                field("id", product.send("POST", "/api/v1/organizations", organizer, "{\"name\":\"Storm\"}"));
        Sale charged = sale(organization);
        Sale kept = sale(organization);
        stake(charged, false);
        stake(kept, true);
        this.sales = List.of(sale(organization), charged, kept);
        for (Sale each : sales)
            product.send("POST", "/api/v1/events/" + each.event() + "/publication", organizer, "{}");
    }

    private Sale sale(String organization) throws Exception {
        String event = field(
                "id",
                product.send(
                        "POST",
                        "/api/v1/organizations/" + organization + "/events",
                        organizer,
                        "{\"title\":\"Storm\",\"startsAt\":\"2031-06-18T19:30\",\"endsAt\":\"2031-06-18T23:00\",\"timeZone\":\"Europe/Lisbon\"}"));
        String type = field(
                "id",
                product.send(
                        "POST",
                        "/api/v1/events/" + event + "/ticket-types",
                        organizer,
                        "{\"name\":\"Seat\",\"price\":{\"amount\":" + PRICE
                                + ",\"currency\":\"EUR\"},\"quantity\":100000}"));
        return new Sale(event, type, PRICE);
    }

    /** Whoever does not come loses it as soon as the event is over. @param kept whether nothing is taken before */
    private void stake(Sale sale, boolean kept) throws Exception {
        product.send(
                "PUT",
                "/api/v1/events/" + sale.event() + "/stakes/terms",
                organizer,
                "{\"ticketTypes\":[\"" + sale.type() + "\"],\"delayHours\":0,\"keepCard\":" + kept + "}");
    }

    /** The doors of the events whose tickets are stakes. */
    StormDoor door() {
        return new StormDoor(
                product, organizer, sales.stream().skip(1).map(Sale::event).toList());
    }

    /** Everything at once. */
    static void allFaults(Faults faults, long seed) {
        faults.seed(seed)
                .hanging(Duration.ofSeconds(25))
                .webhooks(0.15, 0.4, 0.2, Duration.ofSeconds(6))
                .chance(Faults.Call.CUT_BEFORE, 0.03)
                .chance(Faults.Call.CUT_AFTER, 0.03)
                .chance(Faults.Call.HANG, 0.002)
                .chance(Faults.Call.ERROR, 0.01)
                .chance(Faults.Call.ERROR_AFTER, 0.01)
                .chance(Faults.Call.UNAVAILABLE, 0.02)
                .chance(Faults.Call.LIMITED, 0.03);
    }

    /** @param kills how often the product dies meanwhile, at equal distances */
    void rages(int buyers, int kills) throws Exception {
        Semaphore doors = new Semaphore(AT_ONCE);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            int between = buyers / (kills + 1);
            for (int number = 0; number < buyers; number++) {
                if (number > 0 && number % between == 0 && number / between <= kills) {
                    product.kill();
                    product.start();
                }
                doors.acquire();
                StormBuyer buyer =
                        new StormBuyer(product, stripe, sales.get(Math.max(0, number % 6 - 3)), seed, number);
                people.submit(() -> {
                    try {
                        if (buyer.buys()) orders.incrementAndGet();
                    } finally {
                        doors.release();
                    }
                    return true;
                });
            }
        }
    }

    /** The sky clears: nothing goes wrong any more, and nobody comes back to what they left lying. */
    void passes() throws Exception {
        stripe.faults().off();
        product.execute(timeIsUp(LEFT_LYING));
    }

    /** The banks say who was right. What they kept back of what was owed anyway is settled by that. */
    void banksDecide() {
        Random coin = new Random(seed);
        for (String dispute : stripe.books().disputes()) stripe.decideDispute(dispute, coin.nextBoolean());
    }

    /** Both books are an hour older, and it is the hour at which they are compared. */
    void night() throws Exception {
        stripe.ages(Duration.ofHours(1));
        product.execute(
                "update payment.payments set created_at = created_at - interval '1 hour';"
                        + "update platform.scheduled_tasks set execution_time = now() where task_name = 'payment.reconcile-nightly' and not picked;");
    }

    /**
     * What the clock would do in ten minutes, for orders {@code o}. What Stripe has not confirmed yet keeps its time: it is
     * asked for again in the same words.
     */
    static String timeIsUp(String which) {
        String past = "set expires_at = now() - interval '1 minute' from ordering.orders o where " + which;
        return "update ticketing.holds x " + past + " and x.id = o.hold_id and x.state = 'active';"
                + "update payment.payments x " + past
                + " and x.order_id = o.id and x.provider_ref is not null and x.state in ('created', 'requires_action');"
                + "update platform.scheduled_tasks t set execution_time = now() from payment.payments x, ordering.orders o where "
                + which
                + " and x.order_id = o.id and t.task_name = 'payment.poll' and t.task_instance = x.id::text and not t.picked;"
                + "update ordering.orders o set expires_at = now() - interval '1 minute' where state = 'pending' and "
                + which;
    }

    static String field(String name, HttpResponse<String> answer) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        if (!matcher.find()) {
            throw new IllegalStateException(answer.statusCode() + " without " + name + ": " + answer.body());
        }
        return matcher.group(1);
    }
}
