package io.marquee.proof;

import io.marquee.testing.FullHouse.House;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the names of real things into the patterns of routes. */
final class Places {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^{}]*(\\{[^{}]*\\}[^{}]*)*)?\\}");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param holdToken opens the house's order */
    Places(House house, String holdToken) {
        String event = house.event().slug();
        String organization = house.organization().toString();
        String order = house.order().id().toString();
        values.put("/api/v1/events/{", event);
        values.put("/api/v1/organizations/{", organization);
        values.put("/api/v1/me/following/{", organization);
        values.put("/api/v1/orders/{", order);
        values.put("/api/v1/holds/{", house.order().hold().toString());
        values.put("/api/v1/ticket-types/{", house.ticket().ticketType().toString());
        values.put("/api/v1/tickets/{", house.ticket().id().toString());
        values.put("/api/v1/waiting-list/{", house.id().toString());
        values.put("/api/v1/price-rules/{", UUID.randomUUID().toString());
        values.put("/api/v1/shared-quotas/{", UUID.randomUUID().toString());
        values.put("/manage/events/{slug}/prices/rules/{", "tax");
        values.put("/api/v1/transfers/{", house.id().toString());
        values.put("/api/v1/questions/{", house.id().toString());
        values.put("/manage/organizations/{", house.slug());
        values.put("/o/{", house.slug());
        values.put("/api/v1/events/{event}/invitations/{", house.id().toString());
        values.put("/manage/organizations/{organization}/imports/{", house.id().toString());
        values.put("/admin/sandbox/disputes/{", house.text());
        values.put("/admin/sandbox/deliveries/{", house.text());
        for (String named : List.of(
                "blast",
                "entry",
                "guest",
                "message",
                "member",
                "transfer",
                "request",
                "run",
                "invitation",
                "picture",
                "question",
                "document",
                "section",
                "endpoint",
                "delivery",
                "seat",
                "id")) values.put("{" + named + "}", house.id().toString());
        values.put("{slug}", event);
        values.put("{language}", "en");
        values.put("{kind}", "order_paid");
        values.put("{code}", house.order().code());
        values.put("{token}", holdToken);
        values.put("{type}", house.ticket().ticketType().toString());
        values.put("{ticket}", house.ticket().id().toString());
        values.put("{person}", house.member().toString());
        values.put("{provider}", "sandbox");
        values.put("{order}", "1");
        values.put("{hue}", "200");
        values.put("{width}", "400");
        values.put("{version}", "0123456789ab");
        values.put("{outcome}", "won");
        values.put("{name}", "tickets.pdf");
    }

    /** The pattern's path, each variable being something that there is, or else an id that nothing has. */
    String path(String pattern) {
        Matcher variable = VARIABLE.matcher(pattern);
        StringBuilder path = new StringBuilder();
        while (variable.find()) {
            String here = pattern.substring(0, variable.start() + 1);
            String value = values.getOrDefault(here, values.getOrDefault("{" + variable.group(1) + "}", null));
            variable.appendReplacement(
                    path,
                    Matcher.quoteReplacement(value == null ? UUID.randomUUID().toString() : value));
        }
        return variable.appendTail(path).toString();
    }

    /** The same with something else in the place of one of its variables, or at its end where it has none. */
    String path(String pattern, int at, String instead) {
        Matcher variable = VARIABLE.matcher(pattern);
        int variables = (int) variable.results().count();
        if (variables == 0) return pattern + "/" + instead;
        Matcher chosen = VARIABLE.matcher(pattern);
        for (int i = 0; i <= at % variables; i++) chosen.find();
        return path(pattern.substring(0, chosen.start())) + instead + path(pattern.substring(chosen.end()));
    }
}
