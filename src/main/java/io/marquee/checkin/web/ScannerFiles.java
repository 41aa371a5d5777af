package io.marquee.checkin.web;

import io.marquee.platform.web.Assets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What a phone keeps of the scanner, by name: everything it needs to open, to read codes and to decide without a network. */
@Component
class ScannerFiles {
    private static final List<String> SHARED = List.of(
            "css/marquee.css",
            "js/marquee.js",
            "js/forms.js",
            "js/confirm.js",
            "img/icons.svg",
            "favicon.svg",
            "img/icon-192.png",
            "img/icon-512.png",
            "fonts/inter-latin.woff2",
            "fonts/bricolage-latin.woff2");

    private final Assets assets;
    private final List<String> kept;

    ScannerFiles(Assets assets) throws IOException {
        this.assets = assets;
        this.kept = Stream.of(
                        SHARED.stream(),
                        named("js/scanner/").filter(name -> !name.endsWith("-worker.js")),
                        named("vendor/zxing/"),
                        named("vendor/noble/"),
                        named("vendor/leanqr/"))
                .flatMap(names -> names)
                .map(assets::url)
                .toList();
    }

    private static Stream<String> named(String folder) throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath:/static/" + folder + "*"))
                .map(Resource::getFilename)
                .filter(name -> name != null && (name.endsWith(".js") || name.endsWith(".wasm")))
                .map(name -> folder + name)
                .sorted();
    }

    /** Its bytes change with any file, and with them the browser takes the new version. */
    String serviceWorker() {
        String all = Stream.concat(kept.stream(), Stream.of("/scanner/decoder.js"))
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return "self.version = \"%s\";%nself.files = [%s];%nimportScripts(\"%s\");%n"
                .formatted(Integer.toHexString(all.hashCode()), all, assets.url("js/scanner/service-worker.js"));
    }

    String manifest() {
        return """
                {"id": "/scanner", "name": "Marquee Scanner", "short_name": "Scanner", "start_url": "/scanner", "scope": "/scanner",
                 "display": "standalone", "orientation": "any", "background_color": "#0b0d0c", "theme_color": "#0b0d0c",
                 "icons": [{"src": "%s", "type": "image/png", "sizes": "192x192"},
                           {"src": "%s", "type": "image/png", "sizes": "512x512"},
                           {"src": "%s", "type": "image/svg+xml", "sizes": "any"}]}
                """.formatted(assets.url("img/icon-192.png"), assets.url("img/icon-512.png"), assets.url("favicon.svg"));
    }
}
