package io.marquee.checkin.web;

import io.marquee.platform.web.ContentPolicy;
import io.marquee.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The scanner as an app for phones: the same page for everybody, which finds out on the device which door it stands at. What a
 * browser keeps of it opens without a network.
 */
@Controller
@RequestMapping("/scanner")
class ScannerAppController {
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final ScannerFiles files;

    ScannerAppController(ScannerFiles files) {
        this.files = files;
    }

    @GetMapping
    ModelAndView show(Page page) {
        return page.titled(page.text().get("checkin.scanner.app"))
                .withModule("scanner/app")
                .manifest("/scanner/manifest.json")
                .show("checkin/scanner", "view", ScannerView.ofAnyEvent(page.text()));
    }

    @GetMapping(path = "/manifest.json")
    ResponseEntity<String> manifest() {
        return fresh(MediaType.parseMediaType("application/manifest+json"), files.manifest());
    }

    /** Its scope is the scanner alone, which lies one step above its own folder. */
    @GetMapping(path = "/worker.js")
    ResponseEntity<String> worker(HttpServletResponse response) {
        response.setHeader("Service-Worker-Allowed", "/scanner");
        return fresh(SCRIPT, files.serviceWorker());
    }

    /** The decoder is compiled: this script may run such code, and no page may. */
    @GetMapping(path = "/decoder.js")
    ResponseEntity<Resource> decoder(HttpServletResponse response) {
        ContentPolicy.allow(response, "'wasm-unsafe-eval'", "", "");
        return fresh(SCRIPT, new ClassPathResource("static/js/scanner/decoder-worker.js"));
    }

    private static <T> ResponseEntity<T> fresh(MediaType type, T body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
