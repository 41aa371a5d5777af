package io.marquee.payment.web;

import io.marquee.payment.Webhooks;
import io.marquee.payment.provider.ForgedWebhook;
import io.marquee.payment.provider.WebhookCall;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes webhooks: kept and answered at once, handled by a job. */
@Hidden
@RestController
class WebhookController {
    private static final int LARGEST = 256 * 1024;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** The body is read as it is, since signatures are over bytes. */
    @PostMapping("/webhooks/{provider}")
    ResponseEntity<String> receive(@PathVariable String provider, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            webhooks.receive(provider, new WebhookCall(body, request::getHeader));
            return ResponseEntity.ok().build();
        } catch (ForgedWebhook forged) {
            return ResponseEntity.badRequest().body(forged.getMessage());
        }
    }
}
