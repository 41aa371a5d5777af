package io.marquee.wallet.web;

import io.marquee.wallet.ApplePhones;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Apple's format, not ours: the paths, bodies and answers are those that phones know. */
@Hidden
@RestController
@RequestMapping("/wallet/apple/v1")
class ApplePassController {
    private static final Logger LOG = LoggerFactory.getLogger(ApplePassController.class);
    private static final MediaType PASS = MediaType.parseMediaType("application/vnd.apple.pkpass");
    private static final int LOGGED = 5;
    private static final int LONGEST_LOG = 300;

    private final ApplePhones phones;

    ApplePassController(ApplePhones phones) {
        this.phones = phones;
    }

    record Registration(@Nullable String pushToken) {}

    record Complaints(@Nullable List<@Nullable String> logs) {}

    @PostMapping("/devices/{device}/registrations/{type}/{serial}")
    ResponseEntity<Void> register(
            @PathVariable String device,
            @PathVariable String type,
            @PathVariable String serial,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody(required = false) @Nullable Registration body) {
        Boolean fresh = phones.register(device, type, serial, authorization, body == null ? null : body.pushToken());
        return fresh == null
                ? refused()
                : ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
                        .build();
    }

    @DeleteMapping("/devices/{device}/registrations/{type}/{serial}")
    ResponseEntity<Void> unregister(
            @PathVariable String device,
            @PathVariable String type,
            @PathVariable String serial,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return phones.unregister(device, type, serial, authorization)
                ? ResponseEntity.ok().build()
                : refused();
    }

    @GetMapping("/devices/{device}/registrations/{type}")
    ResponseEntity<ApplePhones.Changed> changed(
            @PathVariable String device,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String passesUpdatedSince) {
        ApplePhones.Changed changed = phones.changed(device, type, passesUpdatedSince);
        return changed == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(changed);
    }

    @GetMapping("/passes/{type}/{serial}")
    ResponseEntity<byte[]> latest(
            @PathVariable String type,
            @PathVariable String serial,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        byte[] pass = phones.latest(type, serial, authorization);
        return pass == null
                ? refused()
                : ResponseEntity.ok()
                        .contentType(PASS)
                        .cacheControl(CacheControl.noStore())
                        .body(pass);
    }

    /** Phones complain of passes that they cannot read. */
    @PostMapping("/log")
    ResponseEntity<Void> log(@RequestBody(required = false) @Nullable Complaints body) {
        List<@Nullable String> logs = body == null || body.logs() == null ? List.of() : body.logs();
        logs.stream()
                .limit(LOGGED)
                .map(String::valueOf)
                .forEach(line -> LOG.debug(
                        "a phone says of its pass: {}",
                        line.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(line.length(), LONGEST_LOG))));
        return ResponseEntity.ok().build();
    }

    private static <T> ResponseEntity<T> refused() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
}
