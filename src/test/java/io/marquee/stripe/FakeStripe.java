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
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
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

    /** What the books have, all accounts together. */
    public TheirBooks books() {
        return new TheirBooks(world);
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

    /** A day has passed: whoever asks under an old key asks anew. */
    public void forgetKeys() {
        synchronized (world.keys) {
            world.keys.forgetAll();
        }
    }

    /** Stripe takes a fee from an account, null for the operator’s, by itself. */
    public void takeFee(@Nullable String account, String currency, long amount) {
        synchronized (world) {
            desks.balances.move(
                    world.book(account),
                    "stripe_fee",
                    "fee",
                    world.make("fee", "stripe_fee").with("currency", currency).with("description", "Instant payouts"),
                    -amount,
                    List.of());
        }
    }

    /** Somebody pays money into the operator's account. */
    public void topUp(String currency, long amount) {
        synchronized (world) {
            Thing topUp = world.make("tu", "topup").with("currency", currency);
            desks.balances.move(world.platform, "topup", "topup", topUp, amount, List.of());
        }
    }

    /** Somebody pays money into the operator's account and passes it on, in the dashboard. @return the transfer's id */
    public String transferInDashboard(String account, String currency, long amount) {
        synchronized (world) {
            topUp(currency, amount);
            Thing asked = new Thing()
                    .with("destination", account)
                    .with("currency", currency)
                    .with("amount", String.valueOf(amount));
            return desks.transfers
                    .create(new Call(world.platform, "/v1/transfers", Map.of(), asked))
                    .id();
        }
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
        about(session, (book, thing) -> {
            try {
                desks.sessions.pay(book, thing, card, keep);
            } catch (Refused declined) {
                // they read it on the page
            }
            return thing;
        });
    }

    /** Somebody pays, or keeps a card, in the part of our page that the script draws. */
    public void confirm(String intent, TestCard card) {
        about(intent, (book, thing) -> {
            Thing method = desks.methods.make(book, card);
            try {
                return thing.kind().equals("setup_intent")
                        ? desks.setups.confirm(book, thing, method)
                        : desks.banks.confirm(book, thing, method, null, false);
            } catch (Refused declined) {
                // they read it on the page
                return thing;
            }
        });
    }

    /** Somebody answers their bank's question, about an intent or a session. */
    public void authenticate(String id, boolean yes) {
        about(id, (book, thing) -> switch (thing.kind()) {
            case Sessions.KIND -> {
                boolean keeps = thing.is("mode", "setup");
                desks.sessions.goOn(
                        book,
                        thing,
                        keeps
                                ? desks.setups.authenticated(
                                        book, book.get("setup_intent", thing.text("setup_intent")), yes)
                                : desks.banks.authenticated(
                                        book, book.get("payment_intent", thing.text("payment_intent")), yes));
                yield thing;
            }
            case "setup_intent" -> desks.setups.authenticated(book, thing, yes);
            default -> desks.banks.authenticated(book, thing, yes);
        });
    }

    /** A bank lets go of what was reserved on its customer's card. */
    public void lapse(String intent) {
        about(intent, (book, thing) -> desks.intents.cancel(book, thing, "automatic"));
    }

    /** Somebody sends money back in the dashboard. @return the refund's id */
    public String refundInDashboard(String intent, long amount) {
        return about(
                        intent,
                        (book, thing) -> desks.refunds.make(
                                book,
                                book.get("charge", thing.text("latest_charge")),
                                amount,
                                "requested_by_customer",
                                new Thing()))
                .id();
    }

    /** A card's holder wants the money of this payment back. @return the dispute's id */
    public String dispute(String intent, String reason) {
        return about(
                        intent,
                        (book, thing) ->
                                desks.disputes.open(book, book.get("charge", thing.text("latest_charge")), reason))
                .id();
    }

    /** A bank asks about this payment, and takes nothing yet. @return the inquiry's id */
    public String inquire(String intent) {
        return about(
                        intent,
                        (book, thing) -> desks.disputes.inquire(book, book.get("charge", thing.text("latest_charge"))))
                .id();
    }

    /** An inquiry becomes a dispute. */
    public void escalate(String inquiry) {
        about(inquiry, desks.disputes::escalate);
    }

    /** An inquiry ends without one. @param status {@code warning_closed} or {@code prevented} */
    public void drop(String inquiry, String status) {
        about(inquiry, (book, thing) -> desks.disputes.drop(book, thing, status));
    }

    public void decideDispute(String dispute, boolean won) {
        about(dispute, (book, thing) -> desks.disputes.decide(book, thing, won));
    }

    /** Somebody deletes in the dashboard whoever has this address. */
    public void deleteCustomer(String email) {
        synchronized (world) {
            world.books()
                    .forEach(book -> book.all("customer")
                            .filter(customer -> customer.is("email", email))
                            .toList()
                            .forEach(customer -> desks.customers.delete(book, customer)));
        }
    }

    /** An account's owner answers everything that Stripe asks. */
    public void onboard(String account) {
        about(account, (book, thing) -> desks.accounts.onboard(thing));
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
        about(account, (book, thing) -> desks.accounts.ask(thing, stopped, List.of(due)));
    }

    /** An account's owner no longer works with the platform. */
    public void leave(String account) {
        about(account, (book, thing) -> desks.accounts.leave(thing));
    }

    /** What was pending can be paid out. */
    public void settle(@Nullable String account) {
        synchronized (world) {
            desks.balances.settle(world.book(account));
        }
    }

    /** Days pass: what was pending is available, and all of it is on its way to the bank. @return the payout's id */
    public String payOut(@Nullable String account, String currency) {
        synchronized (world) {
            settle(account);
            return desks.payouts.automatic(world.book(account), currency).id();
        }
    }

    public void payoutArrives(String payout) {
        about(payout, desks.payouts::arrive);
    }

    public void payoutFails(String payout, String code) {
        about(payout, (book, thing) -> desks.payouts.fail(book, thing, code));
    }

    private Thing about(String id, BiFunction<Book, Thing, Thing> doing) {
        synchronized (world) {
            Book book = world.bookOf(id);
            return doing.apply(book, Objects.requireNonNull(book.find(id), id));
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
