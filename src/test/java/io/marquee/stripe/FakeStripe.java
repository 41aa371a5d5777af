package io.marquee.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stripe as far as we use it, on a port of this machine. What a test does by hand here is what people do on Stripe's
 * pages and in its dashboard.
 */
public final class FakeStripe implements AutoCloseable {
    public static final String SECRET_KEY = "sk_test_fake";
    public static final String PUBLISHABLE_KEY = "pk_test_fake";
    public static final String WEBHOOK_SECRET = "whsec_fake";
    /** Of the endpoint that hears of connected accounts. */
    public static final String CONNECT_WEBHOOK_SECRET = "whsec_fakeconnect";

    /**
     * In the settings of a {@code @MarqueeTest}: works with a fake of its own, which is then a bean. Beside it {@code
     * MARQUEE_STRIPE_CONNECT=direct} and the like can be wanted.
     */
    public static final String SETTING = "MARQUEE_STRIPE=fake";

    static {
        // without it each answer waits for 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor();
    private final World world;
    private final Faults faults = new Faults();
    private final Webhooks webhooks;
    private final Desks desks;
    private final Api api;

    private FakeStripe(HttpServer server, World world) {
        this.server = server;
        this.world = world;
        this.webhooks = new Webhooks(world, faults);
        this.desks = new Desks(world, url());
        this.api = new Api(world, desks, faults);
        server.createContext("/v1/", api);
        server.createContext("/", new Pages(world, desks, webhooks));
        server.setExecutor(clerks);
        server.start();
        world.later.every(Duration.ofSeconds(1), desks.sessions::expireDue);
    }

    public static FakeStripe start() {
        return start(0, new World());
    }

    /** One that remembers in a file what there is, each second and when the process ends. */
    static FakeStripe remembering(int port, Path file) {
        FakeStripe fake = start(port, World.from(file));
        fake.world.later.every(Duration.ofSeconds(1), () -> fake.world.save(file));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> fake.world.save(file)));
        return fake;
    }

    private static FakeStripe start(int port, World world) {
        try {
            return new FakeStripe(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Base of the API, of the hosted pages and of the script. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Stands in for the script that Stripe's pages load. */
    public String script() {
        return url() + "/dahlia/stripe.js";
    }

    /** With which the product works with this fake. */
    public Map<String, String> settings() {
        return Map.of(
                "MARQUEE_STRIPE_SECRET_KEY",
                SECRET_KEY,
                "MARQUEE_STRIPE_PUBLISHABLE_KEY",
                PUBLISHABLE_KEY,
                "MARQUEE_STRIPE_WEBHOOK_SECRET",
                WEBHOOK_SECRET + "," + CONNECT_WEBHOOK_SECRET,
                "MARQUEE_STRIPE_API",
                url(),
                "MARQUEE_STRIPE_SCRIPT",
                script());
    }

    /** Where a person sees and does what happens at Stripe. */
    public String console() {
        return url() + "/console";
    }

    public Faults faults() {
        return faults;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** How many questions the API was asked. */
    public long calls() {
        return api.calls();
    }

    /**
     * Whether banks, refunds and disputes take their time.
     *
     * @param wanted how long, or null for: until {@link #timePasses}
     */
    public void timeTaken(@Nullable Duration wanted) {
        world.later.after(wanted);
    }

    /** What takes its time is done. */
    public void timePasses() {
        world.later.happen();
    }

    /** All that is in the books was made so much earlier. */
    public void ages(Duration by) {
        synchronized (world) {
            world.books().forEach(book -> book.everything().forEach(thing -> thing.add("created", -by.toSeconds())));
        }
    }

    /** Somebody pays on the hosted page, of whichever account. A declined card leaves the page open. */
    public void pay(String session, TestCard card) {
        pay(session, card, false);
    }

    /** @param keep whether they want the card kept */
    public void pay(String session, TestCard card, boolean keep) {
        synchronized (world) {
            Book book = world.bookOf(session);
            try {
                desks.sessions.pay(book, book.get(Sessions.KIND, session), card, keep);
            } catch (Refused declined) {
                // they read it on the page
            }
        }
    }

    /** Somebody pays in the part of our page that the script draws. */
    public void confirm(String intent, TestCard card) {
        synchronized (world) {
            Book book = world.bookOf(intent);
            try {
                Thing thing = book.find(intent);
                if (thing != null && thing.kind().equals("setup_intent")) {
                    desks.setups.confirm(book, thing, desks.methods.make(book, card));
                } else {
                    desks.intents.confirm(
                            book, book.get("payment_intent", intent), desks.methods.make(book, card), null, false);
                }
            } catch (Refused declined) {
                // they read it on the page
            }
        }
    }

    /** Somebody answers their bank's question, about an intent or a session. */
    public void authenticate(String id, boolean yes) {
        synchronized (world) {
            Book book = world.bookOf(id);
            Thing thing = world.find(book, id);
            if (thing == null) throw Refused.unknown("object", id);
            switch (thing.kind()) {
                case Sessions.KIND -> {
                    Thing intent = book.get("payment_intent", thing.text("payment_intent"));
                    desks.sessions.goOn(book, thing, desks.intents.authenticated(book, intent, yes));
                }
                case "setup_intent" -> desks.setups.authenticated(book, thing, yes);
                default -> desks.intents.authenticated(book, thing, yes);
            }
        }
    }

    /** Somebody sends money back in the dashboard. @return the refund's id */
    public String refundInDashboard(String intent, long amount) {
        synchronized (world) {
            Book book = world.bookOf(intent);
            Thing charge = book.get("charge", book.get("payment_intent", intent).text("latest_charge"));
            return desks.refunds
                    .make(book, charge, amount, "requested_by_customer", new Thing())
                    .id();
        }
    }

    /** A card's holder wants the money of this payment back. @return the dispute's id */
    public String dispute(String intent, String reason) {
        synchronized (world) {
            Book book = world.bookOf(intent);
            Thing charge = book.get("charge", book.get("payment_intent", intent).text("latest_charge"));
            return desks.disputes.open(book, charge, reason).id();
        }
    }

    public void decideDispute(String dispute, boolean won) {
        synchronized (world) {
            Book book = world.bookOf(dispute);
            desks.disputes.decide(book, book.get("dispute", dispute), won);
        }
    }

    /** An account's owner answers everything that Stripe asks. */
    public void onboard(String account) {
        synchronized (world) {
            desks.accounts.onboard(world.platform.get("account", account));
        }
    }

    /** Somebody who answers everything as soon as Stripe asks. */
    void answersEverything(String email) {
        world.later.every(
                Duration.ofSeconds(1),
                () -> world.platform
                        .all("account")
                        .filter(account -> account.is("email", email) && !account.yes("details_submitted"))
                        .toList()
                        .forEach(desks.accounts::onboard));
    }

    /** Stripe wants to know more of an account's owner. */
    public void ask(String account, boolean stopped, String... due) {
        synchronized (world) {
            desks.accounts.ask(world.platform.get("account", account), stopped, List.of(due));
        }
    }

    /** An account's owner no longer works with the platform. */
    public void leave(String account) {
        synchronized (world) {
            desks.accounts.leave(world.platform.get("account", account));
        }
    }

    /** Days pass: what was pending is available, and all of it is on its way to the bank. @return the payout's id */
    public String payOut(@Nullable String account, String currency) {
        synchronized (world) {
            desks.balances.settle(world.book(account));
            return desks.payouts.automatic(world.book(account), currency).id();
        }
    }

    /** What was pending can be paid out. */
    public void settle(@Nullable String account) {
        synchronized (world) {
            desks.balances.settle(world.book(account));
        }
    }

    public void payoutArrives(String payout) {
        synchronized (world) {
            Book book = world.bookOf(payout);
            desks.payouts.arrive(book, book.get("payout", payout));
        }
    }

    public void payoutFails(String payout, String code) {
        synchronized (world) {
            Book book = world.bookOf(payout);
            desks.payouts.fail(book, book.get("payout", payout), code);
        }
    }

    /**
     * What the books have of one payment.
     *
     * @param reference what the product called it
     * @param taken in minor units, of charges that succeeded
     * @param refunded what went back of it and arrived, or is on its way
     */
    public record Money(String intent, String reference, long taken, long refunded) {}

    /** All payments that took money, of all accounts. */
    public List<Money> money() {
        synchronized (world) {
            return world.books()
                    .flatMap(book -> book.all("payment_intent")
                            .filter(intent -> intent.number("amount_received") > 0)
                            .map(intent -> new Money(
                                    intent.id(),
                                    String.valueOf(intent.inner("metadata").maybe("reference")),
                                    intent.number("amount_received"),
                                    book.get("charge", intent.text("latest_charge"))
                                            .number("amount_refunded"))))
                    .toList();
        }
    }

    /** What an account has, whether it can be paid out already or not. */
    public long balance(@Nullable String account) {
        synchronized (world) {
            return world.book(account)
                    .all("balance_transaction")
                    .mapToLong(move -> move.number("net"))
                    .sum();
        }
    }

    /** The intent that a session led to, or null when nobody tried to pay. */
    public @Nullable String intentOf(String session) {
        synchronized (world) {
            Book book = world.bookOf(session);
            return book.get(Sessions.KIND, session).maybe("payment_intent");
        }
    }

    @Override
    public void close() {
        world.later.close();
        webhooks.close();
        server.stop(0);
        clerks.shutdownNow();
    }
}
