package io.marquee.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A URL that may carry a user and a password; they never appear in a message. */
record ServiceUrl(
        String scheme,
        @Nullable String user,
        @Nullable String password,
        String host,
        int port,
        String path,
        String query) {

    /**
     * Takes a URL apart.
     *
     * @param example shown to the operator where the value is not of this form
     */
    static ServiceUrl parse(String setting, String value, String example, List<String> schemes) {
        try {
            URI uri = new URI(value);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !schemes.contains(scheme) || uri.getPort() > 65535) {
                throw malformed(setting, example);
            }
            String[] login = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            return new ServiceUrl(
                    scheme,
                    login.length > 0 && !login[0].isEmpty() ? decoded(login[0]) : null,
                    login.length > 1 ? decoded(login[1]) : null,
                    uri.getHost(),
                    uri.getPort(),
                    uri.getRawPath() == null ? "" : uri.getRawPath(),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw malformed(setting, example);
        }
    }

    int portOr(int otherwise) {
        return port < 1 ? otherwise : port;
    }

    static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static WrongSetting malformed(String setting, String example) {
        return new WrongSetting(setting + " is not of the form " + example
                + " (characters such as @ : / # % in a name or password are written as %40 and so on).");
    }
}
