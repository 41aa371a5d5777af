package io.marquee.platform.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, for {@code ui/field.jte}: label, input, hint and error together. Made in the template:
 *
 * <pre>{@code
 * @template.ui.field(text = text, field = Field.email("email", label)
 *     .value(form.email()).error(errors.of("email")).required().with("autofocus", "true"))
 * }</pre>
 *
 * All words are resolved already. The input's id is its name.
 *
 * @param attributes of the input element, by their names in HTML, and {@code error}, {@code hint}, {@code prefix}, {@code suffix},
 *     {@code preview} (address of the picture that an upload replaces), {@code max-bytes}, {@code autosubmit}, {@code cards}
 */
public record Field(Kind kind, String name, String label, Map<String, String> attributes, List<Option> options) {

    /** Which template draws the input. */
    public enum Kind {
        INPUT,
        TEXTAREA,
        SELECT,
        CHECKBOX,
        CHOICES,
        UPLOAD
    }

    public Field {
        attributes = Map.copyOf(attributes);
        options = List.copyOf(options);
    }

    public static Field text(String name, String label) {
        return of(Kind.INPUT, name, label).with("type", "text");
    }

    public static Field email(String name, String label) {
        return of(Kind.INPUT, name, label).with("type", "email").with("autocomplete", "email");
    }

    /** With {@code autocomplete} "current-password" or "new-password". */
    public static Field password(String name, String label, String autocomplete) {
        return of(Kind.INPUT, name, label).with("type", "password").with("autocomplete", autocomplete);
    }

    public static Field number(String name, String label) {
        return of(Kind.INPUT, name, label).with("type", "number").with("inputmode", "numeric");
    }

    /** An amount as a person types it, in major units ("12.50"), with the currency's code behind it. */
    public static Field money(String name, String label, String currency) {
        return text(name, label).with("inputmode", "decimal").with("suffix", currency);
    }

    /** A local date and time; its value is "2027-06-18T19:30". */
    public static Field dateTime(String name, String label) {
        return of(Kind.INPUT, name, label).with("type", "datetime-local");
    }

    /** A date; its value is "2027-06-18". */
    public static Field date(String name, String label) {
        return of(Kind.INPUT, name, label).with("type", "date");
    }

    public static Field textarea(String name, String label) {
        return of(Kind.TEXTAREA, name, label);
    }

    public static Field select(String name, String label, List<Option> options) {
        return new Field(Kind.SELECT, name, label, Map.of(), options);
    }

    /** A single yes or no: it sends "true", or nothing at all. */
    public static Field checkbox(String name, String label) {
        return of(Kind.CHECKBOX, name, label);
    }

    /** One of a few, all of them in view; {@code with("cards", "true")} draws them as cards beside each other. */
    public static Field choices(String name, String label, List<Option> options) {
        return new Field(Kind.CHOICES, name, label, Map.of(), options);
    }

    /** Any of a few, all of them in view; its value has a line for each that is chosen. */
    public static Field several(String name, String label, List<Option> options) {
        return choices(name, label, options).with("several", "true");
    }

    /** A file. {@code accept} as in HTML: "image/png,image/jpeg"; {@code maxBytes} is the largest that the server takes. */
    public static Field upload(String name, String label, String accept, long maxBytes) {
        return of(Kind.UPLOAD, name, label).with("accept", accept).with("max-bytes", Long.toString(maxBytes));
    }

    private static Field of(Kind kind, String name, String label) {
        return new Field(kind, name, label, Map.of(), List.of());
    }

    /** What stands in it; "true" checks a checkbox. */
    public Field value(@Nullable Object value) {
        return with("value", value == null ? null : value.toString());
    }

    /** A short help below it. */
    public Field hint(@Nullable String hint) {
        return with("hint", hint);
    }

    /** Why it was not taken, in words for the person; null when it was. */
    public Field error(@Nullable String error) {
        return with("error", error);
    }

    public Field required() {
        return with("required", "true");
    }

    /** Sets an attribute; null leaves it as it is. */
    public Field with(String attribute, @Nullable String value) {
        if (value == null) return this;
        var more = new HashMap<>(attributes);
        more.put(attribute, value);
        return new Field(kind, name, label, more, options);
    }

    public @Nullable String get(String attribute) {
        return attributes.get(attribute);
    }

    /** Whether an attribute that is either there or not is there. */
    public boolean is(String attribute) {
        return "true".equals(get(attribute));
    }

    public boolean isChecked() {
        return is("value");
    }

    public boolean isChosen(Option option) {
        String value = get("value");
        return is("several")
                ? value != null && value.lines().anyMatch(option.value()::equals)
                : option.value().equals(value);
    }

    /** The elements that explain the input to a screen reader; null when there are none. */
    public @Nullable String describedBy() {
        if (get("error") != null) return name + "-error";
        else return get("hint") == null ? null : name + "-hint";
    }

    /** "true" for a field that was not taken, for {@code aria-invalid}. */
    public @Nullable String invalid() {
        return get("error") == null ? null : "true";
    }
}
