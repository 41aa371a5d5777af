package io.marquee.stripe;

import java.util.List;

/** People whom an account knows again, and short-lived keys that let a phone act for one of them. */
final class Customers {
    private static final long AN_HOUR = 60L * 60;

    private final World world;

    Customers(World world) {
        this.world = world;
    }

    Thing create(Call call) {
        return make(world, call.book(), call.params());
    }

    static Thing make(World world, Book book, Thing wish) {
        Thing customer = book.add(world.make("cus", "customer")
                .with("balance", 0)
                .with("delinquent", false)
                .with("description", wish.maybe("description"))
                .with("email", wish.maybe("email"))
                .with("invoice_prefix", "FAKE")
                .with("invoice_settings", new Thing().nothing("custom_fields", "default_payment_method", "footer"))
                .with("metadata", Thing.of(wish.inner("metadata")))
                .with("name", wish.maybe("name"))
                .with("phone", wish.maybe("phone"))
                .with("preferred_locales", List.of())
                .with("tax_exempt", "none")
                .nothing("address", "currency", "default_source", "discount", "shipping", "test_clock"));
        world.events.tell(book, "customer.created", customer);
        return customer;
    }

    Thing update(Call call) {
        Thing customer = call.book().get("customer", call.id());
        String method = call.params().inner("invoice_settings").maybe("default_payment_method");
        if (method != null
                && !method.isEmpty()
                && !call.book().get("payment_method", method).is("customer", customer.id())) {
            throw Refused.invalid(
                    "resource_missing", "The customer does not have a payment method with the ID " + method + ".");
        }
        call.copy(customer, "description", "email", "metadata", "name", "phone", "invoice_settings");
        world.events.tell(call.book(), "customer.updated", customer);
        return customer;
    }

    Thing delete(Call call) {
        Thing customer = delete(call.book(), call.book().get("customer", call.id()));
        return Thing.of(customer.id(), "customer").with("deleted", true);
    }

    Thing delete(Book book, Thing customer) {
        customer.put("_gone", true);
        book.all("payment_method").filter(m -> m.is("customer", customer.id())).forEach(m -> m.put("customer", null));
        world.events.tell(book, "customer.deleted", customer);
        return customer;
    }

    /** One that can still be named. */
    static Thing alive(Book book, String id) {
        Thing customer = book.get("customer", id);
        if (customer.yes("_gone")) throw Refused.unknown("customer", id).with("param", "customer");
        return customer;
    }

    Thing get(Call call) {
        Thing customer = call.book().get("customer", call.id());
        return customer.yes("_gone") ? Thing.of(customer.id(), "customer").with("deleted", true) : customer;
    }

    Thing search(Call call) {
        String query = call.need("query");
        List<Thing> found = call.book()
                .all("customer")
                .filter(c -> !c.yes("_gone") && Search.matches(query, c))
                .toList();
        return new Thing()
                .with("object", "search_result")
                .with("url", call.path())
                .with("has_more", false)
                .with("data", found);
    }

    Thing ephemeralKey(Call call) {
        alive(call.book(), call.need("customer"));
        Thing key = world.make("ephkey", "ephemeral_key");
        return key.with(
                        "associated_objects",
                        List.of(new Thing().with("id", call.need("customer")).with("type", "customer")))
                .with("expires", world.now() + AN_HOUR)
                .with("secret", "ek_test_" + key.id());
    }

    Thing session(Call call) {
        Thing customer = alive(call.book(), call.need("customer"));
        return new Thing()
                .with("object", "customer_session")
                .with("client_secret", "cuss_secret_" + customer.id())
                .with("components", call.params().inner("components"))
                .with("created", world.now())
                .with("customer", customer.id())
                .with("expires_at", world.now() + AN_HOUR)
                .with("livemode", false);
    }
}
