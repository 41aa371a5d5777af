package io.marquee.identity;

/** A token that was just made. @param token the secret; told once and stored nowhere */
public record IssuedApiToken(ApiTokenView view, String token) {
    @Override
    public String toString() {
        return "IssuedApiToken[" + view.id() + "]";
    }
}
