package io.marquee.guest;

import io.marquee.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People as somebody pasted them: one or more in a line, "Ada Lind &lt;ada@example.org&gt;", "Lind, Ada &lt;…&gt;", rows of a table, bare addresses;
 * doubles once.
 *
 * @param people in their order
 * @param rejected lines without an address that mail can be sent to
 */
public record Addressees(List<Person> people, List<String> rejected) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"'()\\[\\]:|]+@[^\\s<>,;\"'()\\[\\]:|]+");
    private static final String AROUND = "[\\s<>,;\"“”()\\[\\]|:\\-–]+";

    /** @param name empty where it was not said */
    public record Person(String name, String email) {}

    public static Addressees of(String pasted) {
        Map<String, Person> people = new LinkedHashMap<>();
        List<String> rejected = new ArrayList<>();
        pasted.replace("\0", "").lines().filter(line -> !line.isBlank()).forEach(line -> {
            boolean found = false;
            Matcher address = ADDRESS.matcher(line.replaceAll("(?i)mailto:", ""));
            int from = 0;
            String text = line.replaceAll("(?i)mailto:", "");
            while (address.find()) {
                String email = address.group().replaceAll("[.!?]+$", "");
                if (EmailAddress.isValid(email)) {
                    String before = text.substring(from, address.start());
                    String after = rest(text, address.end());
                    String name = name(clean(before).isEmpty() && from == 0 ? after : before);
                    String known = EmailAddress.of(email).value();
                    people.merge(
                            known, new Person(name, known), (a, b) -> a.name().isEmpty() ? b : a);
                    found = true;
                }
                from = address.end();
            }
            if (!found) rejected.add(line.strip());
        });
        return new Addressees(List.copyOf(people.values()), List.copyOf(rejected));
    }

    /** What follows the only address of a line: "ada@example.org, Ada Lind". */
    private static String rest(String line, int end) {
        String after = line.substring(end);
        return ADDRESS.matcher(after).find() ? "" : after;
    }

    /** "Lind, Ada" is Ada Lind; more commas are columns of a table. */
    static String name(String typed) {
        String plain = clean(typed);
        String[] parts = plain.split("\\s*[,;\\t|]\\s*");
        String name = parts.length == 2 && typed.indexOf('\t') < 0 && typed.indexOf(';') < 0 && !plain.contains("|")
                ? parts[1] + " " + parts[0]
                : String.join(" ", parts);
        return line(name.replaceAll("[\"“”]", " "));
    }

    /** A name that stands by itself, with all its letters and signs, on one line. */
    static String line(String typed) {
        String line =
                typed.replaceAll("\\p{Cntrl}", " ").replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), Reply.LONGEST_NAME));
    }

    private static String clean(String typed) {
        return typed.replaceAll("^" + AROUND, "").replaceAll(AROUND + "$", "");
    }
}
