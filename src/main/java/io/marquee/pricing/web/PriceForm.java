package io.marquee.pricing.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/**
 * The form of a code or a rule.
 *
 * @param rows fields, those of a row beside each other
 * @param types what it can be for, to be ticked; none ticked is all
 * @param action where it goes
 */
public record PriceForm(
        ManageNav nav,
        String title,
        List<List<Field>> rows,
        List<Field> types,
        String action,
        String back,
        FieldErrors errors) {}
