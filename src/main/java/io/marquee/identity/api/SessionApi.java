package io.marquee.identity.api;

import io.marquee.identity.Client;
import io.marquee.identity.IssuedSession;
import io.marquee.identity.SessionKind;
import io.marquee.identity.SessionTokens;
import io.marquee.identity.Sessions;
import io.marquee.identity.SignIn;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Unauthenticated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens: got with a password, given back when done. */
@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Sessions")
class SessionApi {
    private final SignIn signIn;
    private final Sessions sessions;

    SessionApi(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    record Credentials(
            @Schema(example = "ada@example.org") @Nullable String email,

            @Schema(example = "seventeen green bicycles") @Nullable
            String password) {
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    /** @param token goes into the Authorization header: {@code Bearer <token>} */
    record Issued(@Schema(example = "mqs_Zk3…") String token, Instant expiresAt) {}

    @PostMapping
    @Operation(summary = "Sign in with a password and get a bearer token")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Issued> create(@RequestBody Credentials credentials, HttpServletRequest request) {
        InvalidInput.gather()
                .check(credentials.email() != null, "email", "required")
                .check(credentials.password() != null, "password", "required")
                .orThrow();
        IssuedSession session = signIn.withPassword(
                String.valueOf(credentials.email()),
                String.valueOf(credentials.password()),
                SessionKind.API,
                new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
        return ResponseEntity.created(URI.create("/api/v1/sessions/current"))
                .body(new Issued(session.token(), session.expiresAt()));
    }

    record Session(
            UUID id,
            SessionKind kind,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,
            @Nullable String address,
            @Nullable String userAgent,
            boolean current) {}

    record Listed(List<Session> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List the places where you are signed in, the latest seen first")
    Listed list(HttpServletRequest request) {
        return new Listed(
                sessions.mine(token(request)).stream()
                        .map(s -> new Session(
                                s.id(),
                                s.kind(),
                                s.createdAt(),
                                s.lastSeenAt(),
                                s.expiresAt(),
                                s.address(),
                                s.userAgent(),
                                s.current()))
                        .toList(),
                null);
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the session whose token this request carries")
    void endCurrent(HttpServletRequest request) {
        String token = token(request);
        if (token == null) {
            throw new Unauthenticated();
        }
        sessions.end(token);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of your sessions")
    void end(@PathVariable UUID id) {
        sessions.revoke(id);
    }

    private static @Nullable String token(HttpServletRequest request) {
        String bearer = SessionTokens.bearer(request);
        return bearer == null ? SessionTokens.cookie(request) : bearer;
    }
}
