package io.marquee.platform.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a database's address, in PostgreSQL's own form or JDBC's, into a login. */
final class DatabaseUrl {
    private static final String EXAMPLE =
            "postgres://user:password@host:5432/database or jdbc:postgresql://host:5432/database?user=…&password=…";
    private static final List<String> SCHEMES = List.of("postgres", "postgresql");

    private DatabaseUrl() {}

    static Login parse(String setting, String value) {
        String plain = value.startsWith("jdbc:") ? value.substring("jdbc:".length()) : value;
        ServiceUrl url = ServiceUrl.parse(setting, plain, EXAMPLE, SCHEMES);
        if (url.path().length() < 2)
            throw new WrongSetting(setting + " names no database: it must be " + EXAMPLE + ".");
        String user = url.user();
        String password = url.password();
        List<String> parameters = new ArrayList<>();
        for (String parameter : url.query().split("&", -1)) {
            if (parameter.startsWith("user=")) user = value(parameter);
            else if (parameter.startsWith("password=")) password = value(parameter);
            else if (!parameter.isEmpty()) parameters.add(parameter);
        }
        return new Login(
                jdbc(url, parameters), required(setting, "user", user), required(setting, "password", password));
    }

    private static String value(String parameter) {
        return ServiceUrl.decoded(parameter.substring(parameter.indexOf('=') + 1));
    }

    private static String jdbc(ServiceUrl url, List<String> parameters) {
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return "jdbc:postgresql://" + url.host() + ":" + url.portOr(5432) + url.path() + query;
    }

    private static String required(String setting, String what, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new WrongSetting(setting + " has no " + what + ": it must be " + EXAMPLE + ".");
        }
        return value;
    }
}
