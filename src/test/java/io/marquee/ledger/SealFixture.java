package io.marquee.ledger;

import org.springframework.stereotype.Component;

/** Has postings move into the sub-totals when a test wants it, and not by and by. */
@Component
public class SealFixture {
    private final Sealing sealing;

    SealFixture(Sealing sealing) {
        this.sealing = sealing;
    }

    public void seal() {
        sealing.seal();
    }
}
