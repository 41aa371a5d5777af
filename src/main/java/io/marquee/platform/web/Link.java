package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a navigation: tabs, side navigation, breadcrumbs, steps.
 *
 * @param path null for a step that cannot be reached yet, or a last crumb
 * @param current whether it is the page in view
 * @param icon the id of a symbol in {@code img/icons.svg}
 * @param count a number behind the label, as shown
 * @param group the heading that it stands under, where it stands under one
 */
public record Link(
        String label,
        @Nullable String path,
        boolean current,
        @Nullable String icon,
        @Nullable String count,
        @Nullable String group) {
    public static Link to(String path, String label) {
        return new Link(label, path, false, null, null, null);
    }

    /** An entry without a way: the last crumb, a step to come. */
    public static Link here(String label) {
        return new Link(label, null, false, null, null, null);
    }

    public Link current(boolean isCurrent) {
        return new Link(label, path, isCurrent, icon, count, group);
    }

    public Link icon(String icon) {
        return new Link(label, path, current, icon, count, group);
    }

    public Link count(String count) {
        return new Link(label, path, current, icon, count, group);
    }

    public Link under(@Nullable String heading) {
        return new Link(label, path, current, icon, count, heading);
    }
}
