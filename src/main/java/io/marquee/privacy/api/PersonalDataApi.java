package io.marquee.privacy.api;

import io.marquee.identity.Client;
import io.marquee.kernel.InvalidInput;
import io.marquee.privacy.DataStanding;
import io.marquee.privacy.OwnData;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All that is kept about somebody, and its end. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Personal data")
class PersonalDataApi {
    private final OwnData data;

    PersonalDataApi(OwnData data) {
        this.data = data;
    }

    /** @param state preparing, or ready: then a link was mailed */
    record Export(UUID id, String state, Instant createdAt, Instant expiresAt) {
        static Export of(DataStanding.Export export) {
            return new Export(export.id(), export.state(), export.createdAt(), export.expiresAt());
        }
    }

    record Exports(List<Export> items, @Nullable String next) {}

    @GetMapping("/me/exports")
    @Operation(summary = "List the archives of your data that you asked for, newest first")
    Exports exports() {
        return new Exports(data.mine().exports().stream().map(Export::of).toList(), null);
    }

    @PostMapping("/me/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Have an archive made of all that is kept about you; a link to it is mailed")
    void export() {
        data.exportMine();
    }

    /** @param erasedAt null where you did not ask for it, or still have to confirm it by the mailed link */
    record Erasure(@Nullable Instant erasedAt) {}

    record Confirmation(
            @Schema(example = "seventeen green bicycles") @Nullable
            String password) {
        @Override
        public String toString() {
            return "Confirmation[hidden]";
        }
    }

    @GetMapping("/me/erasure")
    @Operation(summary = "Tell when you are erased, if you asked for it")
    Erasure erasure() {
        return new Erasure(data.mine().erasedAt());
    }

    @PostMapping("/me/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have yourself erased after 14 days",
            description =
                    "With your password; without one a link is mailed to you, and nothing happens until you follow it."
                            + " Orders and books keep what the law needs, without your name.")
    Erasure erase(@RequestBody Confirmation given, HttpServletRequest request) {
        return new Erasure(data.eraseMe(Objects.requireNonNullElse(given.password(), ""), client(request)));
    }

    @DeleteMapping("/me/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Call your erasure off")
    void callOff() {
        data.callMineOff();
    }

    record Address(
            @Schema(example = "ada@example.org") @Nullable String email) {}

    @PostMapping("/personal-data/links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Mail a link to the data of an address, if there are any; the answer does not tell")
    void mailLink(@RequestBody Address address, Locale locale, HttpServletRequest request) {
        if (address.email() == null) throw InvalidInput.at("email", "required");
        data.mailLink(address.email(), locale, client(request));
    }

    /** @param what export or erasure */
    record Order(
            @Schema(example = "ada@example.org") @Nullable String email,
            @Schema(example = "export") @Nullable String what) {}

    @PostMapping("/admin/personal-data")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Have somebody’s archive made and mailed to them, or have them erased, as an administrator")
    void order(@RequestBody Order order, Locale locale) {
        String email = Objects.requireNonNullElse(order.email(), "");
        switch (Objects.requireNonNullElse(order.what(), "")) {
            case "export" -> data.exportFor(email, locale);
            case "erasure" -> data.eraseFor(email, locale);
            default -> {
                data.requireAdministrator();
                throw InvalidInput.at("what", "value");
            }
        }
    }

    private static Client client(HttpServletRequest request) {
        return new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }
}
