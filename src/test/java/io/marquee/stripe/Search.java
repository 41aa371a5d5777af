package io.marquee.stripe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of Stripe's search language that names exact values: {@code metadata['key']:'value' AND status:'succeeded'}. */
final class Search {
    private static final Pattern TERM = Pattern.compile("(\\w+)(?:\\[['\"]([^'\"]+)['\"]\\])?:['\"]([^'\"]*)['\"]");

    private Search() {}

    static boolean matches(String query, Thing thing) {
        Matcher term = TERM.matcher(query);
        boolean any = false;
        while (term.find()) {
            any = true;
            String held = term.group(2) == null
                    ? thing.maybe(term.group(1))
                    : thing.inner(term.group(1)).maybe(term.group(2));
            if (!term.group(3).equals(held)) return false;
        }
        if (!any) throw Refused.invalid(null, "We were unable to parse your search query.");
        return true;
    }
}
