package io.marquee.invoicing.web;

import io.marquee.invoicing.DocumentPapers;
import io.marquee.invoicing.DocumentView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Documents as answers. */
@Component
class DocumentFiles {
    private final DocumentPapers papers;

    DocumentFiles(DocumentPapers papers) {
        this.papers = papers;
    }

    ResponseEntity<byte[]> pdf(DocumentView document) {
        return file(MediaType.APPLICATION_PDF, document.fileName() + ".pdf", papers.pdf(document));
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(content);
    }
}
