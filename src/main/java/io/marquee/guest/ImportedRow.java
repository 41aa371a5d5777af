package io.marquee.guest;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A line of a guest list as people keep them. */
record ImportedRow(
        String name,
        String email,
        List<String> tags,
        @Nullable Integer allowance,
        List<String> companions) {
    private static final Pattern TURNED = Pattern.compile("^([^,;|\"“”]+),\\s*([^,;|\"“”]+)$");

    /** What a column may be called. */
    enum Column {
        FIRST("first name", "firstname", "first", "given name", "vorname", "prénom", "nombre"),
        LAST(
                "last name",
                "lastname",
                "last",
                "surname",
                "family name",
                "nachname",
                "nom",
                "apellidos",
                "apellido",
                "apelido",
                "sobrenome"),
        NAME(
                "name",
                "full name",
                "guest",
                "guest name",
                "attendee",
                "gast",
                "nom complet",
                "invité",
                "invitado",
                "nome",
                "convidado"),
        EMAIL(
                "email",
                "e mail",
                "mail",
                "email address",
                "e mail address",
                "address",
                "adresse",
                "e mail adresse",
                "adresse e mail",
                "courriel",
                "correo",
                "correo electrónico",
                "endereço"),
        TAGS("tags", "tag", "labels", "label", "group", "gruppe", "étiquettes", "etiquetas"),
        ALLOWANCE("allowance", "plätze für begleitung"),
        /** How many they bring, in our own export; in a list without {@link #ALLOWANCE} how many they may. */
        PLUS_ONES("plus ones", "plusones", "plus one"),
        COMPANIONS("companions", "companion", "partner", "begleitung", "begleitungen"),
        /** Of a list that we write ourselves, about another one: where the line stood there. */
        LINE("line of the first list");

        private final Set<String> names;

        Column(String... names) {
            this.names = Set.of(names);
        }
    }

    ImportedRow at(String address) {
        return address.equals(email) ? this : new ImportedRow(name, address, tags, allowance, companions);
    }

    static Map<Column, List<Integer>> columns(List<String> header) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}]+", " ")
                    .strip();
            for (Column column : Column.values()) {
                if (column.names.contains(name)) {
                    columns.computeIfAbsent(column, ignored -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        return columns;
    }

    /** Of a list that begins with somebody instead of a header: the address, and a name beside it. */
    static Map<Column, List<Integer>> guessed(List<String> first) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < first.size(); i++) {
            boolean address = !Addressees.of(first.get(i)).people().isEmpty();
            if (address || !first.get(i).isBlank())
                columns.putIfAbsent(address ? Column.EMAIL : Column.NAME, List.of(i));
        }
        return columns;
    }

    /** What the first line calls columns that nothing is read from. */
    static List<String> unused(List<String> header, Map<Column, List<Integer>> columns) {
        return IntStream.range(0, header.size())
                .filter(i -> columns.values().stream().noneMatch(used -> used.contains(i)))
                .mapToObj(i -> header.get(i).strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** How many different addresses a line has: it is of somebody where there is one. */
    static int addresses(List<String> fields, Map<Column, List<Integer>> columns) {
        return Addressees.of(value(fields, columns, Column.EMAIL)).people().size();
    }

    /** The number of the line in the list that people sent. */
    static GuestTable.Line numbered(GuestTable.Line line, Map<Column, List<Integer>> columns) {
        String number = value(line.fields(), columns, Column.LINE);
        return number.matches("\\d{1,9}") ? new GuestTable.Line(Integer.parseInt(number), line.fields()) : line;
    }

    /** @return null where there is no address, or more than one */
    static @Nullable ImportedRow of(List<String> fields, Map<Column, List<Integer>> columns) {
        List<Addressees.Person> found =
                Addressees.of(value(fields, columns, Column.EMAIL)).people();
        if (found.size() != 1) return null;
        Addressees.Person person = found.getFirst();
        String brings = value(fields, columns, Column.COMPANIONS);
        List<String> companions = companions(brings);
        return new ImportedRow(
                name(fields, columns, person.name()),
                EmailAddress.of(person.email()).value(),
                tags(value(fields, columns, Column.TAGS)),
                allowance(fields, columns, brings, companions),
                companions);
    }

    /**
     * As it was typed, but "Lind, Ada" in one column is Ada Lind. Where somebody typed the address beside it once more, the
     * column of addresses has the first word.
     *
     * @param beside the address; empty for none
     */
    private static String name(List<String> fields, Map<Column, List<Integer>> columns, String beside) {
        String parts = (value(fields, columns, Column.FIRST) + " " + value(fields, columns, Column.LAST)).strip();
        String typed = parts.isEmpty() ? value(fields, columns, Column.NAME) : parts;
        List<Addressees.Person> addressed = Addressees.of(typed).people();
        if (typed.isEmpty() || !addressed.isEmpty() && !beside.isEmpty()) return beside;
        if (!addressed.isEmpty()) return addressed.getFirst().name();
        return Addressees.line(parts.isEmpty() ? TURNED.matcher(typed).replaceFirst("$2 $1") : typed);
    }

    /** A column for it has the only word: where it is empty, the rule of the event holds. @return null where none is said */
    private static @Nullable Integer allowance(
            List<String> fields, Map<Column, List<Integer>> columns, String brings, List<String> companions) {
        if (columns.containsKey(Column.ALLOWANCE)) return number(value(fields, columns, Column.ALLOWANCE));
        Integer said = number(value(fields, columns, Column.PLUS_ONES));
        if (said != null) return said;
        if (brings.matches("\\d+")) return number(brings);
        return companions.isEmpty() ? null : Integer.valueOf(companions.size());
    }

    /** Names, where it is not only said how many. */
    private static List<String> companions(String typed) {
        return Arrays.stream(typed.split("[,;|\n]"))
                .map(Addressees::name)
                .filter(name -> name.codePoints().anyMatch(Character::isLetter))
                .limit(Places.MOST_PLUS_ONES)
                .toList();
    }

    private static String value(List<String> fields, Map<Column, List<Integer>> columns, Column column) {
        return columns.getOrDefault(column, List.of()).stream()
                .filter(i -> i < fields.size())
                .map(i -> fields.get(i).strip().replaceAll("^'(?=[=+\\-@])", ""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Those that are none are left out. */
    private static List<String> tags(String typed) {
        Set<String> tags = new TreeSet<>();
        for (String one : typed.split("[,;|]")) {
            try {
                if (!one.isBlank()) tags.add(GuestRecords.tag(one));
            } catch (InvalidInput noTag) {
                // people write all kinds of things into a column of tags
            }
        }
        return tags.stream().limit(20).toList();
    }

    /** @return null where none is said */
    private static @Nullable Integer number(String typed) {
        String digits = typed.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 2
                ? null
                : Integer.valueOf(Math.min(Integer.parseInt(digits), Places.MOST_PLUS_ONES));
    }
}
