package io.marquee.identity.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that asks for a few things, or for one press of a button, and offers ways elsewhere. All words are resolved.
 *
 * @param action the path that it is sent to
 * @param intro a sentence below the title; may be empty
 * @param hidden what is sent along
 */
public record SmallForm(
        String action,
        String title,
        String intro,
        String submit,
        List<Field> fields,
        Map<String, String> hidden,
        FieldErrors errors,
        List<Link> links) {

    static SmallForm of(String action, String title, String intro, String submit) {
        return new SmallForm(action, title, intro, submit, List.of(), Map.of(), FieldErrors.none(), List.of());
    }

    /** Adds a field, with what is wrong about it. */
    SmallForm field(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field.error(errors.of(field.name())));
        return new SmallForm(action, title, intro, submit, List.copyOf(more), hidden, errors, links);
    }

    SmallForm hidden(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(hidden);
        more.put(name, value);
        return new SmallForm(action, title, intro, submit, fields, more, errors, links);
    }

    /** To be said before the fields are added. */
    SmallForm errors(FieldErrors errors) {
        return new SmallForm(action, title, intro, submit, fields, hidden, errors, links);
    }

    SmallForm link(String path, String label) {
        List<Link> more = new ArrayList<>(links);
        more.add(Link.to(path, label));
        return new SmallForm(action, title, intro, submit, fields, hidden, errors, List.copyOf(more));
    }

    ModelAndView shownOn(Page page) {
        ModelAndView shown = page.titled(title).show("identity/form", "form", this);
        if (errors.any()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }
}
