package io.marquee.pricing.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event's team decided about prices.
 *
 * @param path of the page
 * @param groups taxes, fees and group discounts, each with its rules
 * @param more the address of further codes; null at the end
 */
public record PricesView(
        ManageNav nav,
        String path,
        List<CodeLine> codes,
        List<RuleGroup> groups,
        @Nullable String more) {

    /**
     * @param effect in words
     * @param uses in words
     * @param active whether it can be switched off, rather than on
     */
    public record CodeLine(
            String id,
            String code,
            String effect,
            String uses,
            @Nullable String window,
            Chip state,
            boolean active) {}

    /** @param kind as in the address of a new one */
    public record RuleGroup(String kind, String title, String detail, String add, List<RuleLine> rules) {}

    public record RuleLine(String id, String name, String effect) {}
}
