package io.marquee.identity.api;

import io.marquee.identity.AddressProof;
import io.marquee.identity.Client;
import io.marquee.identity.IssuedSession;
import io.marquee.identity.NewAccount;
import io.marquee.identity.PasswordReset;
import io.marquee.identity.SessionKind;
import io.marquee.identity.SignInLinks;
import io.marquee.identity.SignUp;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.platform.web.Languages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Getting an account, and the mails that confirm its address or open it without a password. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Accounts")
class AccountApi {
    private final SignUp signUp;
    private final AddressProof proof;
    private final SignInLinks links;
    private final PasswordReset reset;

    AccountApi(SignUp signUp, AddressProof proof, SignInLinks links, PasswordReset reset) {
        this.signUp = signUp;
        this.proof = proof;
        this.links = links;
        this.reset = reset;
    }

    /**
     * @param password at least 10 characters; left out for an account that signs in by mailed links alone
     * @param locale a language tag; English where it is left out
     * @param timeZone an IANA name; UTC where it is left out
     */
    record Creation(
            @Schema(example = "ada@example.org") @Nullable String email,
            @Schema(example = "Ada Lind") @Nullable String name,

            @Schema(example = "seventeen green bicycles") @Nullable
            String password,

            @Schema(example = "en") @Nullable String locale,
            @Schema(example = "Europe/Lisbon") @Nullable String timeZone) {
        NewAccount account() {
            InvalidInput.gather()
                    .check(email != null, "email", "required")
                    .check(name != null, "name", "required")
                    .check(timeZone == null || isZone(timeZone), "timeZone", "unknown_time_zone", "" + timeZone)
                    .orThrow();
            return new NewAccount(
                    String.valueOf(email),
                    String.valueOf(name),
                    password,
                    Languages.nearest(Locale.forLanguageTag(locale == null ? "" : locale)),
                    timeZone == null ? ZoneId.of("UTC") : ZoneId.of(timeZone));
        }

        private static boolean isZone(String name) {
            return ZoneId.getAvailableZoneIds().contains(name);
        }

        @Override
        public String toString() {
            return "Creation[" + email + "]";
        }
    }

    /** @param token goes into the Authorization header: {@code Bearer <token>} */
    record Created(PersonId id, String token, Instant expiresAt) {}

    @PostMapping("/accounts")
    @Operation(summary = "Make an account and get a bearer token; a mail asks to confirm the address")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Created> create(@RequestBody Creation creation, HttpServletRequest request) {
        IssuedSession session = signUp.create(creation.account(), SessionKind.API, null, client(request));
        return ResponseEntity.created(URI.create("/api/v1/me"))
                .body(new Created(session.person(), session.token(), session.expiresAt()));
    }

    record Address(
            @Schema(example = "ada@example.org") @Nullable String email) {
        String required() {
            if (email == null) throw InvalidInput.at("email", "required");
            return email;
        }
    }

    @PostMapping("/sign-in-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Mail a link that signs in, if there is such an account; the answer does not tell")
    void mailLink(@RequestBody Address address, HttpServletRequest request) {
        links.request(address.required(), null, client(request));
    }

    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Mail a link that sets a new password, if there is such an account; the answer does not tell")
    void mailReset(@RequestBody Address address, HttpServletRequest request) {
        reset.request(address.required(), client(request));
    }

    @PostMapping("/me/verification-mails")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Mail the link that confirms your address once more")
    void mailVerification(HttpServletRequest request) {
        proof.resend(client(request));
    }

    record Proof(@Schema(example = "Zk3vQm1x…") @Nullable String token) {
        @Override
        public String toString() {
            return "Proof[hidden]";
        }
    }

    @PostMapping("/me/verification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm your address with the token of the mailed link")
    void verify(@RequestBody Proof given) {
        if (given.token() == null) throw InvalidInput.at("token", "required");
        proof.confirm(given.token());
    }

    private static Client client(HttpServletRequest request) {
        return new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }
}
