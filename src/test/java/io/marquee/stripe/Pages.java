package io.marquee.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Everything that people see: the page where they pay, their bank, the page for organizers, the console, the script. */
final class Pages implements HttpHandler {
    private final World world;
    private final CheckoutPage checkout;
    private final SetupPage setup;
    private final BankPage bank;
    private final Console console;

    Pages(World world, Desks desks, Webhooks webhooks) {
        this.world = world;
        this.checkout = new CheckoutPage(world, desks);
        this.setup = new SetupPage(world, desks);
        this.bank = new BankPage(world, desks);
        this.console = new Console(world, desks, webhooks);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean posted = exchange.getRequestMethod().equals("POST");
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
            Thing form = Form.decode(posted ? body : query);
            List<String> steps =
                    List.of(exchange.getRequestURI().getPath().substring(1).split("/"));
            Page page;
            synchronized (world) {
                page = page(steps, posted, form);
            }
            page.send(exchange);
        }
    }

    private Page page(List<String> steps, boolean posted, Thing form) {
        try {
            return switch (steps.getFirst()) {
                case "style.css" -> Page.file("style.css", "text/css");
                case "frame.js" -> Page.file("frame.js", "text/javascript; charset=utf-8");
                case "dahlia", "v3" -> Page.file("stripe.js", "text/javascript; charset=utf-8");
                case "elements" -> Page.file("frame.html", "text/html; charset=utf-8");
                case "c" -> checkout.page(steps.subList(2, steps.size()), posted, form);
                case "3ds" -> bank.page(steps.get(1), posted, form);
                case "setup" -> setup.page(steps.get(1), steps.get(2), posted, form);
                case "", "console" -> console.page(steps, posted, form);
                default -> Page.missing();
            };
        } catch (Refused | IndexOutOfBoundsException e) {
            return Page.missing();
        }
    }
}
