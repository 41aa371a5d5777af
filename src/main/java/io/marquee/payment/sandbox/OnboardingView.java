package io.marquee.payment.sandbox;

/** The page of an account's onboarding. */
public record OnboardingView(String account, String name) {
    public String path() {
        return "/sandbox/onboarding/" + account;
    }
}
