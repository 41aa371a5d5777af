package io.marquee.organization;

/**
 * What an organization says of itself, as typed.
 *
 * @param description plain text or Markdown; may be empty
 * @param website a whole web address, or empty
 * @param hue 0 to 359: the colour of its pages
 */
public record Brand(String name, String description, String website, int hue) {

    public static Brand of(OrganizationView view) {
        return new Brand(view.name(), view.description(), view.website() == null ? "" : view.website(), view.hue());
    }
}
