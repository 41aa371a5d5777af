package io.marquee.notification.web;

import io.marquee.notification.MailReports;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what providers of mail report. */
@Hidden
@RestController
@RequestMapping("/webhooks/mail")
class MailWebhooks {
    private static final int LARGEST = 256 * 1024;

    private final MailReports reports;

    MailWebhooks(MailReports reports) {
        this.reports = reports;
    }

    @PostMapping("/resend")
    ResponseEntity<String> resend(HttpServletRequest request) throws IOException {
        return taken(request, body -> reports.resend(body, request::getHeader));
    }

    @PostMapping("/postmark")
    ResponseEntity<String> postmark(HttpServletRequest request) throws IOException {
        return taken(request, body -> reports.postmark(body, request.getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private interface Reader {
        void read(byte[] body);
    }

    private static ResponseEntity<String> taken(HttpServletRequest request, Reader reader) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            reader.read(body);
            return ResponseEntity.ok().build();
        } catch (MailReports.Forged forged) {
            return ResponseEntity.badRequest().body(forged.getMessage());
        }
    }
}
