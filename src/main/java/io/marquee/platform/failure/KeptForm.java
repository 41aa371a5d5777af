package io.marquee.platform.failure;

import io.marquee.platform.web.LocalPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * What somebody typed and sent when they were not signed in any more, to be sent again by themselves, in the same page. Whoever signs in
 * meanwhile sends it: that it comes from us is looked at again then. Passwords and the like are not given out again.
 *
 * @param files by their names, empty where none was chosen: browsers give none out of their hands twice, so they are chosen again
 */
public record KeptForm(String path, boolean isUpload, List<Entry> entries, List<Entry> files) {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|card|cvc|iban|otp).*");

    /** A name may stand there more than once. */
    public record Entry(String name, String value) {}

    /** @param path that it was sent to */
    static KeptForm of(HttpServletRequest request, String path) {
        String to = LocalPath.of(path);
        try {
            if (request.getMethod().equals("POST")) {
                boolean upload = isUpload(request);
                return new KeptForm(to, upload, texts(request), upload ? files(request) : List.of());
            }
        } catch (IllegalStateException | RequestRejectedException | IOException | ServletException unreadable) {
            // no form of ours: there is nothing to keep
        }
        return new KeptForm(to, false, List.of(), List.of());
    }

    private static List<Entry> texts(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(sent -> !SECRET.matcher(sent.getKey()).matches())
                .flatMap(sent -> Arrays.stream(sent.getValue()).map(value -> new Entry(sent.getKey(), value)))
                .toList();
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static List<Entry> files(HttpServletRequest request) throws IOException, ServletException {
        return request.getParts().stream()
                .filter(part -> part.getSubmittedFileName() != null)
                .map(part -> new Entry(part.getName(), part.getSubmittedFileName()))
                .toList();
    }

    /** Whether there is anything to lose. */
    boolean isWorthKeeping() {
        return entries.stream().anyMatch(entry -> !entry.value().isBlank());
    }
}
