package io.marquee.media.web;

import io.marquee.kernel.NotFound;
import io.marquee.media.PrivateFile;
import io.marquee.media.PrivateFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Private files, by their signed links: to be saved, never shown within our origin, and kept by nobody on the way. */
@Controller
class PrivateFileController {
    private final PrivateFiles files;

    PrivateFileController(PrivateFiles files) {
        this.files = files;
    }

    @GetMapping("/media/private/{id}")
    ResponseEntity<Resource> file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String proof) {
        if (!until.matches("[0-9]{1,12}")) throw new NotFound("page");
        PrivateFile file = files.linked(id, Long.parseLong(until), proof);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(new Linked(file));
    }

    /** Opened once it is clear which part is wanted: a browser goes on where a download broke off. */
    private final class Linked extends AbstractResource {
        private final PrivateFile file;

        Linked(PrivateFile file) {
            this.file = file;
        }

        @Override
        public long contentLength() {
            return file.bytes();
        }

        @Override
        public InputStream getInputStream() {
            return files.open(file).content();
        }

        @Override
        public String getDescription() {
            return "private file " + file.id();
        }
    }
}
