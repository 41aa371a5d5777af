package io.marquee.identity.api;

import io.marquee.identity.Access;
import io.marquee.identity.ApiTokenView;
import io.marquee.identity.ApiTokens;
import io.marquee.identity.IssuedApiToken;
import io.marquee.identity.NewApiToken;
import io.marquee.platform.api.ApiScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Tokens for programs, each for a part of the API. It takes a session to make one: a token makes no others. */
@RestController
@RequestMapping("/api/v1/me/tokens")
@Tag(name = "Tokens")
class TokensApi {
    private final ApiTokens tokens;
    private final Access access;

    TokensApi(ApiTokens tokens, Access access) {
        this.tokens = tokens;
        this.access = access;
    }

    /**
     * @param scopes area and right: {@code events:read}, {@code orders:write}; whoever may write may read
     * @param expiresInDays 1 to 366; left out for a token that is good until it is revoked
     */
    record Creation(
            @Schema(example = "Nightly export") @Nullable String name,

            @Schema(example = "[\"events:read\", \"orders:read\"]") @Nullable
            List<String> scopes,

            @Schema(example = "90") @Nullable Integer expiresInDays) {}

    /** @param lastUsedAt to the minute */
    record Token(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedFrom) {
        static Token of(ApiTokenView view) {
            return new Token(
                    view.id(),
                    view.name(),
                    view.scopes().stream().map(ApiScope::toString).toList(),
                    view.createdAt(),
                    view.expiresAt(),
                    view.lastUsedAt(),
                    view.lastUsedFrom());
        }
    }

    /** @param secret goes into the Authorization header: {@code Bearer <secret>}; told this once */
    record Created(UUID id, @Schema(example = "mqp_Zk3…") String secret, Token token) {}

    record Listed(List<Token> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List your tokens that are good, the newest first")
    Listed list() {
        return new Listed(tokens.mine().stream().map(Token::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a token for a program; its secret is told this once")
    ResponseEntity<Created> create(@RequestBody Creation asked) {
        access.personId();
        IssuedApiToken issued = tokens.issue(NewApiToken.of(asked.name(), asked.scopes(), asked.expiresInDays()));
        UUID id = issued.view().id();
        return ResponseEntity.created(URI.create("/api/v1/me/tokens/" + id))
                .body(new Created(id, issued.token(), Token.of(issued.view())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke one of your tokens, at once")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }
}
