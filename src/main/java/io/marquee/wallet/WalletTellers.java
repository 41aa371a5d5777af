package io.marquee.wallet;

/** Tells wallets that passes changed: Apple by a push to each phone, which then fetches them, Google with what they say now. */
interface WalletTellers {
    enum Outcome {
        TOLD,
        /** That phone keeps no passes any more. */
        GONE,
        /** Nobody answered, or not now. */
        LATER
    }

    Outcome push(String phone);

    Outcome update(PassFacts facts);
}
