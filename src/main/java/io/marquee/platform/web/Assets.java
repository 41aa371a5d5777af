package io.marquee.platform.web;

import io.marquee.platform.config.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files below {@code static/}. They are served under one prefix that holds a digest of them all, so that a browser may keep them
 * for a year, and relative imports between them stay inside the same version.
 */
@Component
public class Assets {
    private final String version;
    private final byte[] stylesheet;

    Assets() throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        stylesheet = joined(files.getResources("classpath:/static/css/*.css"));
        version = digest(joined(files.getResources("classpath:/static/**/*.*")));
    }

    /** The address of a file: {@code url("js/marquee.js")}; {@code css/marquee.css} is all stylesheets in one. */
    public String url(String path) {
        return "/assets/" + version + "/" + path;
    }

    String version() {
        return version;
    }

    byte[] stylesheet() {
        return stylesheet;
    }

    private static byte[] joined(Resource[] files) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(files)
                .filter(Resource::isReadable)
                .sorted(Comparator.comparing(Assets::path))
                .forEach(file -> all.writeBytes(content(file)));
        return all.toByteArray();
    }

    private static String path(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, 6);
    }
}
