package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connected accounts: made by the platform, filled in by their owners on a page of Stripe's. */
final class Accounts {
    private static final List<String> ASKED = List.of(
            "business_profile.url",
            "business_type",
            "external_account",
            "representative.first_name",
            "representative.last_name",
            "tos_acceptance.date",
            "tos_acceptance.ip");
    private static final long FIVE_MINUTES = 5L * 60;

    private final World world;
    private final String url;

    Accounts(World world, String url) {
        this.world = world;
        this.url = url;
    }

    Thing create(Call call) {
        Thing params = call.params();
        if ("AQ".equals(params.maybe("country"))) {
            throw Refused.invalid("country_unsupported", "AQ is not currently supported by Stripe.");
        }
        Thing account = world.make("acct", "account");
        Thing capabilities = new Thing();
        params.inner("capabilities").keySet().forEach(name -> capabilities.put(name, "inactive"));
        if (capabilities.isEmpty())
            capabilities.with("card_payments", "inactive").with("transfers", "inactive");
        account.with("business_profile", profile(params))
                .with("business_type", params.maybe("business_type"))
                .with("capabilities", capabilities)
                .with("charges_enabled", false)
                .with("controller", controller(params))
                .with("country", params.getOrDefault("country", "DE"))
                .with("default_currency", params.getOrDefault("default_currency", "eur"))
                .with("details_submitted", false)
                .with("email", params.maybe("email"))
                .with(
                        "external_accounts",
                        Thing.list("/v1/accounts/" + account.id() + "/external_accounts", new ArrayList<>(), false))
                .with("future_requirements", requirements(List.of(), null))
                .with("metadata", call.metadata())
                .with("payouts_enabled", false)
                .with("requirements", requirements(ASKED, "requirements.past_due"))
                .with("settings", settings())
                .with("tos_acceptance", new Thing().nothing("date", "ip", "user_agent"))
                .with("type", params.getOrDefault("type", params.containsKey("controller") ? "none" : "standard"));
        world.platform.add(account);
        world.connect(account.id());
        return account;
    }

    private static Thing profile(Thing params) {
        return Thing.of(params.inner("business_profile"))
                .nothing("mcc", "name", "product_description", "support_email", "support_phone", "support_url", "url");
    }

    private static Thing controller(Thing params) {
        Thing wished = params.inner("controller");
        String dashboard = wished.inner("stripe_dashboard").maybe("type");
        return new Thing()
                .with("type", "application")
                .with("is_controller", true)
                .with("requirement_collection", wished.getOrDefault("requirement_collection", "stripe"))
                .with("fees", new Thing().with("payer", wished.inner("fees").getOrDefault("payer", "account")))
                .with(
                        "losses",
                        new Thing().with("payments", wished.inner("losses").getOrDefault("payments", "stripe")))
                .with("stripe_dashboard", new Thing().with("type", dashboard == null ? "full" : dashboard));
    }

    private static Thing settings() {
        return new Thing()
                .with("dashboard", new Thing().with("display_name", "Fake").with("timezone", "Etc/UTC"))
                .with(
                        "payouts",
                        new Thing()
                                .with("debit_negative_balances", true)
                                .with(
                                        "schedule",
                                        new Thing().with("delay_days", 7).with("interval", "daily"))
                                .nothing("statement_descriptor"));
    }

    private static Thing requirements(List<String> due, @Nullable String reason) {
        return new Thing()
                .with("alternatives", List.of())
                .with("current_deadline", null)
                .with("currently_due", due)
                .with("disabled_reason", reason)
                .with("errors", List.of())
                .with("eventually_due", due)
                .with("past_due", due)
                .with("pending_verification", List.of());
    }

    Thing get(Call call) {
        Thing account = world.platform.get("account", call.id());
        if (account.yes("_gone")) throw Refused.forbidden(account.id());
        return account;
    }

    /** The account that the key is of, or that the call acts for. */
    Thing own(Call call) {
        if (call.book().account != null) return world.platform.get("account", call.book().account);
        return Thing.of("acct_fakeplatform", "account")
                .with("charges_enabled", true)
                .with("payouts_enabled", true)
                .with("details_submitted", true)
                .with("country", "DE")
                .with("default_currency", "eur")
                .with("type", "standard");
    }

    Thing update(Call call) {
        Thing account = get(call);
        call.copy(account, "metadata", "business_profile", "email", "settings", "business_type");
        tell(account);
        return account;
    }

    Thing delete(Call call) {
        Thing account = get(call);
        account.put("_gone", true);
        return Thing.of(account.id(), "account").with("deleted", true);
    }

    Thing link(Call call) {
        Thing account = world.platform.get("account", call.need("account"));
        call.need("type");
        String key = world.id("alink").substring(6);
        account.with("_link", key).with("_return", call.need("return_url")).with("_refresh", call.need("refresh_url"));
        return new Thing()
                .with("object", "account_link")
                .with("created", world.now())
                .with("expires_at", world.now() + FIVE_MINUTES)
                .with("url", url + "/setup/" + account.id() + "/" + key);
    }

    Thing loginLink(Call call) {
        Thing account = get(call);
        return new Thing()
                .with("object", "login_link")
                .with("created", world.now())
                .with("url", url + "/console/accounts/" + account.id());
    }

    /** Its owner has answered everything. */
    Thing onboard(Thing account) {
        Thing capabilities = account.inner("capabilities");
        capabilities.replaceAll((name, state) -> "active");
        account.with("details_submitted", true)
                .with("charges_enabled", true)
                .with("payouts_enabled", true)
                .with("requirements", requirements(List.of(), null));
        Thing bank = Thing.of(world.id("ba"), "bank_account")
                .with("account", account.id())
                .with("bank_name", "STRIPE TEST BANK")
                .with("country", account.get("country"))
                .with("currency", account.get("default_currency"))
                .with("default_for_currency", true)
                .with("last4", "3000")
                .with("status", "new");
        world.book(account.id()).add(bank);
        account.inner("external_accounts").put("data", new ArrayList<>(List.<Object>of(bank)));
        tell(account);
        return account;
    }

    /** Stripe wants to know more, and stops what it stops until it does. */
    Thing ask(Thing account, boolean stopped, List<String> due) {
        account.put("requirements", requirements(due, stopped ? "requirements.past_due" : null));
        account.with("charges_enabled", !stopped).with("payouts_enabled", !stopped);
        tell(account);
        return account;
    }

    /** Its owner has thrown the platform out. */
    Thing leave(Thing account) {
        Book book = world.book(account.id());
        account.with("_gone", true);
        world.events.tell(
                book,
                "account.application.deauthorized",
                Thing.of(world.id("ca"), "application").with("name", "Marquee"));
        return account;
    }

    private void tell(Thing account) {
        world.events.tell(world.book(account.id()), "account.updated", account);
    }
}
