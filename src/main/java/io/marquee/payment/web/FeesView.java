package io.marquee.payment.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/**
 * The administrator's page about fees.
 *
 * @param charging for each provider how charges are made, and what follows from it
 */
public record FeesView(List<Row> rows, List<Field> fields, List<String> charging, FieldErrors errors) {

    public record Row(String organization, String currency, String percent, String fixed, String removePath) {}
}
