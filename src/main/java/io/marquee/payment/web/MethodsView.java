package io.marquee.payment.web;

import io.marquee.platform.web.Chip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods of payment that are kept for a person.
 *
 * @param missing sentences about providers that do not answer, so that an empty list does not lie
 * @param addable providers at which one can be added without buying
 */
public record MethodsView(List<Row> rows, List<String> missing, List<Addable> addable) {

    /**
     * @param title "Visa ending in 4242"
     * @param detail until when, and for whose events
     * @param standard null where another one is offered first
     * @param path where its commands are
     */
    public record Row(String title, String detail, @Nullable Chip standard, String path, String removalQuestion) {}

    public record Addable(String provider, String label) {}
}
