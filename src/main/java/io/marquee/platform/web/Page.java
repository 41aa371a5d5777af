package io.marquee.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The shell around one page, as {@code layout/page.jte} renders it. A controller takes a {@code Page} as a parameter (title still
 * empty), says what is its own, and shows a template:
 *
 * <pre>{@code
 * @GetMapping("/events/{slug}")
 * ModelAndView show(@PathVariable String slug, Page page) {
 *     var event = events.bySlug(slug);
 *     return page.titled(event.title()).hue(event.hue()).show("event/page", "event", event);
 * }
 * }</pre>
 *
 * @param request what the request gives: words, viewer, flash, path
 * @param title plain text of the title element, without the product's name
 * @param description for search engines and previews
 * @param hue 0 to 359, usually of the event's cover; {@link #DEFAULT_HUE} otherwise
 * @param nav the entry of the top bar that is current
 * @param htmx whether the page needs htmx
 * @param manifest the path of the page's own app manifest, where it is an app of its own
 * @param modules names of further scripts in {@code static/js}, without ending: "scanner"
 */
public record Page(
        PageRequest request,
        String title,
        @Nullable String description,
        int hue,
        Nav nav,
        boolean htmx,
        @Nullable String manifest,
        List<String> modules) {

    /** The product's own colour: a warm orange. */
    public static final int DEFAULT_HUE = 52;

    static Page of(PageRequest request) {
        return new Page(request, "", null, DEFAULT_HUE, Nav.NONE, false, null, List.of());
    }

    public Page titled(String title) {
        return new Page(request, title, description, hue, nav, htmx, manifest, modules);
    }

    public Page described(@Nullable String description) {
        return new Page(request, title, description, hue, nav, htmx, manifest, modules);
    }

    /** Takes the colours from a hue in degrees; any number will do. */
    public Page hue(int hue) {
        return new Page(request, title, description, Math.floorMod(hue, 360), nav, htmx, manifest, modules);
    }

    public Page at(Nav nav) {
        return new Page(request, title, description, hue, nav, htmx, manifest, modules);
    }

    /** Loads htmx: for pages with {@code hx-} attributes or live fragments. */
    public Page withHtmx() {
        return new Page(request, title, description, hue, nav, true, manifest, modules);
    }

    /** Loads {@code static/js/<name>.js} as a module. What marquee.js wakes by itself (stepper, countdown, …) needs no mention. */
    public Page withModule(String name) {
        var more = new ArrayList<>(modules);
        more.add(name);
        return new Page(request, title, description, hue, nav, htmx, manifest, List.copyOf(more));
    }

    /** Can be installed by itself, under this manifest, instead of the whole product. */
    public Page manifest(String path) {
        return new Page(request, title, description, hue, nav, htmx, path, modules);
    }

    /** Shows a template that takes this page alone, as {@code @param Page page}. */
    public ModelAndView show(String template) {
        return new ModelAndView(template).addObject("page", this);
    }

    /** Shows a template that takes this page and one thing of its own. */
    public ModelAndView show(String template, String name, Object view) {
        return show(template).addObject(name, view);
    }

    public Text text() {
        return request.text();
    }

    public @Nullable Viewer viewer() {
        return request.viewer();
    }

    public @Nullable Flash flash() {
        return request.flash();
    }

    /** The path and query of this page, for the language switch and for coming back after the login. */
    public String path() {
        return request.path();
    }

    /** The address of a file below {@code static/}, which changes whenever any of them changes, so that browsers may keep it. */
    public String asset(String path) {
        return request.assets().url(path);
    }

    /** The class that sets the page's colours. */
    public String hueClass() {
        return Hue.cssClass(hue);
    }
}
