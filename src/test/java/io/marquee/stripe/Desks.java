package io.marquee.stripe;

/** Everybody who answers a question of the API, and the table of questions. */
final class Desks {
    final Balances balances;
    final Charges charges;
    final Disputes disputes;
    final Methods methods;
    final SetupIntents setups;
    final Banks banks;
    final Intents intents;
    final Sessions sessions;
    final Transfers transfers;
    final RefundDesk refunds;
    final Customers customers;
    final Accounts accounts;
    final Payouts payouts;
    final Uploads files;
    final Routes routes = new Routes();

    Desks(World world, String url) {
        balances = new Balances(world);
        charges = new Charges(world, balances);
        disputes = new Disputes(world, balances);
        methods = new Methods(world);
        setups = new SetupIntents(world, methods, url);
        banks = new Banks(world, methods, charges, disputes, url);
        intents = new Intents(world, methods, banks);
        sessions = new Sessions(world, intents, banks, methods, setups, url);
        transfers = new Transfers(world, balances, charges);
        refunds = new RefundDesk(world, balances, transfers);
        customers = new Customers(world);
        accounts = new Accounts(world, url);
        payouts = new Payouts(world, balances);
        files = new Uploads(world);
        paying();
        people();
        connected();
    }

    private void paying() {
        routes.post("/v1/checkout/sessions", sessions::create)
                .readable("/v1/checkout/sessions", Sessions.KIND)
                .post("/v1/checkout/sessions/{id}/expire", sessions::expire)
                .get("/v1/checkout/sessions/{id}/line_items", sessions::lines)
                .post("/v1/payment_intents", intents::create)
                .get("/v1/payment_intents/search", call -> search(call, "payment_intent"))
                .readable("/v1/payment_intents", "payment_intent")
                .post("/v1/payment_intents/{id}", intents::update)
                .post("/v1/payment_intents/{id}/confirm", intents::confirm)
                .post("/v1/payment_intents/{id}/capture", intents::capture)
                .post("/v1/payment_intents/{id}/cancel", intents::cancel)
                .get("/v1/charges/search", call -> search(call, "charge"))
                .readable("/v1/charges", "charge")
                .post("/v1/refunds", refunds::create)
                .readable("/v1/refunds", "refund")
                .post("/v1/refunds/{id}", call -> updated(call, "refund"))
                .post("/v1/refunds/{id}/cancel", refunds::cancel)
                .readable("/v1/disputes", "dispute")
                .post("/v1/disputes/{id}", disputes::update)
                .post("/v1/disputes/{id}/close", disputes::close)
                .post("/v1/files", files::create)
                .readable("/v1/files", "file")
                .readable("/v1/events", "event");
    }

    private void people() {
        routes.post("/v1/customers", customers::create)
                .get("/v1/customers/search", customers::search)
                .get("/v1/customers", call -> call.list("customer", call.path(), customer -> true))
                .get("/v1/customers/{id}", customers::get)
                .post("/v1/customers/{id}", customers::update)
                .delete("/v1/customers/{id}", customers::delete)
                .get("/v1/customers/{id}/payment_methods", methods::listOfCustomer)
                .get(
                        "/v1/customers/{id}/payment_methods/{method}",
                        call -> call.book()
                                .get(
                                        "payment_method",
                                        String.valueOf(call.steps().get("method"))))
                .post("/v1/customer_sessions", customers::session)
                .post("/v1/ephemeral_keys", customers::ephemeralKey)
                .delete("/v1/ephemeral_keys/{id}", call -> Thing.of(call.id(), "ephemeral_key"))
                .post("/v1/payment_methods", methods::create)
                .get("/v1/payment_methods", methods::list)
                .get("/v1/payment_methods/{id}", call -> call.book().get("payment_method", call.id()))
                .post("/v1/payment_methods/{id}", methods::update)
                .post("/v1/payment_methods/{id}/attach", methods::attach)
                .post("/v1/payment_methods/{id}/detach", methods::detach)
                .post("/v1/setup_intents", setups::create)
                .readable("/v1/setup_intents", "setup_intent")
                .post("/v1/setup_intents/{id}/confirm", setups::confirm)
                .post("/v1/setup_intents/{id}/cancel", setups::cancel);
    }

    private void connected() {
        routes.get("/v1/account", accounts::own)
                .post("/v1/accounts", accounts::create)
                .get("/v1/accounts/{id}", accounts::get)
                .readable("/v1/accounts", "account")
                .post("/v1/accounts/{id}", accounts::update)
                .delete("/v1/accounts/{id}", accounts::delete)
                .post("/v1/accounts/{id}/login_links", accounts::loginLink)
                .post("/v1/account_links", accounts::link)
                .post("/v1/transfers", transfers::create)
                .readable("/v1/transfers", "transfer")
                .post("/v1/transfers/{id}/reversals", transfers::reverse)
                .get("/v1/transfers/{id}/reversals", transfers::reversals)
                .post("/v1/payouts", payouts::create)
                .readable("/v1/payouts", "payout")
                .post("/v1/payouts/{id}/cancel", payouts::cancel)
                .get("/v1/balance", balances::balance)
                .readable("/v1/balance_transactions", "balance_transaction")
                .readable("/v1/application_fees", "application_fee")
                .post("/v1/application_fees/{id}/refunds", refunds::refundFee);
    }

    private static Thing search(Call call, String kind) {
        String query = call.need("query");
        return new Thing()
                .with("object", "search_result")
                .with("url", call.path())
                .with("has_more", false)
                .with(
                        "data",
                        call.book()
                                .all(kind)
                                .filter(thing -> Search.matches(query, thing))
                                .toList());
    }

    private static Thing updated(Call call, String kind) {
        Thing thing = call.book().get(kind, call.id());
        call.copy(thing, "metadata", "description");
        return thing;
    }
}
