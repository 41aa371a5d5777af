package io.marquee.crash;

import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody who buys two tickets, in a way of their own, from a shop that may die under their hands. */
final class StormBuyer {
    /** What people do, each as likely as it stands here. */
    private static final List<Habit> HABITS = List.of(
            Habit.PAYS,
            Habit.PAYS,
            Habit.PAYS,
            Habit.PAYS,
            Habit.PAYS,
            Habit.PAYS,
            Habit.TRIES_AGAIN,
            Habit.TRIES_AGAIN,
            Habit.SLOW_BANK,
            Habit.SLOW_BANK_SAYS_NO,
            Habit.BANK_ASKS,
            Habit.BANK_ASKS_IN_VAIN,
            Habit.GOES_AWAY,
            Habit.TWO_TABS,
            Habit.TWO_TABS,
            Habit.LATE,
            Habit.LATE,
            Habit.CANCELS_MEANWHILE,
            Habit.DISPUTES,
            Habit.REFUNDED_BY_HAND);

    private enum Habit {
        PAYS,
        TRIES_AGAIN,
        SLOW_BANK,
        SLOW_BANK_SAYS_NO,
        BANK_ASKS,
        BANK_ASKS_IN_VAIN,
        GOES_AWAY,
        TWO_TABS,
        LATE,
        CANCELS_MEANWHILE,
        DISPUTES,
        REFUNDED_BY_HAND
    }

    private static final Pattern PAGE = Pattern.compile("\"url\":\"([^\"]*)/c/pay/(cs_\\w+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final RunningProduct product;
    private final FakeStripe stripe;
    private final Storm.Sale sale;
    private final Random random;
    private final int number;

    StormBuyer(RunningProduct product, FakeStripe stripe, Storm.Sale sale, long seed, int number) {
        this.product = product;
        this.stripe = stripe;
        this.sale = sale;
        this.random = new Random(seed * 31 + number);
        this.number = number;
    }

    /** @return whether there was an order in the end */
    boolean buys() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                order();
                return true;
            } catch (IOException | IllegalStateException | SQLException dead) {
                // the shop does not answer, or not as it should: they begin anew
                Thread.sleep(500);
            }
        }
        return false;
    }

    private void order() throws IOException, InterruptedException, SQLException {
        HttpResponse<String> held = product.send(
                "POST",
                "/api/v1/events/" + sale.event() + "/holds",
                null,
                "{\"items\":[{\"ticketType\":\"" + sale.type() + "\",\"quantity\":2}]}");
        String token = field("token", held);
        HttpResponse<String> placed = product.send(
                "POST",
                "/api/v1/orders",
                token,
                "{\"hold\":\"%s\",\"buyer\":{\"name\":\"Buyer\",\"email\":\"b%d.%d@storm.example\"}}"
                        .formatted(field("id", held), number, random.nextInt(1_000_000)));
        String order = field("id", placed);
        String session = startsToPay(order, token);
        if (session == null) return;
        act(HABITS.get(random.nextInt(HABITS.size())), order, token, session);
    }

    private void act(Habit habit, String order, String token, String session)
            throws IOException, InterruptedException, SQLException {
        switch (habit) {
            case PAYS -> pays(session, TestCard.GOOD, order, token);
            case TRIES_AGAIN -> {
                stripe.pay(session, TestCard.DECLINED);
                pays(session, TestCard.GOOD, order, token);
            }
            case SLOW_BANK -> pays(session, TestCard.SLOW, order, token);
            case SLOW_BANK_SAYS_NO -> pays(session, TestCard.SLOW_AND_FAILING, order, token);
            case BANK_ASKS, BANK_ASKS_IN_VAIN -> {
                stripe.pay(session, TestCard.SECURE);
                stripe.authenticate(session, habit == Habit.BANK_ASKS);
            }
            case GOES_AWAY -> {}
            case TWO_TABS -> twoTabs(order, token, session);
            case LATE -> {
                timeIsUp(order);
                Thread.sleep(random.nextInt(4000));
                stripe.pay(session, TestCard.GOOD);
            }
            case CANCELS_MEANWHILE -> {
                Thread other = Thread.ofVirtual().start(() -> stripe.pay(session, TestCard.GOOD));
                product.send("DELETE", "/api/v1/orders/" + order, token, "");
                other.join();
            }
            case DISPUTES -> pays(session, TestCard.DISPUTED, order, token);
            case REFUNDED_BY_HAND -> {
                pays(session, TestCard.GOOD, order, token);
                String intent = stripe.books().intentOf(session);
                if (intent != null) stripe.refundInDashboard(intent, sale.price() * 2);
            }
        }
    }

    /** Most look at their order afterwards, and so does the shop. */
    private void pays(String session, TestCard card, String order, String token)
            throws IOException, InterruptedException {
        stripe.pay(session, card);
        if (random.nextInt(3) > 0) product.send("GET", "/api/v1/orders/" + order + "/payments", token, "");
    }

    private void twoTabs(String order, String token, String session) throws IOException, InterruptedException {
        Set<String> sessions = new LinkedHashSet<>(List.of(session));
        String second = startsToPay(order, token);
        if (second != null) sessions.add(second);
        stripe.pay(session, TestCard.GOOD);
        String third = startsToPay(order, token);
        if (third != null) sessions.add(third);
        for (String each : sessions) stripe.pay(each, TestCard.GOOD);
    }

    /** @return the session, or null where there is none any more */
    private @Nullable String startsToPay(String order, String token) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            HttpResponse<String> payment =
                    product.send("POST", "/api/v1/orders/" + order + "/payments", token, "{\"provider\":\"stripe\"}");
            Matcher page = PAGE.matcher(payment.body());
            if (page.find()) return page.group(2);
            boolean later = payment.statusCode() >= 500 || payment.body().contains("\"created\"");
            if (!later) return null;
            Thread.sleep(300 + random.nextInt(700));
        }
        return null;
    }

    /** What the clock would do in ten minutes. */
    private void timeIsUp(String order) throws SQLException, IOException {
        product.execute(Storm.timeIsUp("o.id = '" + order + "'"));
    }

    private static String field(String name, HttpResponse<String> answer) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        if (!matcher.find()) {
            throw new IllegalStateException(answer.statusCode() + " without " + name + ": " + answer.body());
        }
        return matcher.group(1);
    }
}
